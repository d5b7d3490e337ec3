import { exponential } from '../numerics/exponential';

/** A spectrum and an observer, twice each, where the inner loop reads them. */
const setting = memory.data(16 * 6, 16);
/** (4 pi D0)^(3/2). */
let volume: f64 = 1;

// @ts-ignore: decorator
@inline
function put(place: usize, value: f64): void {
  v128.store(setting + (place << 4), f64x2.splat(value));
}

/**
 * Puts a spectrum and an observer in force for sumOneZone.
 *
 * @param index gamma_1, below the pivot
 * @param indexAbove gamma_2
 * @param logPivot ln(E_p/GeV)
 * @param inverseCutoff 1 / E_c [GeV^-1]
 * @param distance d [cm]
 * @param velocity v [cm s^-1]
 * @param diffusion D0 [cm^2 s^-1]
 */
export function setOneZone(
  index: f64, indexAbove: f64, logPivot: f64, inverseCutoff: f64, distance: f64, velocity: f64, diffusion: f64,
): void {
  put(0, logPivot);
  put(1, -index);
  put(2, -indexAbove);
  put(3, -inverseCutoff);
  put(4, -distance * distance / (4 * diffusion));
  put(5, -velocity * velocity / (4 * diffusion));
  const square = 4 * Math.PI * diffusion;
  volume = square * Math.sqrt(square);
}

/**
 * Sums an emission history with the Green's function of uniform diffusion:
 *   sum_j a_j S(Es_j) (4 pi D0)^(-3/2) exp[-(d^2 + v^2 t_j^2) / (4 D0 l_j)],
 * where the pulsar, moving across the line of sight, stood at r_s^2 = d^2 + v^2 t_j^2 the look-back time t_j ago.
 *
 * The logarithms of the spectrum and of the Gaussian add up to one exponential per moment, two moments at a time.
 *
 * @param history address of the columns (see emission.ts)
 * @param count length of a column, even
 * @returns [cm^-3 times the unit of a_j S]; relative error of the sum below 1e-13
 * Ref: Atoyan, Aharonian, Voelk, PRD 52, 3265 (1995); PHYSICS conventions in MODEL.md, section "One zone".
 */
export function sumOneZone(history: usize, count: i32): f64 {
  const zero = f64x2.splat(0);
  const bytes = <usize>count << 3;
  let sum = zero;
  for (let at = history, end = history + bytes; at < end; at += 16) {
    const logEnergy = f64x2.sub(v128.load(at + bytes), v128.load(setting));
    const energy = v128.load(at + 2 * bytes);
    const lookBackSquared = v128.load(at + 3 * bytes);
    const inverseDiffusionTime = v128.load(at + 4 * bytes);
    const spectrum = f64x2.add(
      f64x2.add(
        f64x2.mul(f64x2.pmin(logEnergy, zero), v128.load(setting, 16)),
        f64x2.mul(f64x2.pmax(logEnergy, zero), v128.load(setting, 32)),
      ),
      f64x2.mul(energy, v128.load(setting, 48)),
    );
    const gaussian = f64x2.mul(
      f64x2.add(v128.load(setting, 64), f64x2.mul(lookBackSquared, v128.load(setting, 80))),
      inverseDiffusionTime,
    );
    sum = f64x2.add(sum, f64x2.mul(v128.load(at), exponential(f64x2.add(spectrum, gaussian))));
  }
  return (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)) / volume;
}
