import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOwnData } from '../../src/model/ownDataEdits.ts';
import {
  type Block,
  darkMatterBlock,
  defaultsOf,
  haloBlock,
  pulsarOverrideBlock,
  secondariesBlock,
  tableBlock,
} from '../../src/model/parameters.ts';
import { freePaths, placedParameters } from '../../src/model/paths.ts';
import { presets } from '../../src/model/presets/presets.ts';
import { parseScenario, parseScenarioText } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { readTable } from '../export/tableReader.ts';
import { SMALL_TABLE } from '../ownTable.ts';
import { geminga, type Outcome } from './harness.ts';

const ENERGIES = '0.05,0.6,10,250,1100,1e5,1e7';

/** A result without NaN, or one sentence. */
function expectResultOrSentence({ status, stdout, stderr }: Outcome): void {
  if (status === 2) {
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^geminga: [^\n]+\n$/);
    return;
  }
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { rows } = readTable(stdout);
  expect(rows.length).toBe(ENERGIES.split(',').length);
  for (const cell of rows.flat())
    expect(Number.isFinite(Number(cell)) && cell !== '' && Number(cell) >= 0, cell).toBe(true);
}

const run = async (document: unknown) =>
  expectResultOrSentence(await geminga(['predict', '-', '--energies', ENERGIES], { stdin: JSON.stringify(document) }));

const DEFAULT_HALO = defaultsOf(haloBlock);

/** Any value that a key may carry by mistake. */
const anything = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.constantFrom(
    0,
    -0,
    -1,
    1e-300,
    1e300,
    Number.MAX_VALUE,
    null,
    true,
    '',
    '0',
    'klein-nishina',
    [],
    {},
    [1],
    [[null]],
  ),
  fc.string({ maxLength: 5 }),
);

/** A value inside the physical range of a parameter, its ends likelier than chance has them. */
function allowedValue(parameter: Block[string]): fc.Arbitrary<unknown> {
  if (parameter.kind === 'choice') return fc.constantFrom(...Object.keys(parameter.options));
  const [low, high] = parameter.range;
  const inside = fc.oneof(
    fc.constantFrom(low, high, ...parameter.slider),
    fc.double({ min: low, max: high, noNaN: true }),
    fc
      .double({ min: 0, max: 1, noNaN: true })
      .map((part) =>
        Math.min(Math.max(10 ** (Math.log10(Math.max(low, 1e-6)) * (1 - part) + Math.log10(high) * part), low), high),
      ),
  );
  return parameter.kind === 'nullable-number' ? fc.oneof(inside, fc.constant(null)) : inside;
}

const OVERRIDE = { name: 'J0633+1746', enabled: true, ...defaultsOf(pulsarOverrideBlock) };

/** Presets with the nearest pulsars only, which is fast; the same with a halo; one with everything that presets lack. */
const STARTS = presets.flatMap(({ scenario }): Scenario[] => {
  const population = scenario.population && { ...scenario.population, maxDistance_kpc: 0.4, overrides: [OVERRIDE] };
  const near = { ...scenario, population };
  const first = presets[0]?.scenario === scenario;
  return [
    near,
    { ...near, propagation: { ...scenario.propagation, halo: DEFAULT_HALO } },
    ...(first
      ? [
          withOwnData(near, SMALL_TABLE),
          { ...near, background: { model: 'secondaries' as const, ...defaultsOf(secondariesBlock) } },
          {
            ...near,
            darkMatter: { ...defaultsOf(darkMatterBlock), spectrum: null },
            background: {
              model: 'table' as const,
              name: 'own',
              ...defaultsOf(tableBlock),
              energies_GeV: [0.5, 10, 3000],
              flux: [1, 1e-3, 1e-10],
            },
          },
        ]
      : []),
  ].map((start) => ({
    ...start,
    fit: { ...start.fit, free: start.fit.free.filter((path) => freePaths(start).includes(path)) },
  }));
});
const presetScenario = fc.constantFrom(...STARTS);

function assign(document: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.replace(/(sources|overrides)\[[^\]]+\]/, '$1.0').split('.');
  const last = keys.pop() as string;
  const holder = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, document);
  holder[last] = value;
}

