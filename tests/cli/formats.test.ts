/** The ending of --out picks the format, and every file that was written is a scenario again. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { SPECTRUM_ENDINGS } from '../../src/cli/spectrumOutput.ts';
import { numbersOf, readEcsv } from '../../src/export/readEcsv.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenarioText } from '../../src/model/readScenario.ts';
import { column, readTable } from '../export/tableReader.ts';
import { geminga } from './harness.ts';

const TOTAL = 'total_per_GeV_m2_s_sr';
const SET = ['--set', 'sources[Geminga].efficiency=0.3'];

/** One command line whose files are kept as bytes. */
async function bytesOf(argv: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const io: Io = {
    stdout: () => undefined,
    stderr: () => undefined,
    isTerminal: false,
    readFile: async () => '',
    writeFiles: async (written) => {
      for (const { path, bytes } of written) files.set(path, bytes);
    },
  };
  expect(await main(argv, io)).toBe(0);
  return files;
}

describe('predict --out', () => {
  it('writes the same numbers as ECSV, CSV and JSON', async () => {
    const argv = ['predict', 'preset:geminga', ...SET, '--energies', '10,100,1000'];
    const { stdout } = await geminga(argv);
    const expected = column(readTable(stdout), TOTAL);
    const ecsv = (await geminga([...argv, '--out', 'a/b.ecsv'])).files.get('a/b.ecsv') ?? '';
    expect(numbersOf(readEcsv(ecsv, 'b.ecsv'), 'total', 'b.ecsv')).toEqual(expected);
    const json = (await geminga([...argv, '--out', 'b.json'])).files.get('b.json') ?? '';
    expect(JSON.parse(json).total).toEqual(Array.from(expected));
  });

  it('draws the figure as SVG, on the energies that were asked for in rising order', async () => {
    const wide = (await geminga(['predict', ...SET, '--out', 'f.svg'])).files.get('f.svg') ?? '';
    expect(wide).toMatch(/^<\?xml [^>]+>\n<svg [^>]+width="86mm"/);
    expect(wide).toContain('>Geminga</text>');
    const few = await geminga(['predict', ...SET, '--energies', '1000,10,10,100', '--out', 'f.svg']);
    expect(few.files.get('f.svg')).toContain('>Geminga</text>');
    expect((few.files.get('f.svg') ?? '').length).toBeLessThan(wide.length);
  });

  it('writes a Python program with the tables that it reads beside it', async () => {
    const { files } = await geminga(['predict', ...SET, '--out', 'plots/my.figure.py']);
    expect([...files.keys()]).toEqual([
      'plots/my.figure.py',
      'plots/my.figure-spectrum.ecsv',
      'plots/my.figure-comparison.ecsv',
    ]);
    const program = files.get('plots/my.figure.py') ?? '';
    for (const name of ['my.figure-spectrum.ecsv', 'my.figure-comparison.ecsv']) {
      expect(program).toContain(`HERE / "${name}"`);
    }
  });

  it('cites what the scenario uses, its preset too', async () => {
    const bib = (await geminga(['predict', 'preset:geminga-hawc2017', '--out', 'a.bib'])).files.get('a.bib') ?? '';
    expect(bib).toContain('preset geminga-hawc2017');
    expect(bib).toContain('doi = {10.1126/science.aan4880}');
  });

  it('packs everything into one zip, the same bytes every time', async () => {
    const argv = ['predict', 'preset:geminga', ...SET, '--out', 'all.zip'];
    const [once, again] = [await bytesOf(argv), await bytesOf(argv)];
    expect(once).toEqual(again);
    const files = unzipSync(once.get('all.zip') as Uint8Array);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['README.txt', 'spectrum.ecsv', 'plot.py', 'scenario.json']),
    );
  });

  it.each([...SPECTRUM_ENDINGS.filter((ending) => ending !== 'zip')])(
    'and *.%s is a scenario again: the same spectrum follows',
    async (ending) => {
      const written = await geminga(['predict', 'preset:geminga', ...SET, '--out', `a.${ending}`]);
      expect(written).toMatchObject({ status: 0, stdout: '', stderr: '' });
      const text = written.files.get(`a.${ending}`) ?? '';
      const direct = await geminga(['predict', 'preset:geminga', ...SET]);
      const opened = await geminga(['predict', `a.${ending}`], { files: { [`a.${ending}`]: text } });
      expect(opened).toMatchObject({ status: 0, stderr: '' });
      expect(opened.stdout).toBe(direct.stdout);
      // --set acts on the scenario in the file.
      const other = await geminga(['predict', '-', '--set', 'sources[Geminga].efficiency=0.6'], { stdin: text });
      expect(column(readTable(other.stdout), TOTAL)).not.toEqual(column(readTable(direct.stdout), TOTAL));
    },
  );

  it('refuses another ending before anything is computed, and names those there are', async () => {
    const { status, stderr } = await geminga(['predict', '--out', 'a.fits']);
    expect(status).toBe(2);
    for (const ending of SPECTRUM_ENDINGS) expect(stderr).toContain(`.${ending}`);
  });
});

describe('fit --out', () => {
  it('writes tables for astropy, figure, program and bibliography that belong to the best fit', async () => {
    const { status, files } = await geminga(['fit', 'preset:geminga', '--out', 'best']);
    expect(status).toBe(0);
    const text = (name: string) => files.get(`best/${name}`) ?? '';
    const best = parseScenarioText(text('scenario.json'));
    expect(best).not.toEqual(presetById('geminga')?.scenario);
    const spectrum = readEcsv(text('spectrum.ecsv'), 'spectrum.ecsv');
    expect(numbersOf(spectrum, 'total', '')).toEqual(column(readTable(text('spectrum.csv')), TOTAL));
    expect(numbersOf(readEcsv(text('parameters.ecsv'), ''), 'value', '')).toEqual(
      column(readTable(text('parameters.csv')), 'value'),
    );
    for (const name of ['spectrum.ecsv', 'curve.ecsv', 'parameters.ecsv']) {
      expect(JSON.parse(String(readEcsv(text(name), name).meta.get('scenario'))), name).toEqual(best);
    }
    expect(text('figure.svg')).toContain('>Geminga</text>');
    expect(text('plot.py')).toContain(
      'SPECTRUM = HERE / "curve.ecsv"\nCOMPARISONS = [\n    HERE / "spectrum.ecsv",\n]\n',
    );
    expect(text('references.bib')).toContain('@article{Aguilar2019,');
  });
});
