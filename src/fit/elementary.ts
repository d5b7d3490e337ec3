/**
 * Elementary functions as the caller provides them: those of the kernel, since engines may round their own differently.
 */
export interface Elementary {
  exp(x: number): number;
  /** Natural logarithm. */
  log(x: number): number;
}
