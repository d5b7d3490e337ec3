import type { Elementary } from '../fit/elementary.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** The kernel's exponential and logarithm, which are the same in every engine, for the statistics. */
export function elementaryOf(kernel: Kernel): Elementary {
  return {
    exp: (x) => kernel.exponential(Float64Array.of(x))[0] as number,
    log: (x) => kernel.naturalLogarithm(x),
  };
}
