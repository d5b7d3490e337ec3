import { describe, expect, it } from 'vitest';
import { transferableBuffers } from '../../src/worker/transferables.ts';

const column = (...values: number[]) => new Float64Array(values);

describe('buffers that a result hands over', () => {
  it('are the computed columns of a spectrum, not its energies', () => {
    const energies_GeV = column(1, 2);
    const total = column(3, 4);
    const flux = column(5, 6);
    const relativeError = column(1e-7, 2e-7);
    const buffers = transferableBuffers('predict', {
      energies_GeV,
      total,
      components: [{ name: 'a', kind: 'pulsar', flux }],
      relativeError,
    });
    expect(buffers).toEqual([total.buffer, relativeError.buffer, flux.buffer]);
  });

  it('hold each buffer once, since naming one twice is an error', () => {
    const total = column(3, 4);
    const buffers = transferableBuffers('predict', {
      energies_GeV: column(1, 2),
      total,
      components: [{ name: 'a', kind: 'pulsar', flux: total }],
      relativeError: null,
    });
    expect(buffers).toEqual([total.buffer]);
  });

  it('leave out a column that is a window on something larger, such as the memory of the kernel', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const spectrum = {
      energies_GeV: column(1),
      total: new Float64Array(memory.buffer, 0, 1),
      components: [{ name: 'a', kind: 'pulsar' as const, flux: column(1, 2, 3).subarray(1) }],
      relativeError: null,
    };
    expect(transferableBuffers('predict', spectrum)).toEqual([]);
  });

  it('are none for a fit, whose report is plain numbers', () => {
    expect(transferableBuffers('fit', {} as never)).toEqual([]);
  });
});
