// What solver C offers to the outside; index.ts re-exports it. Arrays are addresses of f64, units GeV, cm, s.
import { BLOCK_STEPS } from './lanes';
import { guardedSteps } from './march';
import { nodes, volumes } from './shells';

export {
  TRANSPORT_DONE, TRANSPORT_NO_SHELLS, TRANSPORT_STEPS_NOT_IN_BLOCKS, TRANSPORT_TOO_FEW_SHELLS,
  TRANSPORT_TOO_MANY_SHELLS,
} from './answers';
export { layOutTransport } from './layOut';
export { numberCooledBelow } from './ledger';
export { densitiesAt } from './observer';
export { setTransportSource } from './pulsarSource';
export { FEWEST_SHELLS, MOST_SHELLS } from './shells';
export { FEWEST_BLOCKS, solveTransport } from './solve';
export { setTransportZones, ZONE_TABLE_SIZE, zoneTableEnergy } from './zones';
export { BLOCK_STEPS };

/** Address of the radii at which the densities of the shells stand [cm]. */
export function shellRadii(): usize {
  return changetype<usize>(nodes);
}

/** Address of the volumes of the shells [cm^3]. */
export function shellVolumes(): usize {
  return changetype<usize>(volumes);
}

/** Steps of single energies in the last solution that a second-order step would have turned negative. */
export function transportGuardedSteps(): i32 {
  return guardedSteps;
}
