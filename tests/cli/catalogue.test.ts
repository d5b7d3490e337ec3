import { describe, expect, it } from 'vitest';
import { selectPulsars } from '../../src/data/catalogue/selectPulsars.ts';
import { loadCatalogue } from '../../src/data/catalogue.ts';
import { dataset } from '../../src/data/datasets.ts';
import { SCENARIO_LINE } from '../../src/export/provenance.ts';
import { loadNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario, parseScenarioText } from '../../src/model/readScenario.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import { column, readTable, type Table } from '../export/tableReader.ts';
import { geminga } from './harness.ts';

/** Quicker than the whole catalogue. */
const NEAR = ['--max-distance-kpc', '1'] as const;
const FLUX = 'flux_per_GeV_m2_s_sr';
const kernel = await loadNodeKernel();
const catalogue = await loadCatalogue();
const preset = parseScenario(structuredClone(presetById('geminga')?.scenario));

const words = (table: Table, name: string) => table.rows.map((row) => row[table.columns.indexOf(name)] as string);
/** The rows of single pulsars. */
const ranked = (table: Table) => words(table, 'rank').filter((rank) => rank !== '').length;
const comment = (table: Table, start: string) => table.comments.find((line) => line.startsWith(start));
const importedScenario = (table: Table) =>
  parseScenarioText(comment(table, SCENARIO_LINE)?.slice(SCENARIO_LINE.length) ?? '');

