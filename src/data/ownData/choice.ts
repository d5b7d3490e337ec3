/** What has to be known of a file before its numbers mean anything. */
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../measuredQuantities.ts';
import type { ColumnRole } from './columnRoles.ts';
import type { EnergyUnit, FluxUnit } from './units.ts';

/** Everything that has to be known of a file; null and missing columns are what is still to be chosen. */
export interface OwnDataChoice {
  /** Which of the measurements in the file: an index into `sets`. */
  readonly set: number | null;
  readonly quantity: MeasuredQuantity | null;
  /** Index of the column for each role; an energy or both edges, a value and an error with both its sides are needed. */
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Columns with components of the systematic error, beside its total or in place of it. */
  readonly components: readonly number[];
  readonly energyUnit: EnergyUnit | null;
  /** Of values and errors; a fraction has none. */
  readonly fluxUnit: FluxUnit | null;
}

/** What a choice still lacks, as a question. */
export const OPEN_QUESTIONS = {
  set: 'which of the measurements in the file',
  quantity: 'what was measured',
  energy: 'which column is the energy, or which two are the edges of the bins',
  value: 'which column is the measured value',
  errors: 'which column is the error, with both its sides',
  energyUnit: 'the unit of the energies',
  fluxUnit: 'the unit of the flux',
} as const;
export type OpenQuestion = keyof typeof OPEN_QUESTIONS;

/** What is still to be chosen, in the order of OPEN_QUESTIONS. */
export function openQuestions({
  set,
  quantity,
  columns,
  components,
  energyUnit,
  fluxUnit,
}: OwnDataChoice): OpenQuestion[] {
  const has = (role: ColumnRole) => columns[role] !== undefined;
  const pair = (kind: 'stat' | 'syst') => [has(`${kind}Lower`), has(`${kind}Upper`)] as const;
  const pairs = [pair('stat'), pair('syst')];
  const complete = pairs.every(([lower, upper]) => lower === upper);
  const some = pairs.some(([lower]) => lower) || components.length > 0;
  const edges = has('binLow') && has('binHigh');
  const missing: Readonly<Record<OpenQuestion, boolean>> = {
    set: set === null,
    quantity: quantity === null,
    energy: has('binLow') !== has('binHigh') || !(has('energy') || edges),
    value: !has('value'),
    errors: !complete || !some,
    energyUnit: energyUnit === null,
    fluxUnit: fluxUnit === null && quantity !== null && !MEASURED_QUANTITIES[quantity].dimensionless,
  };
  return (Object.keys(OPEN_QUESTIONS) as OpenQuestion[]).filter((question) => missing[question]);
}

/** What one column can be used for; `stat` and `syst` are symmetric errors, `component` is one of the systematic error. */
export const COLUMN_USES = [
  'energy',
  'binLow',
  'binHigh',
  'value',
  'stat',
  'statLower',
  'statUpper',
  'syst',
  'systLower',
  'systUpper',
  'component',
  'upperLimit',
  'limitValue',
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

const rolesOf = (use: ColumnUse): readonly ColumnRole[] => {
  if (use === 'component') return [];
  return use === 'stat' || use === 'syst' ? [`${use}Lower`, `${use}Upper`] : [use];
};

/** What a choice uses a column for; null for nothing. */
export function columnUse({ columns, components }: OwnDataChoice, index: number): ColumnUse | null {
  if (components.includes(index)) return 'component';
  // A symmetric error has two roles, and comes before its sides.
  const found = COLUMN_USES.find((use) => {
    const roles = rolesOf(use);
    return roles.length > 0 && roles.every((role) => columns[role] === index);
  });
  return found ?? null;
}

/** A choice with another use of a column; whatever had that use before has none any more. */
export function withColumnUse(choice: OwnDataChoice, index: number, use: ColumnUse | null): OwnDataChoice {
  const roles = use === null ? [] : rolesOf(use);
  const others = (Object.entries(choice.columns) as [ColumnRole, number][]).filter(
    ([role, column]) => column !== index && !roles.includes(role),
  );
  return {
    ...choice,
    columns: Object.fromEntries([...others, ...roles.map((role) => [role, index] as const)]),
    components: [
      ...choice.components.filter((column) => column !== index),
      ...(use === 'component' ? [index] : []),
    ].sort((one, other) => one - other),
  };
}
