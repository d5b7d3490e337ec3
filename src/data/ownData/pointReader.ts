/** One row of a file becomes one measured point in GeV and GeV^-1 m^-2 s^-1 sr^-1. */
import { InputError, quoteValue } from '../../model/inputError.ts';
import { type MeasuredPoint, numberInCell, type Sides } from '../measuredPoints.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../measuredQuantities.ts';
import type { OwnDataChoice } from './choice.ts';
import type { TextColumn, TextRow, TextTable } from './tableText.ts';
import { type EnergyUnit, type FluxUnit, fluxConversion, inGeV, readEnergyUnit, readFluxUnit } from './units.ts';

/** Values and errors have one unit, energies another; a file that mixes them cannot be read. */
export function checkUnits(table: TextTable, choice: OwnDataChoice, place: string): void {
  const { columns, components } = choice;
  const same = (indices: readonly (number | undefined)[]) => {
    const told = indices.flatMap((index) => (index === undefined ? [] : [table.columns[index] as TextColumn]));
    const [first, ...others] = told.filter(({ unit }) => unit !== null);
    const other = others.find(({ unit }) => JSON.stringify(meaning(unit)) !== JSON.stringify(meaning(first?.unit)));
    if (first && other) {
      throw new InputError(
        place,
        `${place}: column ${other.name} is in ${quoteValue(other.unit)}, but ${first.name} in ${quoteValue(first.unit)}; give both in the same unit.`,
      );
    }
  };
  const meaning = (unit: string | null | undefined) => readFluxUnit(unit ?? '') ?? readEnergyUnit(unit ?? '') ?? unit;
  same([columns.energy, columns.binLow, columns.binHigh]);
  const { value, statLower, statUpper, systLower, systUpper, limitValue } = columns;
  same([value, statLower, statUpper, systLower, systUpper, limitValue, ...components]);
}

/** Reads rows as a choice says. */
export class PointReader {
  /** Whether lower errors were written with a minus sign. */
  signedErrors = false;

  constructor(
    private readonly table: TextTable,
    private readonly choice: OwnDataChoice & { readonly quantity: MeasuredQuantity; readonly energyUnit: EnergyUnit },
    private readonly place: string,
  ) {}

  private fail(row: TextRow, sentence: string): never {
    throw new InputError(this.place, `${this.place}, line ${row.line}: ${sentence}`);
  }

  private number(row: TextRow, index: number, allowed: string, accepts: (value: number) => boolean): number {
    const cell = row.cells[index] as string;
    const value = numberInCell(cell);
    if (Number.isFinite(value) && accepts(value)) return value;
    const { name } = this.table.columns[index] as TextColumn;
    return this.fail(row, `${name} is ${quoteValue(cell)}, but must be ${allowed}; correct it or leave the line out.`);
  }

  private positive(row: TextRow, index: number): number {
    return this.number(row, index, 'a positive number, with a point before decimals', (value) => value > 0);
  }

  private error(row: TextRow, index: number, isLower: boolean, isLimit: boolean): number {
    if (isLimit && (row.cells[index] as string) === '') return 0;
    const accepts = (value: number) => value >= 0 || isLower;
    const value = this.number(row, index, 'a number that is zero or positive', accepts);
    if (value < 0) this.signedErrors = true;
    return Math.abs(value);
  }

  private sides(row: TextRow, kind: 'stat' | 'syst', isLimit: boolean): Sides | null {
    const { [`${kind}Lower` as const]: lower, [`${kind}Upper` as const]: upper } = this.choice.columns;
    if (lower === undefined || upper === undefined) return null;
    return [this.error(row, lower, lower !== upper, isLimit), this.error(row, upper, false, isLimit)];
  }

  private isLimit(row: TextRow): boolean {
    const index = this.choice.columns.upperLimit;
    if (index === undefined) return false;
    const cell = (row.cells[index] as string).toLowerCase();
    if (cell === '0' || cell === 'false' || cell === '') return false;
    if (cell === '1' || cell === 'true') return true;
    return this.fail(row, `whether it is an upper limit is ${quoteValue(cell)}, but must be 0 or 1; correct it.`);
  }

  point(row: TextRow): MeasuredPoint {
    const { columns, energyUnit, quantity, fluxUnit } = this.choice;
    const energy = (index: number | undefined) =>
      index === undefined ? undefined : inGeV(this.positive(row, index), energyUnit);
    const low = energy(columns.binLow);
    const high = energy(columns.binHigh);
    const mean = energy(columns.energy) ?? Math.sqrt((low as number) * (high as number));
    const isLimit = this.isLimit(row);
    const limit = isLimit ? columns.limitValue : undefined;
    const written = this.positive(row, limit ?? (columns.value as number));
    const fraction = MEASURED_QUANTITIES[quantity].dimensionless;
    if (fraction && written >= 1) {
      this.fail(row, `the fraction is ${written}, but must be below 1; give it as a fraction, not in per cent.`);
    }
    const [multiply, divide] = fraction ? [1, 1] : fluxConversion(fluxUnit as FluxUnit, mean);
    const convert = (value: number) => (value * multiply) / divide;
    const both = ([lower, upper]: Sides): Sides => [convert(lower), convert(upper)];
    const components = this.choice.components.map((index) => convert(this.error(row, index, false, isLimit)));
    const together = Math.sqrt(components.reduce((sum, value) => sum + value * value, 0));
    const systematic = this.sides(row, 'syst', isLimit);
    return {
      line: row.line,
      low_GeV: low ?? mean,
      high_GeV: high ?? mean,
      mean_GeV: mean,
      value: convert(written),
      stat: both(this.sides(row, 'stat', isLimit) ?? [0, 0]),
      syst: systematic === null ? [together, together] : both(systematic),
      components,
      isUpperLimit: isLimit,
    };
  }
}
