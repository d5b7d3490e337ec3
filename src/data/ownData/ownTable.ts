/** A measured table goes into a scenario, and comes back out of it number by number. */
import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import { InputError } from '../../model/inputError.ts';
import { MAX_OWN_NAME, MAX_OWN_POINTS, MAX_OWN_TEXT, type OwnTable, pointOfOwnTable } from '../../model/ownTable.ts';
import type { Dataset, DatasetDescription } from '../datasetTypes.ts';
import { columnsOfPoints } from '../measuredPoints.ts';

/** Tables of scenarios that were met; a scenario never changes, so that each is made once. */
const made = new WeakMap<OwnTable, Dataset>();

/** Which measurement the table of a scenario is, said as what it is: supplied by the user. */
export function describeOwnTable({ label, experiment, quantity, ...table }: OwnTable): DatasetDescription {
  const { fileName, reference, remarks } = table;
  const supplied = fileName === '' ? 'table supplied by the user' : `table supplied by the user, file ${fileName}`;
  return {
    id: OWN_DATA_ID,
    label,
    experiment,
    reference: reference === '' ? supplied : `${reference} (${supplied})`,
    doi: '',
    quantity,
    remarks,
  };
}

/** The table of a scenario, as every other table is. */
export function datasetOfOwnTable(table: OwnTable): Dataset {
  const known = made.get(table);
  if (known) return known;
  const points = table.energies_GeV.map((_, index) => ({ ...pointOfOwnTable(table, index), line: index + 1 }));
  const names = table.systematics.map(({ name }) => name);
  const dataset = {
    ...describeOwnTable(table),
    ...columnsOfPoints(points, names, table.label, table.limitConfidence),
  };
  made.set(table, dataset);
  return dataset;
}

/** Text of a file on one line, no longer than a scenario takes. */
function short(text: string, most: number): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

/** What a table that was read from a file is called, where the file does not say it. */
export interface OwnTableNames {
  readonly label?: string | undefined;
  readonly experiment?: string | undefined;
  /** Where the numbers were published. */
  readonly reference?: string | undefined;
}

const SORTED = 'The rows of the file were sorted by energy.';

/**
 * What a scenario carries of a table that was read from a file; rows go by energy.
 *
 * @param fileName without its folder
 * @param names what a person calls it, in place of what the file says
 * @throws {InputError} for more points than a scenario carries
 */
export function ownTableOf(
  dataset: Omit<Dataset, 'id' | 'doi'>,
  fileName: string,
  { label = dataset.label, experiment = dataset.experiment, reference = dataset.reference }: OwnTableNames = {},
): OwnTable {
  const { meanEnergy_GeV, statError, systError, asymmetric } = dataset;
  const points = meanEnergy_GeV.length;
  if (points > MAX_OWN_POINTS)
    throw new InputError(
      fileName,
      `${fileName} has ${points} points, but a scenario carries at most ${MAX_OWN_POINTS}; leave some out, or join bins.`,
    );
  const order = Array.from(meanEnergy_GeV, (_, i) => i).sort(
    (one, other) => (meanEnergy_GeV[one] as number) - (meanEnergy_GeV[other] as number),
  );
  const isSorted = order.every((place, i) => place === i);
  const column = (numbers: ArrayLike<number>) => order.map((i) => numbers[i] as number);
  // The total alone is no component; it stands in its own place already.
  const named = dataset.systematicNames.join() === 'total' ? [] : dataset.systematicNames;
  return {
    label: short(label, MAX_OWN_NAME),
    experiment: short(experiment, MAX_OWN_NAME),
    quantity: dataset.quantity,
    fileName: short(fileName, MAX_OWN_TEXT),
    reference: short(reference, MAX_OWN_TEXT),
    remarks: [...dataset.remarks, ...(isSorted ? [] : [SORTED])],
    energies_GeV: column(meanEnergy_GeV),
    binLow_GeV: column(dataset.binLow_GeV),
    binHigh_GeV: column(dataset.binHigh_GeV),
    values: column(dataset.flux),
    statisticalBelow: column(asymmetric?.statLower ?? statError),
    statisticalAbove: column(asymmetric?.statUpper ?? statError),
    systematicBelow: column(asymmetric?.systLower ?? systError),
    systematicAbove: column(asymmetric?.systUpper ?? systError),
    systematics: named.map((name, k) => ({
      name: short(name, MAX_OWN_NAME),
      errors: column(dataset.systematics[k] as Float64Array),
    })),
    isUpperLimit: order.map((i) => dataset.upperLimits?.[i] ?? false),
    limitConfidence: dataset.limitConfidence,
  };
}
