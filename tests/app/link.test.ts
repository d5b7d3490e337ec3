import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../src/app/state/link.ts';
import { InputError } from '../../src/model/inputError.ts';
import { presets } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import { SCENARIO_VERSION } from '../../src/model/scenario.ts';
import { FIRST_HALO_LINK, FIRST_LINK } from './oldLinks.ts';
import { scenarioArbitrary } from './scenarioArbitrary.ts';

const [geminga] = presets as [Preset, ...Preset[]];

function refusal(fragment: string): string {
  try {
    decodeLink(fragment);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error(`${fragment} was read without complaint`);
}

describe('a link', () => {
  it('brings every scenario back, number by number', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.constantFrom(null, 'geminga', 'monogem'), (scenario, preset) => {
        const link = encodeLink(scenario, preset);
        expect(link).toMatch(/^s=1\.[0-9a-z]+\.[0-9a-z]+\.[A-Za-z0-9_-]+$/);
        expect(decodeLink(`#${link}`)).toEqual({ presetId: preset, scenario });
      }),
      { numRuns: 200 },
    );
  });

  it('is short enough for every mail program', () => {
    // Some programs break lines or cut addresses beyond 2000 characters.
    for (const { scenario, id } of presets) expect(encodeLink(scenario, id).length).toBeLessThan(1200);
  });

  it('that was cut anywhere is recognised', () => {
    const link = encodeLink(geminga.scenario, 'geminga');
    for (let length = 1; length < link.length; length++) {
      expect(refusal(link.slice(0, length))).toMatch(/copy it whole from where it came\.$/);
    }
  });

  it('cut in half says how much of it is there', () => {
    const link = encodeLink(geminga.scenario, null);
    expect(refusal(link.slice(0, link.length / 2))).toMatch(/^This link is incomplete: it holds \d+ of \d+ characters/);
  });

  it('with one wrong character is recognised by its checksum', () => {
    const link = encodeLink(geminga.scenario, null);
    const start = link.lastIndexOf('.') + 1;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: link.length - 2 }),
        fc.constantFrom('A', 'z', '0', '_', '-'),
        (at, wrong) => {
          fc.pre(link[at] !== wrong);
          expect(refusal(link.slice(0, at) + wrong + link.slice(at + 1))).toMatch(/^This link is damaged/);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(['s=', 's=1', 's=hello', 's=1.zz.zz', 'preset', 'foo=bar', 'section-2'])(
    '%s gives one sentence',
    (fragment) => {
      const sentence = refusal(`#${fragment}`);
      expect(sentence.startsWith('This link')).toBe(true);
      expect(sentence.match(/\.(\s|$)/g)).toHaveLength(1);
    },
  );

  it('of a newer packing asks for a newer page', () => {
    expect(refusal('#s=2.1.1.AAAA')).toMatch(/newer than this page reads/);
  });

  it('holding a scenario that breaks a rule says which', () => {
    const broken = { ...geminga.scenario, sun: { potential_MV: -5 } };
    expect(refusal(encodeLink(broken, null))).toMatch(
      /^sun\.potential_MV is -5, but must be a number from 0 to 5000 MV/,
    );
  });

  it('may name a preset only', () => {
    expect(decodeLink('#preset=monogem')).toEqual({ presetId: 'monogem', scenario: null });
  });

  it('may be missing', () => {
    expect(decodeLink('')).toBeNull();
    expect(decodeLink('#')).toBeNull();
  });

  it('from the first day of packing version 1 still opens, as the present version of scenarios', () => {
    const scenario = decodeLink(FIRST_LINK)?.scenario;
    expect(scenario?.sources[0]).toMatchObject({ name: 'Geminga', distance_pc: 250, age_kyr: 342 });
    expect(scenario?.version).toBe(SCENARIO_VERSION);
    expect(scenario?.propagation).toMatchObject({ solver: 'greens', propagator: 'gaussian', halo: null });
  });

  it('from the first day of halos still opens', () => {
    const link = decodeLink(FIRST_HALO_LINK);
    expect(link?.presetId).toBe('geminga');
    expect(link?.scenario?.propagation).toMatchObject({
      solver: 'finite-volume',
      halo: { D0_cm2_s: 1e26, radius_pc: 60, greensFunction: 'exact', endTime_kyr: 150 },
    });
  });
});
