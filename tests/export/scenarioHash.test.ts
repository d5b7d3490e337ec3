import { describe, expect, it } from 'vitest';
import { exportStem } from '../../src/export/exportedFile.ts';
import { canonicalJson, fnv1a64, scenarioHash } from '../../src/export/scenarioHash.ts';
import { withValue } from '../../src/model/paths.ts';
import { scenario } from './fixtures.ts';

describe('the fingerprint of a scenario', () => {
  it.each([
    ['', 0xcbf29ce484222325n],
    ['a', 0xaf63dc4c8601ec8cn],
    ['foobar', 0x85944171f73967e8n],
  ])('is FNV-1a with 64 bits: the published value of "%s"', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  it('does not depend on the order of keys, but on every value', () => {
    const reversed = Object.fromEntries(Object.entries(scenario).reverse()) as typeof scenario;
    expect(canonicalJson(reversed)).toBe(canonicalJson(scenario));
    expect(JSON.parse(canonicalJson(scenario))).toEqual(scenario);
    expect(scenarioHash(reversed)).toBe(scenarioHash(scenario));
    const other = withValue(scenario, 'sources[Geminga].efficiency', 1.3000000000000003);
    expect(scenarioHash(other)).not.toBe(scenarioHash(scenario));
  });

  it('spreads over all six digits: 500 neighbouring scenarios differ', () => {
    const hashes = Array.from({ length: 500 }, (_, step) =>
      scenarioHash(withValue(scenario, 'sources[Geminga].efficiency', 1 + step / 1000)),
    );
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{6}$/);
    // 500 draws from 2^24 meet with a probability of 0.7 %; the values are fixed, so that this never changes.
    expect(new Set(hashes).size).toBe(500);
  });
});

describe('the name of an exported file', () => {
  it('has the name of the scenario, the part, the day and the fingerprint', () => {
    const hash = scenarioHash(scenario);
    expect(exportStem(scenario, 'spectrum', '2026-03-01')).toBe(
      `geminga-fast-galactic-diffusion-spectrum-20260301-${hash}`,
    );
    expect(exportStem({ ...scenario, name: 'Мое, "η"' }, '', '2026-03-01')).toMatch(
      /^geminga-scenario-20260301-[0-9a-f]{6}$/,
    );
    expect(exportStem({ ...scenario, name: 'Geminga' }, 'fit', '2026-12-31')).toMatch(
      /^geminga-geminga-fit-20261231-[0-9a-f]{6}$/,
    );
  });

  it('refuses what is no day', () => {
    for (const date of ['', '1.3.2026', '20260301', '2026-03-01T10:00']) {
      expect(() => exportStem(scenario, 'fit', date)).toThrow(RangeError);
    }
  });
});
