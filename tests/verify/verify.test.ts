import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { InputError } from '../../src/model/inputError.ts';
import { FAMILIES } from '../../src/verify/families.ts';
import {
  type ReferenceCase,
  type ReferenceDocument,
  readReferenceDocument,
} from '../../src/verify/referenceDocument.ts';
import { shippedCases } from '../../src/verify/shippedCases.ts';
import { verifyCases } from '../../src/verify/verifyCases.ts';
import { referenceDocumentText } from '../../src/verify/writeCases.ts';
import { geminga } from '../cli/harness.ts';

const FOLDER = new URL('../physics/reference/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort();
const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const documentOf = (name: string) => readReferenceDocument(textOf(name), name);
const kernel = await loadNodeKernel();

const familyFile = (name: string) => `${name}.json`;
const OUTPUTS = new Map(FAMILIES.map((family) => [familyFile(family.name), family.outputs]));

/** The document as a checker gives it: inputs only. */
function withoutOutputs(document: ReferenceDocument, name: string): ReferenceDocument {
  const outputs = OUTPUTS.get(name) ?? [];
  const cases = document.cases.map(
    (entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => !outputs.includes(key))) as ReferenceCase,
  );
  return { ...document, cases };
}

/** The first case of a file, changed. */
function oneCase(name: string, change: (copy: Record<string, unknown>) => void): ReferenceDocument {
  const document = documentOf(name);
  const copy = structuredClone(document.cases[0]) as Record<string, unknown>;
  change(copy);
  return { ...document, cases: [copy as ReferenceCase] };
}

const changeParameters = (name: string, values: Record<string, unknown>) =>
  oneCase(name, (copy) => {
    copy['parameters'] = { ...(copy['parameters'] as object), ...values };
  });

describe('the shipped reference cases', () => {
  it('are one file per family, and the program carries all of them', () => {
    expect(NAMES).toEqual(FAMILIES.map(({ name }) => familyFile(name)).sort());
    expect(shippedCases().map(({ file }) => file)).toEqual(NAMES);
  });

  it.each(NAMES)('%s: the kernel gives the reference values, every one of them', (name) => {
    const { verdicts } = verifyCases(kernel, documentOf(name), name);
    expect(verdicts.length).toBeGreaterThan(0);
    for (const { id, family, comparison } of verdicts) {
      expect(familyFile(family), id).toBe(name);
      expect(comparison?.passed, `${id}: ${JSON.stringify(comparison?.worst)}`).toBe(true);
      expect(comparison?.compared, id).toBeGreaterThan(0);
    }
  });

  it.each(NAMES)('%s: stripped of its results it is filled in with the same keys, order and shapes', (name) => {
    const whole = documentOf(name);
    // Halos take a third of a second each.
    const original = name.startsWith('halo-') ? { ...whole, cases: whole.cases.slice(0, 1) } : whole;
    const { document, verdicts } = verifyCases(kernel, withoutOutputs(original, name), name);
    expect(verdicts.every(({ comparison }) => comparison === null)).toBe(true);
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shape);
      if (typeof value !== 'object' || value === null) return typeof value;
      return Object.entries(value)
        .filter(([key]) => key !== 'hessianErrorsRelativeUncertainty')
        .map(([key, item]) => [key, shape(item)]);
    };
    expect(shape(document)).toEqual(shape(original));
    const again = readReferenceDocument(referenceDocumentText(document), name);
    expect(again).toEqual(document);
    expect(
      verifyCases(kernel, again, name).verdicts.every(
        ({ comparison }) => comparison?.passed && comparison.worst?.difference === 0,
      ),
    ).toBe(true);
  });

  it.each(NAMES)('%s is written in its own layout, so that a filled-in file differs from it in digits only', (name) => {
    // JSON does not tell 3.0 from 3, nor 1.0e-05 from 1e-5: compared without numbers.
    const frame = (text: string) => text.replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, '0');
    expect(frame(referenceDocumentText(documentOf(name)))).toBe(frame(textOf(name)));
  });
});