describe('geminga catalogue', () => {
  it('sums to 1e-10 what every pulsar gives when a scenario holds it alone', async () => {
    const { status, stdout } = await geminga(['catalogue', '--energy', '100']);
    expect(status).toBe(0);
    const table = readTable(stdout);
    const { selected } = selectPulsars(cataloguePulsars, catalogue, []);
    const at = Float64Array.of(100);
    const singles = selected.map(({ source }) => {
      const alone = { ...preset, sources: [source], background: { model: 'none' as const } };
      return predictSpectrum(kernel, alone, at).total[0] as number;
    });
    const sum = singles.reduce((total, flux) => total + flux, 0);
    const fluxes = column(table, FLUX);
    expect(words(table, 'name').at(-1)).toBe('all pulsars');
    expect(Math.abs(fluxes[fluxes.length - 1]! / sum - 1)).toBeLessThan(1e-10);
    expect(ranked(table)).toBe(singles.length);
    // Rounding of a sum in another order.
    expect(fluxes.subarray(0, -1).reduce((total, flux) => total + flux, 0) / sum).toBeCloseTo(1, 12);
  }, 60_000);

  it('ranks: fluxes fall, shares add up to 1, the cumulative share is their sum', async () => {
    const table = readTable((await geminga(['catalogue', ...NEAR, '--energy', '300'])).stdout);
    const count = ranked(table);
    const [flux, share, cumulative] = [FLUX, 'share', 'cumulative_share'].map((name) =>
      column(table, name).subarray(0, count),
    ) as [Float64Array, Float64Array, Float64Array];
    expect([...column(table, 'rank').subarray(0, count)]).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    expect([...flux].sort((one, other) => other - one)).toEqual([...flux]);
    let sum = 0;
    for (const [i, part] of share.entries()) {
      sum += part;
      expect(Math.abs(cumulative[i]! - sum)).toBeLessThan(1e-12);
    }
    expect(sum).toBeCloseTo(1, 12);
  });

  it('lists the strongest and joins the rest, so that the sum stays', async () => {
    const all = readTable((await geminga(['catalogue', ...NEAR])).stdout);
    const top = readTable((await geminga(['catalogue', ...NEAR, '--top', '3'])).stdout);
    expect(top.rows.length).toBe(5);
    expect(top.rows.slice(0, 3)).toEqual(all.rows.slice(0, 3));
    expect(words(top, 'name').slice(3)).toEqual([`${ranked(all) - 3} others`, 'all pulsars']);
    expect(top.rows.at(-1)).toEqual(all.rows.at(-1));
    const fluxes = column(top, FLUX);
    // Rounding.
    expect(fluxes.subarray(0, 4).reduce((total, flux) => total + flux, 0) / fluxes[4]!).toBeCloseTo(1, 12);
  });

  it('without a scenario says what it takes: the declared population in the default preset, no listed source', async () => {
    const { stdout, stderr } = await geminga(['catalogue', '--top', '1', '--max-distance-kpc', '10']);
    expect(stderr).toContain('preset "geminga"');
    expect(stderr).toContain('all pulsars of the catalogue');
    const table = readTable(stdout);
    const scenario = importedScenario(table);
    expect(scenario.population).toEqual(cataloguePulsars);
    expect(scenario).toMatchObject({ sources: [], propagation: preset.propagation, losses: preset.losses });
    expect(comment(table, 'catalogue: ')).toMatch(/2\.65.*Manchester.*2005/);
    expect(comment(table, '1673 pulsars count')).toContain('54 have no known distance');
  });

  it('compares with the measured flux where there is one, and gives the dipole', async () => {
    const at = (energy: string) => geminga(['catalogue', ...NEAR, '--top', '1', '--energy', energy]);
    const table = readTable((await at('102.6')).stdout);
    const share = /^and ([\d.]+) % of the measured ([\d.e-]+) /.exec(comment(table, 'and ') ?? '');
    const data = dataset('ams02-positrons-2019');
    const bin = data.meanEnergy_GeV.findIndex((energy) => energy > 102) as number;
    // Four digits are printed; the energy of the bin is rounded to 102.6 GeV.
    expect(Number(share?.[2]) / data.flux[bin]!).toBeCloseTo(1, 2);
    const fluxes = column(table, FLUX);
    expect(Number(share?.[1]) / ((100 * fluxes[fluxes.length - 1]!) / Number(share?.[2]))).toBeCloseTo(1, 2);
    expect(comment(table, 'dipole anisotropy')).toMatch(
      /^dipole anisotropy 0\.00\d+ towards l = \d+\.\d, b = -?\d+\.\d deg$/,
    );
    expect(comment(readTable((await at('5000')).stdout), 'and ')).toBeUndefined();
  });

  it('ranks the listed pulsars of a scenario too, and none twice', async () => {
    const { stdout } = await geminga(['catalogue', 'preset:geminga', ...NEAR, '--energy', '100']);
    const table = readTable(stdout);
    const row = words(table, 'name').indexOf('Geminga');
    expect(words(table, 'listed')[row]).toBe('yes');
    expect(words(table, 'catalogue_name').filter((name) => name === 'J0633+1746').length).toBe(1);
    // The preset's Geminga stands at 250 pc with an efficiency of its own.
    expect(column(table, 'distance_pc')[row]).toBe(250);
    const alone = predictSpectrum(kernel, preset, Float64Array.of(100));
    expect(column(table, FLUX)[row]).toBe(alone.components[0]?.flux[0]);
    expect(table.comments.find((line) => line.includes('pulsars count'))).toContain('1 stand among the listed sources');
  });

  it('cuts and choices on the command line are those of the population', async () => {
    const { stdout } = await geminga(
      [
        ['catalogue', '--max-distance-kpc', '0.5'],
        ['--min-age-kyr', '50'],
        ['--max-age-kyr', '5000'],
        ['--min-luminosity-erg-s', '1e33'],
        ['--kinds', 'no-magnetars'],
        ['--distance-model', 'ne2001'],
        ['--age-model', 'spin-down'],
        ['--set', 'population.spinDownTimescale_kyr=10'],
      ].flat(),
    );
    const table = readTable(stdout);
    expect(importedScenario(table).population).toEqual({
      ...cataloguePulsars,
      maxDistance_kpc: 0.5,
      minAge_kyr: 50,
      maxAge_kyr: 5000,
      minSpinDownLuminosity_erg_s: 1e33,
      kinds: 'no-magnetars',
      distanceModel: 'ne2001',
      ageModel: 'spin-down',
      spinDownTimescale_kyr: 10,
    });
    const count = ranked(table);
    expect(count).toBeGreaterThan(3);
    expect(
      column(table, 'distance_pc')
        .subarray(0, count)
        .every((distance) => distance <= 500),
    ).toBe(true);
    expect(words(table, 'name')).not.toContain('B1055-52');
  });

  it('writes the same numbers as JSON', async () => {
    const argv = ['catalogue', ...NEAR, '--top', '2', '--energy', '800', '--out'];
    const csv = readTable((await geminga([...argv, 'a.csv'])).files.get('a.csv') ?? '');
    const json = JSON.parse((await geminga([...argv, 'a.json'])).files.get('a.json') ?? '');
    expect(json.pulsars.map(({ flux }: { flux: number }) => flux)).toEqual([...column(csv, FLUX).subarray(0, 2)]);
    expect(json.pulsars.map(({ dipole }: { dipole: number }) => dipole)).toEqual([
      ...column(csv, 'dipole').subarray(0, 2),
    ]);
    expect(json.pulsarFlux).toBe(column(csv, FLUX).at(-1));
    expect(json.leftOut.noDistance.length).toBe(54);
    expect(json.scenario).toEqual(importedScenario(csv));
  });

  it.each([
    ['an energy out of range', ['--energy', '1e9'], '--energy is "1e9", but must be a number from'],
    ['an energy that is no number', ['--energy', 'high'], '--energy is "high", but must be'],
    ['no pulsar at all', ['--top', '0'], '--top is "0", but must be'],
    ['half a pulsar', ['--top', '1.5'], '--top is 1.5, but must be a whole number'],
    ['a cut out of range', ['--max-distance-kpc', '50'], 'population.maxDistance_kpc is 50, but must be'],
    ['an unknown model', ['--distance-model', 'tc93'], 'population.distanceModel is "tc93", but must be one of'],
    [
      'an unknown pulsar',
      ['--set', 'population.named=["Gemina"]'],
      'population.named[0] is "Gemina", which is no pulsar',
    ],
    ['a solver that takes minutes', ['--set', 'propagation.solver=finite-volume'], 'set the solver to "greens"'],
    ['an ending that names no format', ['--out', 'a.txt'], '--out is "a.txt", but the file must end in'],
  ])('refuses %s in one sentence', async (_, options, sentence) => {
    const { status, stdout, stderr } = await geminga(['catalogue', ...options]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').at(-2)).toMatch(/^geminga: .*[.;]$/);
    expect(stderr).toContain(sentence);
  });
});
