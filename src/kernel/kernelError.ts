/** The kernel was asked for something that it cannot compute, or gave something that is no number. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
}
