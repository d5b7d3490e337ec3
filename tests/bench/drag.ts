/** Steps of a drag: what the program recomputes when a slider has moved a little. */

/** What a slider moves: nothing that is tabulated, the histories, the tables through D or B, the tables alone. */
export type DragName = 'spectrum' | 'history' | 'delta' | 'field' | 'tables';

/** One step; `factor` is what the slider multiplies its parameter by. Returns a sum over what changed. */
export type Drag = (factor: number) => number;

/** The factor of step i: small moves that do not come back while anything of them may still be stored. */
export const dragFactor = (i: number): number => 1 + 1e-6 * (i % 5000);

/** Runs steps [from, from + count) and sums their results. */
export function runDrag(drag: Drag, count: number, from: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += drag(dragFactor(from + i));
  return sum;
}

/** Sum in the order of the values. */
export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}
