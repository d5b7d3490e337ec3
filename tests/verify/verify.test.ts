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
    const original = documentOf(name);
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

describe('a case that cannot be evaluated is an error that names it', () => {
  const TWO_ZONES = { D0Halo_cm2_s: 1e26, haloRadius_pc: 50 };
  it.each<[string, ReferenceDocument, string[]]>([
    [
      'a misspelt parameter',
      changeParameters('flux-onezone.json', { distanse_pc: 250 }),
      ['"distanse_pc"', 'flux-onezone', 'geminga-g1.8'],
    ],
    ['two zones', changeParameters('flux-onezone.json', TWO_ZONES), ['"D0Halo_cm2_s"', 'positron (e+ only) flux']],
    ['a slab', changeParameters('losses.json', { haloHalfHeight_kpc: 4 }), ['"haloHalfHeight_kpc"', 'losses']],
    [
      'radii',
      oneCase('flux-onezone.json', (copy) => Object.assign(copy, { radii_pc: [1, 2] })),
      ['no family', 'flux-onezone'],
    ],
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
    expect(message).toContain('cases.json');
  });
});

describe('geminga verify', () => {
  it('checks the installation: a line per case with its worst difference, a summary, exit status 0', async () => {
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
