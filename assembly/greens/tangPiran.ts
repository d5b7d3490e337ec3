import { COLUMNS, LOG_OF_NOTHING } from '../emission';
import { complementaryErrorFunction, errorFunction } from '../numerics/errorFunction';

/**
 * The closed form of Tang & Piran 2019 for two zones, offered because published fluxes use it. It is normalised and continuous, but not a
 * solution: it has the planar transmission at r_b, so it needs r_b^2 / (2 h Lambda) far above sqrt(1/h), and is negative near the source
 * once the diffusion length inside exceeds r_b.
 *
 * With lambda = sqrt(4 h Lambda), eps = r_b/lambda, xi = sqrt(h),
 *   G = xi (xi+1) / {(pi lambda^2)^(3/2) [2 xi^2 erf(eps) - xi (xi-1) erf(2 eps) + 2 erfc(eps)]} times
 *   inside:  exp(-r^2/lambda^2) + (xi-1)/(xi+1) (2 r_b/r - 1) exp[-(r - 2 r_b)^2/lambda^2],
 *   outside: 2 xi/(xi+1) [r_b/r + xi (1 - r_b/r)] exp{-[xi (r - r_b) + r_b]^2/lambda^2}.
 *
 * @returns G [r^-3]
 * Ref: Tang & Piran, MNRAS 484, 3491 (2019); the form as later work quotes it, not held against the printed paper.
 */
export function tangPiranGreen(radius: f64, lambda: f64, haloRadius: f64, ratio: f64): f64 {
  const squared = 4 * ratio * lambda;
  const length = Math.sqrt(squared);
  const eps = haloRadius / length;
  const xi = Math.sqrt(ratio);
  const bracket = 2 * ratio * errorFunction(eps) - xi * (xi - 1) * errorFunction(2 * eps) + 2 * complementaryErrorFunction(eps);
  const front = xi * (xi + 1) / (Math.PI * squared * Math.sqrt(Math.PI * squared) * bracket);
  const near = haloRadius / radius;
  if (radius < haloRadius) {
    const mirror = radius - 2 * haloRadius;
    return front * (
      Math.exp(-radius * radius / squared) +
      (xi - 1) / (xi + 1) * (2 * near - 1) * Math.exp(-mirror * mirror / squared)
    );
  }
  const way = xi * (radius - haloRadius) + haloRadius;
  return front * 2 * xi / (xi + 1) * (near + xi * (1 - near)) * Math.exp(-way * way / squared);
}

/** Writes ln[l^(3/2) G] of every moment of the histories of `count` energies, as fillTwoZoneGreens does; the Earth is outside r_b. */
export function fillTangPiranGreens(
  lengths: usize, histories: usize, count: i32, distance: f64, velocity: f64, diffusion: f64, haloRadius: f64, ratio: f64,
  logGreens: usize,
): void {
  let at = histories;
  let to = logGreens;
  for (let i = 0; i < count; i++) {
    const bytes = <usize>load<i32>(lengths + (<usize>i << 2)) << 3;
    for (let j: usize = 0; j < bytes; j += 8) {
      const radius = Math.sqrt(distance * distance + velocity * velocity * load<f64>(at + 3 * bytes + j));
      const diffusionTime = 1 / load<f64>(at + 4 * bytes + j);
      const green = tangPiranGreen(radius, diffusion * diffusionTime, haloRadius, ratio);
      store<f64>(to, green > 0 ? Math.log(green) + 1.5 * Math.log(diffusionTime) : LOG_OF_NOTHING);
      to += 8;
    }
    at += bytes * COLUMNS;
  }
}
