import { TRANSPORT_DONE, TRANSPORT_TOO_FEW_SHELLS, TRANSPORT_TOO_MANY_SHELLS } from './answers';
import { setLane } from './block';
import { CoolingTrack } from './coolingTrack';
import { placeEdge } from './factors';
import { innerSpread, outerSpread } from './lanes';
import { sourceExtent, spreadSource } from './pulsarSource';
import { FEWEST_SHELLS, layOutShells, MOST_SHELLS } from './shells';
import { innerDiffusion, outerDiffusion, zoneEdgeWidth, zoneRadius } from './zones';

/** Diffusion lengths sqrt(int D dt) from the outermost radius of interest to the boundary, whose image counts 1e-11. */
const MARGIN: f64 = 5;
/** Widths of a smooth edge beyond which D is that of the zone. */
const EDGE_WIDTHS: f64 = 12;
/** Blocks in which the reach of diffusion is estimated. */
const REACH_BLOCKS: i32 = 3;

const track = new CoolingTrack();

/**
 * Lays out the shells for a set of energies, by the losses, zones and source in force (see layOutShells). The
 * boundary lies where nothing arrives that could come back. If r_b lies beyond that, too, the inner zone fills the
 * grid.
 *
 * @param count number of shells
 * @param energies address of the energies [GeV]
 * @param energyCount their number
 * @param endTime latest time of interest [s]
 * @param observer outermost radius of interest: there the solution is as good as inside [cm]
 * @param core radius below which shells are not refined further [cm]
 * @returns TRANSPORT_DONE, or what is wrong with the number of shells
 */
export function layOutTransport(
  count: i32, energies: usize, energyCount: i32, endTime: f64, observer: f64, core: f64,
): i32 {
  if (count > MOST_SHELLS) return TRANSPORT_TOO_MANY_SHELLS;
  if (count < FEWEST_SHELLS) return TRANSPORT_TOO_FEW_SHELLS;
  let inner: f64 = 0, outer: f64 = 0, logRatio: f64 = 0, reaching = 0;
  for (let i = 0; i < energyCount; i++) {
    track.begin(load<f64>(energies + (<usize>i << 3)), endTime, REACH_BLOCKS);
    if (!track.alive) continue;
    let trackInner: f64 = 0, trackOuter: f64 = 0;
    for (let block = 0; block < REACH_BLOCKS; block++) {
      setLane(0, track, track.blockStart(block), track.blockStart(block + 1));
      trackInner += innerSpread[0];
      trackOuter += outerSpread[0];
    }
    inner = max<f64>(inner, trackInner);
    outer = max<f64>(outer, trackOuter);
    logRatio += Math.log(innerDiffusion(track.logEnergy) / outerDiffusion(track.logEnergy));
    reaching++;
  }
  const extent = sourceExtent();
  const innerBoundary = observer + max<f64>(0.5 * observer, extent + MARGIN * Math.sqrt(inner));
  const outerBoundary = max<f64>(observer, zoneRadius) + max<f64>(0.5 * observer, extent + MARGIN * Math.sqrt(outer));
  const boundary = zoneRadius - EDGE_WIDTHS * zoneEdgeWidth > innerBoundary ? innerBoundary : outerBoundary;
  const ratio = reaching > 0 ? Math.exp(logRatio / <f64>reaching) : 1;
  layOutShells(count, observer, core, zoneRadius, zoneEdgeWidth, ratio, boundary);
  spreadSource();
  placeEdge();
  return TRANSPORT_DONE;
}
