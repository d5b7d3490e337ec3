/** ECSV and the Python program in the hands of those they are for: astropy and matplotlib, where they are installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { dataset } from '../../src/data/datasets.ts';
import { astropyUnit, UNIT_ASCII } from '../../src/export/asciiUnits.ts';
import { exportBundle } from '../../src/export/exportBundle.ts';
import { fileText } from '../../src/export/exportedFile.ts';
import { exportPythonPlot, pythonPlot } from '../../src/export/pythonPlot.ts';
import { readEcsv } from '../../src/export/readEcsv.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import { preset, testKernel } from '../support.ts';

const folder = mkdtempSync(join(tmpdir(), 'geminga-python-'));
afterAll(() => rmSync(folder, { recursive: true }));
const environment = { ...process.env, MPLBACKEND: 'Agg', MPLCONFIGDIR: folder };

/** A Python that has both packages, and what it says of itself. */
function findPython(): { readonly command: string; readonly versions: string } | null {
  const question =
    'import sys, astropy, matplotlib; print(sys.version.split()[0], astropy.__version__, matplotlib.__version__)';
  for (const command of [process.env['PYTHON'] ?? 'python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(command, ['-c', question], { encoding: 'utf8', env: environment });
    if (status === 0) return { command, versions: stdout.trim() };
  }
  return null;
}

const python = findPython();
console.log(
  python === null
    ? 'NOT RUN: no Python with astropy and matplotlib is installed here, so that astropy did not read the ECSV tables and the plotting program was not executed (Debian: python3-astropy, python3-matplotlib; or name one in PYTHON).'
    : `Python, astropy and matplotlib: ${python.versions}`,
);

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python?.command ?? '', args, {
    encoding: 'utf8',
    env: environment,
    cwd: folder,
    maxBuffer: 1e8,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

const kernel = await testKernel();
const report = fitScenario(kernel, preset('geminga'));
// A name that is awkward for every language in turn, and a second source with the same letters in another script.
const scenario = parseScenario({
  ...structuredClone(report.scenario),
  name: 'Жеминга "η" \\ 😀 # @ %',
  sources: [
    ...report.scenario.sources,
    {
      ...report.scenario.sources[0],
      name: 'ά, "β" 😀 with a name as long as a name can be, which is eighty letters',
      efficiency: 0.3,
    },
  ],
});
const evaluation = evaluateScenario(kernel, scenario);
const ams = dataset('ams02-positrons-2019');
const { total } = evaluation.curve;
const content = {
  scenario,
  curve: evaluation.curve,
  bands: [{ probability: 0.68, lower: total.map((flux) => 0.9 * flux), upper: total.map((flux) => 1.1 * flux) }],
  comparisons: [{ dataset: ams, comparison: evaluation.comparison }],
  fit: { report, dataset: ams },
  posterior: {
    scenario,
    chain: {
      paths: ['sources[Geminga].efficiency', 'sun.potential_MV'],
      chain: {
        positions: [
          [
            [1, 500],
            [1e-300, 501],
          ],
          [
            [1.1, 502],
            [0.1 + 0.2, 503],
          ],
        ],
        logProbabilities: [
          [-1, -2.5],
          [-1e22, -1e-22],
        ],
      },
    },
  },
};
const context = { page: 'https://example.org/geminga/', date: '2026-03-01' };
const files = unzipSync(exportBundle(content, context).bytes);
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
const program = new TextDecoder().decode(files['plot.py']);

describe('the Python program', () => {
  it('keeps to PEP 8: lines of 79, comments of 72, no tabs, no blanks at the end, two lines before a function', () => {
    const lines = program.split('\n');
    for (const line of lines) {
      expect(line).toMatch(/^[\x20-\x7e]*$/);
      expect(line).not.toMatch(/ $/);
      // A single word after the sign of a comment cannot be broken; the style checkers allow it.
      if (!/^# *\S+$/.test(line)) expect(line.length, line).toBeLessThanOrEqual(line.startsWith('#') ? 72 : 79);
    }
    lines.forEach((line, index) => {
      if (/^def /.test(line)) expect(lines.slice(index - 3, index)).toEqual([expect.stringMatching(/./), '', '']);
    });
    expect(program.endsWith('main()\n')).toBe(true);
  });

  it('imports nothing but astropy and matplotlib beside the standard library', () => {
    const modules = [...program.matchAll(/^(?:import|from) (\w+)/gm)].map((match) => match[1]);
    expect([...new Set(modules)].sort()).toEqual(['astropy', 'matplotlib', 'pathlib', 'textwrap']);
  });

  it('names its tables, the power of the energy, the width and a style for every column of the spectrum', () => {
    expect(program).toContain('SPECTRUM = HERE / "spectrum.ecsv"\n');
    expect(program).toContain('POWER = 3\n');
    const columns = readEcsv(new TextDecoder().decode(files['spectrum.ecsv']), 'spectrum.ecsv').meta.get('components');
    for (const { column } of columns as { column: string }[])
      expect(program).toMatch(new RegExp(`\\n {4}"${column}":`));
    const figure = { ...content, data: content.comparisons, quantity: 'flux' as const, width_mm: 178 as const };
    const other = pythonPlot(figure, { spectrum: 'a.ecsv', comparisons: [] });
    expect(other).toContain('SPECTRUM = HERE / "a.ecsv"\nCOMPARISONS = [\n]\n');
    expect(other).toContain('POWER = 0\nWIDTH_MM = 178\n');
    const alone = fileText(exportPythonPlot(figure, { date: '2026-03-01' }));
    expect(alone).toMatch(/SPECTRUM = HERE \/ "geminga-\w+-spectrum-20260301-[0-9a-f]{6}\.ecsv"\n/);
  });
});

const asked = python === null ? 'NOT RUN, Python with astropy and matplotlib is missing: ' : '';

// Starting Python with both packages takes seconds on a busy machine.
describe('in Python', { timeout: 120_000 }, () => {
  const names = ['spectrum.ecsv', 'comparison.ecsv', 'fit.ecsv', 'chain.ecsv'];

  it(`${asked}astropy reads every ECSV table back with its units and with equal values, and the scenario`, () => {
    const tables = names.map((name) => readEcsv(new TextDecoder().decode(files[name]), name));
    if (python === null) {
      // What can be said without it: the tables are there, and complete for our own reader.
      for (const { columns } of tables) expect(columns[0]?.values.length).toBeGreaterThan(0);
      return;
    }
    writeFileSync(join(folder, 'units.json'), JSON.stringify(Object.values(UNIT_ASCII).map(astropyUnit)));
    const read = JSON.parse(run([join(import.meta.dirname, 'readBack.py'), 'units.json', ...names]));
    for (const [index, { columns, meta }] of tables.entries()) {
      const found = read[index];
      expect(found.columns.map((one: { name: string }) => one.name)).toEqual(columns.map(({ name }) => name));
      for (const [place, column] of columns.entries()) {
        const { unit, values, isFlux, type, description } = found.columns[place];
        expect(unit ?? '', column.name).toBe(column.unit);
        expect(isFlux, column.name).toBe(column.unit === '1 / (GeV m2 s sr)');
        expect(type).toBe({ float64: 'f', int64: 'i', bool: 'b', string: 'U' }[column.datatype]);
        expect(description).toBe(column.description);
        expect(values, column.name).toEqual(column.values);
      }
      expect(found.scenario).toEqual(JSON.parse(String(meta.get('scenario'))));
      expect(found.values).toEqual(meta.get('scenario_values'));
      expect([found.doi, found.chi2]).toEqual([ams.doi, (meta.get('goodness') as { chi2: number }).chi2]);
    }
  });

  it(`${asked}the program runs and draws the figure, as PNG of the right width and as PDF`, () => {
    if (python === null) {
      expect(program).toContain('figure.savefig');
      return;
    }
    expect(run(['plot.py'])).toBe('');
    const png = readFileSync(join(folder, 'figure.png'));
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // 86 mm at 300 dots per inch, cut to whole dots.
    expect(Math.abs(png.readUInt32BE(16) - (86 / 25.4) * 300)).toBeLessThanOrEqual(1);
    expect(png.length).toBeGreaterThan(20_000);
    expect(readFileSync(join(folder, 'figure.pdf'), 'latin1')).toMatch(/^%PDF/);
  });
});
