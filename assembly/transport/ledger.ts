import { spinDownEnergyLost } from '../injection';
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { CoolingTrack } from './coolingTrack';
import { braking, injectionEnd, logDecline, release, releasedAtOnce, spectrumInForce, timescale } from './pulsarSource';

const BLOCKS: i32 = 32;
const timeRule = new GaussLegendreRule(4);
const energyRule = new GaussLegendreRule(16);
const track = new CoolingTrack();

/** int S dE between two energies, in panels of at most one unit of ln E. */
function spectrumBetween(from: f64, to: f64): f64 {
  const range = Math.log(to / from);
  const panels = <i32>Math.ceil(max<f64>(1, range));
  const width = range / <f64>panels;
  let sum: f64 = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let j = 0; j < energyRule.size; j++) {
      const energy = from * Math.exp(width * (<f64>panel + 0.5 * (1 + energyRule.nodes[j])));
      sum += energyRule.weights[j] * energy * spectrumInForce(energy);
    }
  }
  return 0.5 * width * sum;
}

/**
 * Number of positrons injected above an energy that cool below it: the flow through the lower end of the energy grid.
 *
 * int dt L(t) int_E^{E(t)} S dE', where E(t) is the track that ends at E. They are counted wherever they are, inside
 * the outer boundary or beyond: they are followed no further.
 *
 * @param energy E [GeV]
 * @param endTime time since birth [s]
 * @param factor injection at birth over S [s^-1], or for a burst the number released over S [1]
 * @returns [1], relative error below 1e-6
 */
export function numberCooledBelow(energy: f64, endTime: f64, factor: f64): f64 {
  track.begin(energy, endTime, BLOCKS);
  const all = injectionEnd(energy);
  if (energy >= all || endTime <= release) return 0;
  if (releasedAtOnce) return factor * spectrumBetween(energy, track.alive ? track.energy : all);
  // Until the track begins, everything that is injected above E will have passed it.
  const before = spinDownEnergyLost(track.start, timescale, braking) - spinDownEnergyLost(release, timescale, braking);
  let sum = before * timescale * spectrumBetween(energy, all);
  for (let block = 0; block < BLOCKS; block++) {
    const from = track.blockStart(block), half = 0.5 * (track.blockStart(block + 1) - from);
    for (let j = 0; j < timeRule.size; j++) {
      const time = from + half * (1 + timeRule.nodes[j]);
      track.moveTo(time);
      sum += half * timeRule.weights[j] * Math.exp(logDecline(time)) * spectrumBetween(energy, track.energy);
    }
  }
  return factor * sum;
}
