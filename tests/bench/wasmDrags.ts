/** Drags in wasm, twice: the kernel's exports as they are, and the typed Kernel that the program calls. */
import { KernelArray } from '../../src/kernel/arrays.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { KernelExports } from '../../src/kernel/kernelExports.ts';
import { SPEED_OF_LIGHT_cm_s, SQUARE_METRE_cm2 } from '../../src/model/units.ts';
import { type Drag, type DragName, sumOf } from './drag.ts';
import type { PulsarModel } from './model.ts';

export type Drags = Readonly<Record<DragName, Drag>> & {
  /** Puts the model itself in force again, after drags that changed its tables. */
  reset(): void;
};

/** The exports, called as the twin's driver calls its functions. */
export function exportDrags(exports: KernelExports, model: PulsarModel): Drags & { moments(): number } {
  const { magneticField, components, shape, history, index, indexAbove, pivot, inverseCutoff, minEnergy } = model;
  const { distance, velocity, diffusion, released } = model;
  const count = model.energies.length;
  const energies = new KernelArray(exports, count).write(model.energies);
  const pairs = new KernelArray(exports, components.length).write(components);
  const lengths = exports.allocate(4 * count + 16);
  const columns = exports.allocate(8 * count * exports.COLUMNS.value * exports.MOST_MOMENTS.value);
  const flux = new KernelArray(exports, count);
  const [age, delay, timescale, brakingIndex, cutoff, maxEnergy, kink, reach] = history;
  const [delta, reference, breakAt, above] = shape;
  const allLengths = new Int32Array(exports.memory.buffer, lengths, count);
  const fluxes = new Float64Array(exports.memory.buffer, flux.address, count);
  const firstHistory = new Float64Array(exports.memory.buffer, columns, 2 * exports.COLUMNS.value);

  const setField = (factor: number) =>
    exports.setKleinNishinaLosses(factor * magneticField, components.length / 2, pairs, false);
  const setShape = (factor: number) => exports.setDiffusionShape(factor * delta, reference, breakAt, above);
  const buildHistories = (factor: number) => {
    exports.buildContinuousHistories(
      energies,
      count,
      factor * age,
      delay,
      timescale,
      brakingIndex,
      cutoff,
      maxEnergy,
      kink,
      reach,
      false,
      lengths,
      columns,
      velocity !== 0,
    );
  };
  const sumSpectrum = (factor: number): number => {
    const [one, two] = [factor * index, factor * indexAbove];
    const injected = exports.injectedEnergy(one, two, pivot, inverseCutoff, minEnergy, maxEnergy);
    const unit = (0.5 * released * SPEED_OF_LIGHT_cm_s * SQUARE_METRE_cm2) / (4 * Math.PI * injected);
    const logPivot = exports.naturalLogarithm(pivot);
    exports.sumOneZoneHistories(
      lengths,
      columns,
      count,
      one,
      two,
      logPivot,
      inverseCutoff,
      distance,
      velocity,
      diffusion,
      unit,
      flux.address,
    );
    return sumOf(fluxes);
  };
  const reset = () => {
    setField(1);
    setShape(1);
    exports.tabulateLossIntegrals();
    buildHistories(1);
  };
  return {
    reset,
    moments: () => allLengths.reduce((sum, length) => sum + length, 0),
    spectrum: sumSpectrum,
    history(factor) {
      buildHistories(factor);
      return sumSpectrum(1);
    },
    delta(factor) {
      setShape(factor);
      exports.tabulateLossIntegrals();
      buildHistories(1);
      return sumSpectrum(1);
    },
    field(factor) {
      setField(factor);
      exports.tabulateLossIntegrals();
      buildHistories(1);
      return sumSpectrum(1);
    },
    tables(factor) {
      setShape(factor);
      exports.tabulateLossIntegrals();
      exports.buildBurstHistories(energies, 1, age, delay, maxEnergy, lengths, columns);
      return firstHistory[8] as number;
    },
  };
}

/** The typed Kernel, which finds out itself what a change leaves valid. */
export function kernelDrags(kernel: Kernel, model: PulsarModel): Omit<Drags, 'tables'> {
  const { source, scenario, energies } = model;
  const { propagation, losses } = scenario;
  const spectrum = (changedSource = source, changedPropagation = propagation, changedLosses = losses) =>
    sumOf(kernel.pulsarFlux(changedSource, changedPropagation, changedLosses, energies));
  return {
    reset: () => void spectrum(),
    spectrum: (factor) =>
      spectrum({
        ...source,
        spectralIndex: factor * source.spectralIndex,
        spectralIndex2: source.spectralIndex2 === null ? null : factor * source.spectralIndex2,
      }),
    // The power at birth follows from the age here: the sum over the results differs from that of the other drags.
    history: (factor) => spectrum({ ...source, age_kyr: factor * source.age_kyr }),
    delta: (factor) => spectrum(source, { ...propagation, delta: factor * propagation.delta }),
    field: (factor) =>
      spectrum(source, propagation, { ...losses, magneticField_uG: factor * (losses.magneticField_uG ?? 0) }),
  };
}