describe('a wrong reference value', () => {
  it.each<[string, (values: number[]) => void, boolean]>([
    ['is found: 2e-4 off in a flux', (values) => values.splice(40, 1, (values[40] as number) * 1.0002), false],
    ['is found: a missing entry', (values) => void values.pop(), false],
    ['is found: null in place of a number', (values) => values.splice(40, 1, null as never), false],
    ['is tolerated within 1e-4', (values) => values.splice(40, 1, (values[40] as number) * 1.00005), true],
  ])('%s', (_, change, passed) => {
    const document = oneCase('flux-onezone.json', (copy) => change(copy['values'] as number[]));
    expect(verifyCases(kernel, document, 'x').verdicts[0]?.comparison?.passed).toBe(passed);
  });

  it('is measured against the floor where a spectrum is below 1e-6 of its largest E^3-weighted value', () => {
    const burst = documentOf('flux-onezone.json').cases.find(({ id }) => id === 'geminga-burst') as ReferenceCase;
    const energies = burst['energies_GeV'] as number[];
    const last = energies.length - 1;
    const largest = Math.max(
      ...(burst['values'] as number[]).map((value, index) => value * (energies[index] as number) ** 3),
    );
    const withLast = (weighted: number): ReferenceDocument => ({
      cases: [
        { ...burst, values: (burst['values'] as number[]).with(last, weighted / (energies[last] as number) ** 3) },
      ],
    });
    const passes = (weighted: number) => verifyCases(kernel, withLast(weighted), 'x').verdicts[0]?.comparison?.passed;
    // Nothing arrives there; 1e-4 of the floor is allowed.
    expect(passes(0.5e-10 * largest)).toBe(true);
    expect(passes(2e-10 * largest)).toBe(false);
  });

  it('is found inside statistics: a wrong bound, a wrong correlation, a missing component', () => {
    const failing = [
      oneCase('nonlinear-fit.json', (copy) => Object.assign(copy['values'] as object, { boundsHit: ['efficiency'] })),
      oneCase('linear-fit.json', (copy) =>
        Object.assign(copy['values'] as object, {
          correlation: [
            [1, -0.7185],
            [-0.7185, 1],
          ],
        }),
      ),
      oneCase('losses.json', (copy) => Object.assign(copy['components_GeV_s'] as object, { gamma: [] })),
    ];
    for (const document of failing)
      expect(verifyCases(kernel, document, 'x').verdicts[0]?.comparison?.passed).toBe(false);
  });
});

