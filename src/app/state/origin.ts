/** Where a scenario came from: what "modified", the long ticks and reset refer to. */
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';

export interface Origin {
  /** Id of the preset, or null for a scenario from a link or a file. */
  readonly presetId: string | null;
  readonly scenario: Scenario;
}

export function originOfPreset(preset: Preset): Origin {
  return { presetId: preset.id, scenario: preset.scenario };
}

/** A scenario from a link or a file, compared with itself. */
export function ownOrigin(scenario: Scenario): Origin {
  return { presetId: null, scenario };
}

/**
 * The origin of a linked scenario: the preset that the link names, if it has the same sources; a scenario with other
 * sources has nothing in common with it and is compared with itself.
 */
export function originOfLink(scenario: Scenario, preset: Preset | undefined): Origin {
  const sources = (of: Scenario) => of.sources.map(({ type, name }) => `${type} ${name}`).join('\n');
  return preset && sources(preset.scenario) === sources(scenario) ? originOfPreset(preset) : ownOrigin(scenario);
}
