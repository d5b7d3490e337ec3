/** What stands beside published values, in Italian; names of works stay as they are. */
import { DI_MAURO_2019, EVOLI_2021, HAWC_2017 } from '../../../model/declaration/papers.ts';

/** By the English. */
export const published: Readonly<Record<string, string>> = {
  [`${EVOLI_2021}: 0.44e28 per kpc of halo height, 5 kpc`]: `${EVOLI_2021}: 0.44e28 per kpc di altezza dell’alone, 5 kpc`,
  'Fang, Bi, Yin, Yuan, ApJ 863, 30 (2018): 1.8e30 at 100 TeV':
    'Fang, Bi, Yin, Yuan, ApJ 863, 30 (2018): 1.8e30 a 100 TeV',
  [`${HAWC_2017}: 4.5e27 at 100 TeV`]: `${HAWC_2017}: 4.5e27 a 100 TeV`,
  [`${DI_MAURO_2019}: 1.1e27 at 100 GeV`]: `${DI_MAURO_2019}: 1.1e27 a 100 GeV`,
  [`${DI_MAURO_2019}: 178 mas/yr at 250 pc`]: `${DI_MAURO_2019}: 178 mas/anno a 250 pc`,
  'the round number in common use': 'il numero tondo d’uso comune',
  'mean of 2011-05 to 2017-11, Usoskin et al. (2017)': 'media da 2011-05 a 2017-11, Usoskin et al. (2017)',
};
