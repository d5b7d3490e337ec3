/** Simulated data sets of a power law with a cutoff over a steep background, and what their fits give back. */
import { type LeastSquaresProblem, runToEnd } from '../../src/fit/leastSquares.ts';
import { inLogarithms } from '../../src/fit/logarithms.ts';
import type { Random } from '../../src/fit/random.ts';
import { type RecoveryReport, recover } from '../../src/fit/recovery.ts';

const host = { exp: Math.exp, log: Math.log };
const energies = Array.from({ length: 50 }, (_, i) => 10 * 100 ** (i / 49));

/** Normalisation, spectral index and cutoff energy (GeV) of the hard component, normalisation of the steep one. */
export const TRUTH = [1, 2, 500, 1];

const flux = (p: ArrayLike<number>, E: number) =>
  p[0]! * (E / 100) ** (3 - p[1]!) * host.exp(-E / p[2]!) + p[3]! * (E / 20) ** -1;
/** 2 % at low energies, 15 % at the highest. */
const sigma = energies.map((E, i) => flux(TRUTH, E) * (0.02 + 0.13 * (i / 49) ** 3));

function simulated(random: Random): LeastSquaresProblem {
  const measured = energies.map((E, i) => flux(TRUTH, E) + sigma[i]! * random.normal(host));
  const plain: LeastSquaresProblem = {
    residuals: (p) => Float64Array.from(energies, (E, i) => (measured[i]! - flux(p, E)) / sigma[i]!),
    start: Float64Array.of(0.7, 1.8, 1000, 1.2),
    lower: Float64Array.of(1e-3, 0, 10, 1e-3),
    upper: Float64Array.of(1e3, 4, 1e6, 1e3),
    typicalSize: Float64Array.of(0.1, 0.02, 50, 0.1),
  };
  // The logarithm of the cutoff has the more nearly Gaussian likelihood, and so a fair pull.
  return inLogarithms(plain, [true, false, true, true], host).problem;
}

const inCoordinates = TRUTH.map((value, i) => (i === 1 ? value : host.log(value)));

/** The whole study has 200 data sets. */
export function powerLawRecovery(dataSets = 200, seed = 20): RecoveryReport {
  return runToEnd(recover(inCoordinates, simulated, dataSets, seed));
}
