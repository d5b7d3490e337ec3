import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { dataset } from '../../src/data/datasets.ts';
import { SCENARIO_LINE } from '../../src/export/provenance.ts';
import { loadNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { haloBlock } from '../../src/model/parameters.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import { parseScenario, parseScenarioText } from '../../src/model/readScenario.ts';
import { scenarioJsonSchema } from '../../src/model/schema.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import { column, readTable } from '../export/tableReader.ts';
import { geminga } from './harness.ts';

const TOTAL = 'total_per_GeV_m2_s_sr';
const preset = (id: string) => parseScenario(structuredClone(presetById(id)?.scenario));
const kernel = await loadNodeKernel();

describe('predict', () => {
  it('without a scenario takes the preset "geminga", says so, and gives the library\'s numbers bit for bit', async () => {
    const { status, stdout, stderr } = await geminga(['predict']);
    expect(status).toBe(0);
    expect(stderr).toContain('preset "geminga"');
    const expected = predictSpectrum(kernel, preset('geminga'), dataset('ams02-positrons-2019').meanEnergy_GeV);
    const table = readTable(stdout);
    expect(column(table, 'energy_GeV')).toEqual(expected.energies_GeV);
    expect(column(table, TOTAL)).toEqual(expected.total);
    expect(table.comments.some((line) => line.startsWith('chi2 = '))).toBe(true);
    expect(table.comments.some((line) => line.includes('doi:10.1103/PhysRevLett.122.041102'))).toBe(true);
  });

  it('gives the numerical error as a column, and says how far an approximation in use is off', async () => {
    const { stdout } = await geminga(['predict', 'preset:geminga', '--set', 'losses.model=kn-fit']);
    const table = readTable(stdout);
    const errors = column(table, 'relative_error');
    // 1e-4: a hundred times what is promised for one zone, far below what a missing estimate would show.
    for (const error of errors) expect(error > 0 && error < 1e-4, String(error)).toBe(true);
    expect(table.comments.some((line) => line.startsWith('relative_error: '))).toBe(true);
    expect(
      table.comments.some((line) => /^APPROXIMATION, losses\.model: .* times the exact loss rate/.test(line)),
    ).toBe(true);
  });

  it('takes energies as a list, in the order given', async () => {
    const { stdout } = await geminga(['predict', 'preset:monogem', '--energies', '1000, 10,1e2']);
    expect(column(readTable(stdout), 'energy_GeV')).toEqual(Float64Array.of(1000, 10, 100));
  });

  it('takes energies as a logarithmic grid with exact ends and equal ratios', async () => {
    const { stdout } = await geminga(['predict', '--energies', 'grid:1:1e4:9']);
    const energies = column(readTable(stdout), 'energy_GeV');
    expect([energies[0], energies[8], energies.length]).toEqual([1, 1e4, 9]);
    // 1e-13: rounding of one exponential per energy.
    for (const [index, energy] of energies.entries()) expect(energy / 10 ** (index / 2)).toBeCloseTo(1, 13);
  });

  it('works off the longest table there may be', async () => {
    const { status, stdout } = await geminga([
      'predict',
      'preset:ams02-fit-function',
      '--energies',
      'grid:1:1000:100000',
    ]);
    expect(status).toBe(0);
    expect(readTable(stdout).rows.length).toBe(100_000);
  });

  it('changes values with --set, and the table imports to exactly that scenario', async () => {
    const assignments = [
      'sources[Geminga].efficiency=0.2',
      'losses.radiationField=hawc2017',
      'sources[0].maxEnergy_GeV=null',
      'sources[0].name=a=b',
      'fit.free=[]',
    ];
    const { stdout } = await geminga(['predict', ...assignments.flatMap((assignment) => ['--set', assignment])]);
    const line = readTable(stdout)
      .comments.find((comment) => comment.startsWith(SCENARIO_LINE))
      ?.slice(SCENARIO_LINE.length);
    const imported = parseScenarioText(line ?? '');
    expect(imported.sources[0]).toMatchObject({ efficiency: 0.2, maxEnergy_GeV: null, name: 'a=b' });
    expect(imported.losses.radiationField).toBe('hawc2017');
  });

  it('reads a scenario from a file and from standard input with equal results', async () => {
    const text = `\uFEFF${JSON.stringify(preset('monogem'))}`;
    const fromFile = await geminga(['predict', 'my.json'], { files: { 'my.json': text } });
    const fromInput = await geminga(['predict', '-'], { stdin: text });
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(fromInput.stdout).toBe(fromFile.stdout);
  });

  it('picks the format of --out by its ending, and then says nothing on standard output', async () => {
    const csv = await geminga(['predict', '--out', 'results/a.CSV', '--energies', '10']);
    const json = await geminga(['predict', '--out', 'a.json', '--energies', '10']);
    expect([csv.stdout, json.stdout]).toEqual(['', '']);
    const value = column(readTable(csv.files.get('results/a.CSV') ?? ''), TOTAL)[0];
    expect(JSON.parse(json.files.get('a.json') ?? '').total).toEqual([value]);
  });
});

describe('fit', () => {
  it('writes the fitted parameters as CSV to standard output and the report in words to standard error', async () => {
    const { status, stdout, stderr } = await geminga(['fit', 'preset:geminga']);
    const report = fitScenario(kernel, preset('geminga'));
    expect(status).toBe(0);
    expect(stderr).toContain('VALID: Valid minimum');
    const table = readTable(stdout);
    expect(column(table, 'value')).toEqual(Float64Array.from(report.parameters, ({ value }) => value));
    expect(column(table, 'error')).toEqual(Float64Array.from(report.parameters, ({ error }) => error ?? 0));
  });

  it('shows no progress unless standard error is a terminal, and leaves no trace of it there', async () => {
    const quiet = await geminga(['fit', 'preset:geminga']);
    const terminal = await geminga(['fit', 'preset:geminga'], { isTerminal: true });
    expect(quiet.stderr).not.toContain('\r');
    expect(terminal.stderr).toMatch(/\riteration 1: chi2 = /);
    expect(terminal.stderr).toMatch(/\r +\rFit of /);
    expect(terminal.stdout).toBe(quiet.stdout);
  });

  it('writes complete, consistent files with --out, and the written scenario predicts the written spectrum', async () => {
    const { status, stdout, files } = await geminga(['fit', 'preset:geminga', '--out', 'best/']);
    expect([status, stdout]).toEqual([0, '']);
    expect([...files.keys()].sort()).toEqual(
      [
        'curve.ecsv',
        'figure.svg',
        'parameters.csv',
        'parameters.ecsv',
        'parameters.json',
        'plot.py',
        'references.bib',
        'report.txt',
        'scenario.json',
        'spectrum.csv',
        'spectrum.ecsv',
        'spectrum.json',
      ].map((name) => `best/${name}`),
    );
    const text = files.get('best/scenario.json') ?? '';
    const again = await geminga(['predict', '-'], { stdin: text });
    expect(column(readTable(again.stdout), TOTAL)).toEqual(
      column(readTable(files.get('best/spectrum.csv') ?? ''), TOTAL),
    );
    expect(JSON.parse(files.get('best/parameters.json') ?? '').scenario).toEqual(JSON.parse(text));
  });

  it("frees what --free names, commas in a source's name included", async () => {
    const scenario = preset('geminga');
    const renamed = {
      ...scenario,
      sources: [{ ...scenario.sources[0], name: 'a, b' }],
      fit: { ...scenario.fit, free: [] },
    };
    const { status, stdout } = await geminga(
      ['fit', '-', '--free', 'sources[a, b].efficiency, background.normalisation'],
      { stdin: JSON.stringify(renamed) },
    );
    expect(status).toBe(0);
    expect(readTable(stdout).rows.map((row) => row[0])).toEqual([
      'sources[a, b].efficiency',
      'background.normalisation',
    ]);
  });

  it("fits to a table of one's own and names it", async () => {
    const rows = [20, 30, 50, 80, 120, 200].map((energy) => {
      const { total } = predictSpectrum(kernel, preset('geminga'), Float64Array.of(energy));
      return `${energy * 0.95},${energy * 1.05},${energy},${total[0]},${(total[0] as number) * 0.05},0`;
    });
    const mine = ['# my positrons [GeV], GeV^-1 m^-2 s^-1 sr^-1', 'E_lo,E_hi,E_mean,flux,stat,syst', ...rows, ''].join(
      '\n',
    );
    const { status, stdout, files } = await geminga(
      [
        'fit',
        'preset:geminga',
        '--data',
        'mine.csv',
        '--free',
        'background.normalisation',
        '--set',
        'background.normalisation=2',
      ],
      { files: { 'mine.csv': mine } },
    );
    expect(status).toBe(0);
    const table = readTable(stdout);
    // The data are the model with a normalisation of 1 to the last bit; 1e-6 of its error is what the search promises.
    expect(column(table, 'value')[0]).toBeCloseTo(1, 6);
    expect(
      table.comments.some((line) => line.startsWith('data: ') && line.includes('supplied by the user, file mine.csv')),
    ).toBe(true);
    expect(files.size).toBe(0);
  });

  it('that is not valid is written all the same, marked, with exit status 1', async () => {
    // Without background and with no efficiency nothing depends on the distance.
    const { status, stdout, stderr } = await geminga([
      'fit',
      'preset:geminga',
      '--set',
      'sources[Geminga].efficiency=0',
      '--free',
      'sources[Geminga].distance_pc',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('NOT VALID: ');
    expect(stdout).toContain('# fit: NOT VALID: ');
    expect(readTable(stdout).rows.length).toBe(1);
  });
});

describe('presets, schema, version and help', () => {
  it('lists every preset with its papers', async () => {
    const { status, stdout } = await geminga(['presets']);
    expect(status).toBe(0);
    for (const { id, citations } of presets) {
      expect(stdout).toContain(`preset:${id}`);
      for (const { doi } of citations) expect(stdout).toContain(`doi:${doi}`);
    }
  });

  it.each(presets.map(({ id }) => id))('writes the preset %s as a file that reads back to it', async (id) => {
    expect(parseScenarioText((await geminga(['presets', id])).stdout)).toEqual(preset(id));
    const { files, stdout } = await geminga(['presets', `preset:${id}`, '--out', 'mine.json']);
    expect(stdout).toBe('');
    expect(parseScenarioText(files.get('mine.json') ?? '')).toEqual(preset(id));
  });

  it('writes the JSON Schema', async () => {
    expect(JSON.parse((await geminga(['schema'])).stdout)).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });

  it.each([['version'], ['--version'], ['-V']])('%s names the version of package.json', async (word) => {
    expect((await geminga([word])).stdout).toBe(`Geminga Lab ${packageFile.version}\n`);
  });

  it.each([[[]], [['help']], [['--help']], [['-h']]])('%j lists the commands', async (argv) => {
    const { status, stdout } = await geminga(argv);
    expect(status).toBe(0);
    for (const name of ['predict', 'fit', 'verify', 'presets', 'schema', 'version', 'help'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it.each(['predict', 'fit', 'verify', 'presets', 'schema'])(
    'explains %s with all its options, by help and by --help',
    async (name) => {
      const { stdout } = await geminga(['help', name]);
      expect(stdout).toContain(`Usage: geminga ${name}`);
      expect(stdout).toContain('--help');
      expect((await geminga([name, '--help'])).stdout).toBe(stdout);
    },
  );

  it('lists every parameter of a scenario with its unit and range', async () => {
    const { stdout } = await geminga(['help', 'parameters']);
    expect(stdout).toContain('sources[name].distance_pc (d): distance');
    expect(stdout).toContain('default 250 pc; a number from 1 to 30000 pc');
    expect(stdout).toContain('sun.potential_MV');
    expect(stdout).toMatch(/one of "klein-nishina", .*"thomson"/);
    for (const key of Object.keys(haloBlock)) expect(stdout).toContain(`propagation.halo.${key}`);
    expect(stdout).toContain('one of "greens", "finite-volume"');
    expect(stdout).toContain('one of "gaussian", "juettner"');
  });
});