/** Presets with up to six values moved anywhere inside their physical ranges. */
const allowedScenario = presetScenario.chain((scenario) =>
  fc
    .subarray(placedParameters(scenario), { minLength: 1, maxLength: 6 })
    .chain((places) =>
      fc.tuple(...places.map(({ path, parameter }) => allowedValue(parameter).map((value) => [path, value] as const))),
    )
    .map((values) => {
      const document = structuredClone(scenario) as unknown as Record<string, unknown>;
      for (const [path, value] of values) assign(document, path, value);
      return document;
    }),
);

describe('any scenario gives a finite result or one sentence, never NaN, a hang or a trap', () => {
  it('with values anywhere in their physical ranges', { timeout: 30_000 }, async () => {
    await fc.assert(fc.asyncProperty(allowedScenario, run), { numRuns: 150 });
  });

  it('when fitted from values anywhere in their physical ranges', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(allowedScenario, async (document) => {
        const { status, stdout, stderr, files } = await geminga(['fit', '-', '--out', 'best'], {
          stdin: JSON.stringify(document),
        });
        expect(stdout).toBe('');
        if (status === 2) {
          expect(stderr).toMatch(/^geminga: [^\n]+\n$/);
          expect(files.size).toBe(0);
          return;
        }
        expect([0, 1], stderr).toContain(status);
        expect(stderr).toContain(status === 0 ? '\nVALID: ' : '\nNOT VALID: ');
        expect([...files.values()].join('')).not.toMatch(/NaN|Infinity/);
        parseScenarioText(files.get('best/scenario.json') ?? '');
      }),
      { numRuns: 20 },
    );
  });

  it('when a fit starts from the smallest double there is', async () => {
    const { status } = await geminga([
      'fit',
      'preset:ams02-fit-function',
      '--set',
      'sources[0].sourceCoefficient=5e-324',
    ]);
    expect([0, 1]).toContain(status);
  });

  it('when a fit would leave the rules between values: its best scenario reads back', async () => {
    // Without power the cutoff is undetermined and wanders; it may not fall below the lowest energy of the budget.
    const changes = ['spinDownLuminosity_erg_s=1e28', 'minEnergy_GeV=100', 'efficiency=1.5', 'spectralIndex=2.17'];
    const { files } = await geminga([
      'fit',
      'preset:geminga',
      ...changes.flatMap((change) => ['--set', `sources[Geminga].${change}`]),
      '--out',
      'best',
    ]);
    expect(parseScenarioText(files.get('best/scenario.json') ?? '').name).toBe(presets[0]?.scenario.name);
  });

  it('with anything in place of any value, keys removed and added', { timeout: 30_000 }, async () => {
    const mutated = fc
      .tuple(presetScenario, fc.nat(), anything, fc.constantFrom('replace', 'remove', 'add'))
      .map(([scenario, which, value, how]) => {
        const document = structuredClone(scenario) as unknown as Record<string, unknown>;
        const places: (() => void)[] = [];
        const visit = (holder: Record<string, unknown>) => {
          for (const key of Object.keys(holder)) {
            places.push(() => {
              if (how === 'replace') holder[key] = value;
              else if (how === 'remove') delete holder[key];
              else holder[`${key}_`] = value;
            });
            if (typeof holder[key] === 'object' && holder[key] !== null) visit(holder[key] as Record<string, unknown>);
          }
        };
        visit(document);
        places[which % places.length]?.();
        return document;
      });
    await fc.assert(fc.asyncProperty(mutated, run), { numRuns: 300 });
  });

  it('with any text at all as the scenario', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expectResultOrSentence(await geminga(['predict', '-', '--energies', ENERGIES], { stdin: text }));
      }),
      { numRuns: 200 },
    );
  });

  it('with any words on the command line', async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '--set',
        '--out',
        '--energies',
        '--free',
        '--data',
        '--data-says',
        'energyUnit=GeV',
        '-',
        'grid:1:2',
        'sun.potential_MV=1',
        'preset:geminga',
        'a=b=c',
        '[',
        '--',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('predict', 'presets', 'schema', 'version', 'help', 'nonsense'),
        fc.array(word, { maxLength: 4 }),
        async (command, words) => {
          const { status, stderr } = await geminga([command, ...words]);
          expect([0, 2]).toContain(status);
          if (status === 2) expect(stderr).toMatch(/^(No scenario given[^\n]+\n)?geminga: [^\n]+\n$/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('parses every preset, so that the mutations above start from what is valid', () => {
    for (const scenario of STARTS) expect(parseScenario(structuredClone(scenario))).toEqual(scenario);
  });
});
