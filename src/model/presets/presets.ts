/** Published models as scenarios, each with what it follows. */
import { ams02FitFunction } from './ams02.ts';
import { diMauro2019, diMauro2019OneZone, diMauro2019SoftSpectrum } from './diMauro2019.ts';
import { evoli2021 } from './evoli2021.ts';
import { fang2018 } from './fang2018.ts';
import { gemingaHawc2017 } from './hawc2017.ts';
import { manconi2020 } from './manconi2020.ts';
import { gemingaFastDiffusion, monogemFastDiffusion } from './onePulsar.ts';
import type { Preset } from './presetTypes.ts';
import { profumo2018 } from './profumo2018.ts';

export const presets: readonly Preset[] = [
  gemingaFastDiffusion,
  gemingaHawc2017,
  monogemFastDiffusion,
  fang2018,
  profumo2018,
  diMauro2019,
  diMauro2019SoftSpectrum,
  diMauro2019OneZone,
  manconi2020,
  evoli2021,
  ams02FitFunction,
];

/** The preset with which everything starts. */
export const DEFAULT_PRESET_ID = 'geminga';

/** The preset with this id, or undefined. */
export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
