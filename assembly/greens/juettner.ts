/**
 * The causal propagator of one zone: the Juettner form, which is 0 outside the light cone and the Gaussian well inside it.
 */
import { COLUMNS, LOG_OF_NOTHING } from '../emission';
import { SPEED_OF_LIGHT } from '../constants';

/** Points of the trapezoidal rule for K_1. */
const BESSEL_POINTS: i32 = 48;

/**
 * ln[e^k K_1(k)], from K_1(k) = int_0^inf exp(-k cosh t) cosh t dt by the trapezoidal rule, which converges exponentially.
 *
 * @param k > 0
 * @returns absolute error below 1e-12 for 1e-3 <= k
 * Ref: Abramowitz & Stegun (1964), 9.6.24.
 */
export function logScaledBesselK1(k: f64): f64 {
  // Where exp(-k (cosh t - 1)) cosh t has fallen to 1e-18.
  const end = Math.acosh(1 + (45 + max<f64>(0, -Math.log(k))) / k);
  const step = end / <f64>BESSEL_POINTS;
  let sum: f64 = 0.5;
  for (let i = 1; i <= BESSEL_POINTS; i++) {
    const half = Math.sinh(0.5 * step * <f64>i);
    const excess = 2 * half * half;
    sum += Math.exp(-k * excess) * (1 + excess);
  }
  return Math.log(step * sum);
}

/**
 * ln of the Juettner propagator
 *   P = exp[-kappa / sqrt(1 - z^2)] kappa / {4 pi (ct)^3 K_1(kappa) (1 - z^2)^2},   z = r/(ct) < 1,   kappa = (ct)^2 / (2 Lambda).
 *
 * @param radius r [cm]
 * @param time t [s] since emission
 * @param lambda Lambda [cm^2]
 * @returns ln(P cm^3), -1e4 outside the light cone
 * Ref: Aharonian, Kelner, Prosekin, PRD 82, 043002 (2010); Recchia et al. (2021), arXiv:2106.02275.
 */
export function logJuettnerGreen(radius: f64, time: f64, lambda: f64): f64 {
  const reach = SPEED_OF_LIGHT * time;
  if (radius >= reach) return LOG_OF_NOTHING;
  const z = radius / reach;
  const inside = 1 - z * z;
  const kappa = reach * reach / (2 * lambda);
  const root = Math.sqrt(inside);
  // kappa (1 - 1/root) without cancellation for small z.
  const exponent = -kappa * z * z / (root * (1 + root));
  return exponent + Math.log(kappa / (4 * Math.PI)) - 3 * Math.log(reach) - logScaledBesselK1(kappa) - 2 * Math.log(inside);
}

/** Writes the Juettner propagator of every moment of the histories of `count` energies, as fillTwoZoneGreens does. */
export function fillJuettnerGreens(
  lengths: usize, histories: usize, count: i32, distance: f64, velocity: f64, diffusion: f64, logGreens: usize,
): void {
  let at = histories;
  let to = logGreens;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    for (let j: usize = 0; j < bytes; j += 8) {
      const lookBackSquared = load<f64>(at + 3 * bytes + j);
      const radius = Math.sqrt(distance * distance + velocity * velocity * lookBackSquared);
      const diffusionTime = 1 / load<f64>(at + 4 * bytes + j);
      const logGreen = logJuettnerGreen(radius, Math.sqrt(lookBackSquared), diffusion * diffusionTime);
      store<f64>(to, logGreen > LOG_OF_NOTHING ? logGreen + 1.5 * Math.log(diffusionTime) : LOG_OF_NOTHING);
      to += 8;
    }
    at += bytes * COLUMNS;
  }
}
