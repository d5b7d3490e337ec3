import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';

/**
 * What the recovery study simulates: Geminga in one zone with four free parameters. The cutoff lies where AMS-02 has points
 * on both sides of it, so that the data determine it.
 */
export function recoveryTruth(): Scenario {
  const { scenario } = presetById('geminga') ?? {};
  if (!scenario) throw new Error('the preset "geminga" is missing');
  const sources = scenario.sources.map((source) =>
    source.type === 'pulsar' ? { ...source, efficiency: 1.2, spectralIndex: 2.05, cutoffEnergy_GeV: 800 } : source,
  );
  return parseScenario({ ...scenario, name: 'Geminga, simulated', sources });
}
