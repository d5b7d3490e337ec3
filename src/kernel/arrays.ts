import type { KernelExports } from './kernelExports.ts';

/** A fixed stretch of the kernel's memory that holds numbers. */
export class KernelArray {
  readonly address: number;
  readonly capacity: number;
  private readonly view: Float64Array;

  constructor(exports: KernelExports, capacity: number) {
    this.address = exports.allocate(capacity * 8);
    this.capacity = capacity;
    // The memory never grows, so a view stays valid.
    this.view = new Float64Array(exports.memory.buffer, this.address, capacity);
  }

  /** Copies numbers in. @returns the address */
  write(values: ArrayLike<number>): number {
    this.view.set(values);
    return this.address;
  }

  /** Copies the first numbers out. */
  read(count: number): Float64Array {
    return this.view.slice(0, count);
  }
}
