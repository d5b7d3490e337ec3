import { zoneEdgeWidth } from './zones';
import { edgeShell, faces, nodes, shells } from './shells';

/** Shells that take part in an interpolation. */
const STENCIL: i32 = 4;

/**
 * The densities at one radius, from those of the shells.
 *
 * ln(r N) is interpolated by a cubic through four nodes on the same side of a sharp edge, where N has a kink: exact
 * for the 1/r of a steady source, close for the Gaussian tails, never negative; second order as the nodes themselves.
 *
 * @param radius r [cm]
 * @param energyCount number of rows of densities
 * @param densities address of N at the nodes, one row of shells for each energy
 * @param result address of N(r), energy by energy; 0 beyond the boundary and where a node has none
 */
export function densitiesAt(radius: f64, energyCount: i32, densities: usize, result: usize): void {
  let low = 0, high = shells;
  if (zoneEdgeWidth == 0 && edgeShell > 0 && edgeShell < shells) {
    if (radius < faces[edgeShell]) high = edgeShell;
    else low = edgeShell;
  }
  let above = low;
  while (above < high && nodes[above] < radius) above++;
  const start = max<i32>(low, min<i32>(high - STENCIL, above - STENCIL / 2));
  const beyond = radius >= faces[shells];
  for (let k = 0; k < energyCount; k++) {
    const row = densities + (<usize>(k * shells + start) << 3);
    let sum: f64 = 0, dark = beyond;
    for (let i = 0; i < STENCIL; i++) {
      const node = nodes[start + i], density = load<f64>(row + (<usize>i << 3));
      dark = dark || !(density > 0);
      let weight: f64 = 1;
      for (let j = 0; j < STENCIL; j++) {
        if (j != i) weight *= (radius - nodes[start + j]) / (node - nodes[start + j]);
      }
      sum += weight * Math.log(density * node);
    }
    store<f64>(result + (<usize>k << 3), dark ? 0 : Math.exp(sum) / radius);
  }
}
