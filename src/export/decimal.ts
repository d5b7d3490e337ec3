/**
 * The shortest decimal that reads back to the same double, ASCII with a point.
 *
 * @param what names the number should it not be finite
 * @throws {RangeError} for NaN and infinities: no file ever holds one
 */
export function decimal(value: number, what: string): string {
  if (!Number.isFinite(value)) throw new RangeError(`${what} is ${value}, which no file may hold`);
  return Object.is(value, -0) ? '-0' : String(value);
}
