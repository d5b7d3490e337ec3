/** Where the halo of a moving pulsar stands. */
import type { Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { movingPulsars } from '../state/haloEdits.ts';
import { parametersWords } from './parametersWords.ts';

/** One sentence, or null where nothing moves or there is no halo. */
export function centreInWords(scenario: Scenario): string | null {
  const { halo } = scenario.propagation;
  const moving = movingPulsars(scenario);
  if (!halo || moving.length === 0) return null;
  const words = parametersWords().halo;
  const speeds = moving.map(({ name, transverseVelocity_km_s }) =>
    words.moves(name, formatNumber(transverseVelocity_km_s)),
  );
  const centre = halo.centre === 'emission' ? words.centredOnEmission : words.centredOnPulsar;
  return `${speeds.join(', ')}: ${centre}.`;
}