describe('the table of a family', () => {
  it('belongs to two zones as soon as a case names the slow one', () => {
    const document = changeParameters('flux-onezone.json', { D0Halo_cm2_s: 2e28, haloRadius_pc: 50 });
    const [verdict] = verifyCases(kernel, document, 'x').verdicts;
    // The slow zone of this one is as fast as the rest, so that the numbers of one zone are right.
    expect([verdict?.family, verdict?.comparison?.passed]).toEqual(['flux-twozone', true]);
  });

  it('keeps what describes it, and computes none of it', () => {
    const described = documentOf('profiles.json').cases[0] as ReferenceCase;
    const { volumeIntegralCheck: _, ...plain } = described;
    const filled = (given: ReferenceCase) =>
      verifyCases(kernel, withoutOutputs({ cases: [given] }, 'profiles.json'), 'x').document.cases[0];
    expect(filled({ ...described, volumeIntegralCheck: 1 })?.['volumeIntegralCheck']).toBe(1);
    expect(Object.keys(filled(plain as ReferenceCase) as object)).not.toContain('volumeIntegralCheck');
  });

  /** The first case of a file with one number of its table changed. */
  const passesWith = (
    name: string,
    row: number,
    column: number,
    change: (value: number, largest: number) => number,
  ) => {
    const document = oneCase(name, (copy) => {
      const rows = copy['values'] as number[][];
      const values = rows[row] as number[];
      values[column] = change(values[column] as number, Math.max(...rows.flat()));
    });
    return verifyCases(kernel, document, 'x').verdicts[0]?.comparison?.passed;
  };

  it('of densities is compared energy by energy: the lowest energy does not excuse the highest', () => {
    // At 100 TeV every density is below 1e-9 of those at 10 GeV.
    expect(passesWith('profiles.json', 5, 3, (value) => value * 1.0002)).toBe(false);
    expect(passesWith('profiles.json', 5, 3, (value) => value * 1.00005)).toBe(true);
    // 800 pc away hardly any arrive at 100 TeV, 2.6e-32: 1e-4 of 1e-6 of the 1.1e-24 in the centre is allowed.
    expect(passesWith('profiles.json', 5, 19, (value) => value + 1e-34)).toBe(true);
    expect(passesWith('profiles.json', 5, 19, (value) => value + 2e-34)).toBe(false);
  });

  it('of a Green function counts down to 1e-30 of the largest value anywhere in it', () => {
    // 70 pc away G is 0 at Lambda = 1 pc^2, and 4e-17 pc^-3 at 25198 pc^2, which is compared with itself.
    expect(passesWith('greens-twozone.json', 4, 0, (_, largest) => largest * 1e-37)).toBe(true);
    expect(passesWith('greens-twozone.json', 4, 0, (_, largest) => largest * 1e-35)).toBe(false);
    expect(passesWith('greens-twozone.json', 4, 10, (value) => value * (1 + 2e-6))).toBe(false);
  });
});

