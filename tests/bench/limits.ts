/** Figures that must stay under a limit, and how they are printed. */
import { spreadOf } from './statistics.ts';

export interface LimitedFigure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'times';
  readonly limit: number;
}

const UNITS = { ms: 'ms', times: 'x' } as const;

/** Three digits, whatever the size. */
const short = (value: number): string => (value === 0 ? '0' : Number(value.toPrecision(3)).toString());

/** `0.0312 ms (0.0308 to 0.0401)`: the median, the lowest and the highest. */
export function spreadInWords(times: readonly number[]): string {
  const { median, min, max } = spreadOf(times);
  return `${short(median).padStart(7)} ms (${short(min)} to ${short(max)})`;
}

/** One line per figure: value, limit, "ok" or "over". */
export function limitTable(figures: readonly LimitedFigure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  return figures
    .map((figure) => {
      const unit = UNITS[figure.unit].padEnd(6);
      const [value, limit] = [short(figure.value).padStart(8), short(figure.limit).padStart(5)];
      return `${figure.what.padEnd(width)}  ${value} ${unit}  limit ${limit} ${unit}  ${isOver(figure) ? 'over' : 'ok'}`;
    })
    .join('\n');
}

/** Whether a figure breaks its limit; one that is no number does. */
export function isOver({ value, limit }: LimitedFigure): boolean {
  return !(value <= limit);
}
