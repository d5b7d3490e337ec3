import common from './common.json';
import halo from './halo-of-slow-diffusion.json';
import near from './high-energies-come-from-near.json';
import fit from './how-a-fit-fools-you.json';
import darkMatter from './pulsars-or-dark-matter.json';
import kleinNishina from './what-klein-nishina-changes.json';
import origin from './where-positrons-come-from.json';

export { common };
/** By the ids of the lessons. */
export const texts: Record<string, unknown> = {
  'where-positrons-come-from': origin,
  'high-energies-come-from-near': near,
  'what-klein-nishina-changes': kleinNishina,
  'halo-of-slow-diffusion': halo,
  'pulsars-or-dark-matter': darkMatter,
  'how-a-fit-fools-you': fit,
};
