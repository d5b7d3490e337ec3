/** Tables in a scenario: a background, or the positrons per event of a channel of dark matter. */
import { defaultsOf, tableBlock } from '../../model/parameters.ts';
import type { DarkMatter, Scenario } from '../../model/scenario.ts';
import { edit, withBackground } from '../state/edits.ts';
import type { SpectrumTable } from './readSpectrumTable.ts';

/** The table of the background; null where it has none. */
export function backgroundTable({ background }: Scenario): SpectrumTable | null {
  if (background.model !== 'table') return null;
  return { name: background.name, energies_GeV: background.energies_GeV, values: background.flux };
}

/** The scenario with a table as its background; a table in place of another keeps its normalisation. */
export function withBackgroundTable(scenario: Scenario, { name, energies_GeV, values }: SpectrumTable): Scenario {
  const { background } = scenario;
  // What is free of another background is not free any more.
  const without = background.model === 'table' ? scenario : withBackground(scenario, 'none');
  const { normalisation } = background.model === 'table' ? background : defaultsOf(tableBlock);
  return {
    ...without,
    background: { model: 'table', name, normalisation, energies_GeV: [...energies_GeV], flux: [...values] },
  };
}

/** The table of the channel of dark matter; null where it has none. */
export function channelTable({ darkMatter }: Scenario): SpectrumTable | null {
  if (!darkMatter?.spectrum) return null;
  const { name, energies_GeV, perEvent_per_GeV } = darkMatter.spectrum;
  return { name, energies_GeV, values: perEvent_per_GeV };
}

/** The scenario with a table as the channel of its dark matter. */
export function withChannelTable(scenario: Scenario, { name, energies_GeV, values }: SpectrumTable): Scenario {
  const { darkMatter } = scenario;
  if (!darkMatter) return scenario;
  const spectrum = { name, energies_GeV: [...energies_GeV], perEvent_per_GeV: [...values] };
  return edit({ ...scenario, darkMatter: { ...darkMatter, spectrum } }, 'darkMatter.channel', 'table');
}

/** The highest energy that one event gives a positron [GeV]. */
export function highestEnergy_GeV({ process, mass_GeV }: DarkMatter): number {
  return process === 'annihilation' ? mass_GeV : mass_GeV / 2;
}