describe('a case that cannot be evaluated is an error that names it', () => {
  it.each<[string, ReferenceDocument, string[]]>([
    [
      'a misspelt parameter',
      changeParameters('flux-onezone.json', { distanse_pc: 250 }),
      ['"distanse_pc"', 'flux-onezone', 'geminga-g1.8'],
    ],
    [
      'a slow zone without a radius',
      changeParameters('flux-onezone.json', { D0Halo_cm2_s: 1e26 }),
      ['propagation.halo.radius_pc', 'missing', 'geminga-g1.8'],
    ],
    ['a radius without a slow zone', changeParameters('flux-onezone.json', { haloRadius_pc: 50 }), ['"haloRadius_pc"']],
    [
      'an option of the program',
      changeParameters('flux-twozone.json', { solver: 'finite-volume' }),
      ['"solver"', 'flux-twozone', 'geminga-hawc-rb50'],
    ],
    [
      'the profile of a moving pulsar',
      changeParameters('profiles.json', { transverseVelocity_km_s: 100 }),
      ['transverseVelocity_km_s', '100', 'no profile'],
    ],
    [
      'a radius of nothing',
      oneCase('profiles.json', (copy) => Object.assign(copy, { radii_pc: [0, 1] })),
      ['radii_pc[0]', 'from 0.001 to 100000 pc'],
    ],
    [
      'a Lambda of nothing',
      oneCase('greens-twozone.json', (copy) => Object.assign(copy, { Lambda_pc2: [0] })),
      ['Lambda_pc2[0]', 'pc^2'],
    ],
    ['no diffusion in the slow zone', changeParameters('greens-twozone.json', { D0HaloOverD0: 0 }), ['D0HaloOverD0']],
    ['a halo that moves', changeParameters('halo-sed.json', { transverseVelocity_km_s: 9 }), ['9', 'seen round']],
    [
      'a halo without photons to scatter',
      changeParameters('halo-surface-brightness.json', {
        losses: 'thomson',
        b0_GeV_s: 1e-16,
        radiationField: undefined,
        magneticField_uG: undefined,
      }),
      ['parameters.losses', 'thomson', 'radiation field'],
    ],
    [
      'a band that ends before it begins',
      oneCase('halo-surface-brightness.json', (copy) => Object.assign(copy, { bandEnergies_GeV: [4e4, 8e3] })),
      ['bandEnergies_GeV[1]', '8000', 'above 40000 GeV'],
    ],
    [
      'an angle of nothing',
      oneCase('halo-surface-brightness.json', (copy) => Object.assign(copy, { angles_deg: [0] })),
      ['angles_deg[0]', 'deg'],
    ],
    ['positrons alone', changeParameters('halo-sed.json', { radiating: 'e+' }), ['radiating', 'e+ and e-']],
    [
      'a blackbody without temperature',
      changeParameters('ic-powerlaw.json', { radiationComponents: [{ name: 'CMB', energyDensity_eV_cm3: 0.26 }] }),
      ['radiationComponents[0].temperature_K', 'missing', 'hooper2017-p2'],
    ],
    [
      'a cutoff below the lowest energy',
      changeParameters('ic-powerlaw.json', { cutoffEnergy_GeV: 0.5 }),
      ['cutoffEnergy_GeV', '0.5', 'from 1 to'],
    ],
    [
      'a disc thicker than its slab',
      changeParameters('slab-kernel.json', { discHalfThickness_kpc: 5 }),
      ['discHalfThickness_kpc', '5', 'to 4 kpc'],
    ],
    ['a source without end', changeParameters('flux-slab.json', { p: 1 }), ['parameters.p', 'from 1.01']],
    ['another channel', changeParameters('flux-darkmatter.json', { channel: 'bb' }), ['channel', 'mu+mu-']],
    [
      'an annihilation with a lifetime',
      changeParameters('flux-darkmatter.json', { lifetime_s: 1e26 }),
      ['lifetime_s', 'left out', 'annihilation'],
    ],
    ['a slab', changeParameters('losses.json', { haloHalfHeight_kpc: 4 }), ['"haloHalfHeight_kpc"', 'losses']],
    ['radii', oneCase('fkn.json', (copy) => Object.assign(copy, { radii_pc: [1, 2] })), ['no family', 'flux-onezone']],
    ['an input taken away', oneCase('chi2.json', (copy) => delete copy['stat']), ['no family']],
    [
      'a missing parameter',
      changeParameters('flux-onezone.json', { age_kyr: undefined }),
      ['age_kyr', 'missing', 'geminga-g1.8'],
    ],
    [
      'a parameter out of range',
      changeParameters('flux-onezone.json', { age_kyr: -1 }),
      ['age_kyr', '-1', 'kyr', 'geminga-g1.8'],
    ],
    ['losses that are not there', changeParameters('losses.json', { losses: 'none' }), ['"none"', 'klein-nishina']],
    [
      'an unknown formula',
      changeParameters('force-field.json', { spectrum: 'K exp(-T)' }),
      ['K exp(-T)', 'K (T/GeV)^-g'],
    ],
    [
      'an energy that is no number',
      oneCase('losses.json', (copy) => Object.assign(copy, { energies_GeV: [1, null] })),
      ['energies_GeV[1]', 'null', 'hooper2017'],
    ],
    [
      'an energy at which no flux can be computed',
      oneCase('flux-onezone.json', (copy) => Object.assign(copy, { energies_GeV: [10, 1e-3] })),
      ['energies_GeV[1]', '0.001', 'from 0.05 to 10000000 GeV'],
    ],
    [
      'a source energy below its energy',
      oneCase('loss-integrals.json', (copy) => Object.assign(copy, { sourceEnergies_GeV: new Array(13).fill(0.1) })),
      ['sourceEnergies_GeV[0]', '0.1', '0.5 GeV'],
    ],
    [
      'a fit with another diffuse term',
      changeParameters('nonlinear-fit.json', { diffuseTerm: { Cd: 0.07, gd: -4.07, E1_GeV: 7 } }),
      ['diffuseTerm.Cd', '0.07', '0.0651'],
    ],
    [
      'a fit to other energies',
      oneCase('nonlinear-fit.json', (copy) => Object.assign(copy, { energies_GeV: [10, 20, 30, 40, 50] })),
      ['energies_GeV', '50 mean energies'],
    ],
    [
      'a start outside its bounds',
      changeParameters('nonlinear-fit.json', { starts: [[10, 2, 1000, 1]] }),
      ['starts[0]', 'inside the bounds'],
    ],
    [
      'a value that is not computed',
      oneCase('chi2.json', (copy) => Object.assign(copy['values'] as object, { BIC: 1 })),
      ['"BIC"', 'ams-formula-all'],
    ],
  ])('%s', (_, document, words) => {
    let message = '';
    expect(() => {
      try {
        verifyCases(kernel, document, 'cases.json');
      } catch (error) {
        message = (error as Error).message;
        throw error;
      }
    }).toThrow(InputError);
    for (const word of words) expect(message).toContain(word);
    expect(message.match(/cases\.json/g)).toHaveLength(1);
  });
});

