/** Exports of a database hold several measurements in one file: which rows belong together, and what they measure. */
import type { MeasuredQuantity } from '../measuredQuantities.ts';
import type { GuessedRoles } from './columnRoles.ts';
import type { TextRow, TextTable } from './tableText.ts';

/** Rows of one measurement. */
export interface RowSet {
  /** Quantity and experiment as the file names them; the name of the file where it names none. */
  readonly label: string;
  /** What the file says that it is, in its own spelling; null where it does not. */
  readonly quantityName: string | null;
  /** The same where it is a quantity of electrons and positrons. */
  readonly quantity: MeasuredQuantity | null;
  /** EK, EKN, R, ETOT or ETOTN; null where the file does not say. */
  readonly axis: string | null;
  readonly experiment: string | null;
  /** Bibliographic code or address of the paper. */
  readonly reference: string | null;
  readonly rows: readonly TextRow[];
}

/** Quantities of CRDB that are measured in electrons and positrons. */
const CRDB_QUANTITIES: Readonly<Record<string, MeasuredQuantity>> = {
  'e+': 'positron-flux',
  'e-': 'electron-flux',
  'e-+e+': 'all-electron-flux',
  'e++e-': 'all-electron-flux',
  'e+/e-+e+': 'positron-fraction',
  'e+/(e-+e+)': 'positron-fraction',
  'e+/e++e-': 'positron-fraction',
  'e+/(e++e-)': 'positron-fraction',
};

/** Splits a table by quantity, experiment and kind of energy. */
export function rowSets({ rows }: TextTable, { keys }: GuessedRoles, fileName: string): RowSet[] {
  const cell = (row: TextRow, index: number | undefined) => (index === undefined ? null : (row.cells[index] as string));
  const groups = new Map<string, TextRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([cell(row, keys.quantity), cell(row, keys.experiment), cell(row, keys.axis)]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((members): RowSet => {
    const row = members[0] as TextRow;
    const quantityName = cell(row, keys.quantity);
    const experiment = cell(row, keys.experiment);
    const axis = cell(row, keys.axis);
    const spelling = quantityName?.toLowerCase().replace(/\s/g, '') ?? '';
    const parts = [quantityName, experiment, axis].filter((part) => part !== null && part !== '');
    return {
      label: parts.length > 0 ? parts.join(', ') : fileName,
      quantityName,
      quantity: Object.hasOwn(CRDB_QUANTITIES, spelling) ? (CRDB_QUANTITIES[spelling] as MeasuredQuantity) : null,
      axis: axis?.toUpperCase() ?? null,
      experiment,
      reference: cell(row, keys.reference),
      rows: members,
    };
  });
}

/** What names and titles say that a table measures, when they say one thing. */
export function quantityInWords(texts: readonly string[]): MeasuredQuantity | null {
  const text = texts.join('\n').toLowerCase().replace(/[_-]+/g, ' ');
  if (/positron fraction|pos ?fraction/.test(text)) return 'positron-fraction';
  const together = /all ?electrons?|electrons? (?:plus|and|\+) positrons?|positrons? (?:plus|and|\+) electrons?/.test(
    text,
  );
  if (together) return 'all-electron-flux';
  const [positron, electron] = [/positron/.test(text), /electron/.test(text)];
  if (positron === electron) return null;
  return positron ? 'positron-flux' : 'electron-flux';
}
