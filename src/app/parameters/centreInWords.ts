/** Where the halo of a moving pulsar stands. */
import type { Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { movingPulsars } from '../state/haloEdits.ts';

/** One sentence, or null where nothing moves or there is no halo. */
export function centreInWords(scenario: Scenario): string | null {
  const { halo } = scenario.propagation;
  const moving = movingPulsars(scenario);
  if (!halo || moving.length === 0) return null;
  const speeds = moving.map(
    ({ name, transverseVelocity_km_s }) => `${name} moves with ${formatNumber(transverseVelocity_km_s)} km s⁻¹`,
  );
  const centre =
    halo.centre === 'emission'
      ? 'each positron diffuses in a halo centred on the place where it was emitted'
      : 'the halo is centred on the pulsar, which carries it along and emits at its distance of today';
  return `${speeds.join(', ')}: ${centre}.`;
}