describe('geminga verify', () => {
  it('checks the installation: a line per case with its worst difference, a summary, exit status 0', {
    timeout: 30_000,
  }, async () => {
    const { status, stdout, stderr } = await geminga(['verify']);
    const cases = NAMES.flatMap((name) => documentOf(name).cases);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/^ok /gm)?.length).toBe(cases.length);
    expect(stdout).toMatch(/^ok +losses hooper2017 .* worst \d\.\de-\d+ of 1e-6 allowed, at \S+$/m);
    expect(stdout).toContain(`${cases.length} of ${cases.length} cases agree with their values\n`);
  });

  it('says which case fails and where, with exit status 1', async () => {
    const wrong = referenceDocumentText(oneCase('fkn.json', (copy) => (copy['values'] as number[]).splice(5, 1, 0.5)));
    const { status, stdout } = await geminga(['verify', 'mine.json'], { files: { 'mine.json': wrong } });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAILED +fkn fkn .* at values\[5\]$/m);
    expect(stdout).toContain('0 of 1 cases agree with their values; 1 FAILED');
  });

  it('writes a file without values with its values, to standard output or to --out', async () => {
    const stripped = referenceDocumentText(withoutOutputs(documentOf('losses.json'), 'losses.json'));
    const toOutput = await geminga(['verify', 'mine.json'], { files: { 'mine.json': stripped } });
    const toFile = await geminga(['verify', '-', '--out', 'filled.json'], { stdin: stripped });
    expect([toOutput.status, toFile.status]).toEqual([0, 0]);
    expect(toFile.files.get('filled.json')).toBe(toOutput.stdout);
    expect(toOutput.stderr).toContain('6 had no values and were computed');
    const filled = JSON.parse(toOutput.stdout) as ReferenceDocument;
    expect(Object.keys(filled.cases[0] as object)).toEqual([
      'id',
      'parameters',
      'energies_GeV',
      'values',
      'components_GeV_s',
      'relativeUncertainty',
    ]);
  });

  it('fills in only what a file lacks', async () => {
    const original = documentOf('losses.json');
    const [first, second] = original.cases as [ReferenceCase, ReferenceCase];
    const { values: _, ...stripped } = second;
    const mixed = referenceDocumentText({ ...original, cases: [first, stripped as ReferenceCase] });
    const { status, stdout, stderr } = await geminga(['verify', 'mine.json', '--out', '-'], {
      files: { 'mine.json': mixed },
    });
    expect(status).toBe(0);
    const filled = JSON.parse(stdout) as ReferenceDocument;
    expect(filled.cases[0]).toEqual(first);
    expect(filled.cases[1]?.['values']).toHaveLength(64);
    expect(stderr).toContain('1 of 1 cases agree with their values; 1 had no values and were computed');
  });
});
