import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenarioText } from '../../src/model/readScenario.ts';
import { column, readTable } from '../export/tableReader.ts';
import { geminga } from './harness.ts';

const AMS = readFileSync('src/data/tables/ams02_positron_flux_2021.csv', 'utf8');
const POSITRONS = ['--data-says', 'quantity=positron-flux'];
const BARE = '18 22 1e-2 1e-4\n36 44 1e-3 1e-5\n72 90 1e-4 1e-6\n150 190 1e-5 1e-7\n';
const SAID = [
  'quantity=positron-flux',
  'energyUnit=GeV',
  'fluxUnit=GeV^-1 m^-2 s^-1 sr^-1',
  'binLow=1',
  'binHigh=2',
  'value=3',
  'stat=column 4',
  'label=My points',
].flatMap((answer) => ['--data-says', answer]);

const valuesOf = (stdout: string) => readTable(stdout).rows;
const chi2Of = (stdout: string) => readTable(stdout).comments.find((line) => line.startsWith('chi2 = '));

describe('a table of one’s own in the terminal', () => {
  it('fitted gives what the shipped table of the same numbers gives', async () => {
    const own = await geminga(['fit', 'preset:ams02-fit-function', '--data', 'data/ams.csv', ...POSITRONS], {
      files: { 'data/ams.csv': AMS },
    });
    const shipped = await geminga(['fit', 'preset:ams02-fit-function', '--set', 'fit.dataset=ams02-positrons-2021']);
    expect([own.status, shipped.status]).toEqual([0, 0]);
    expect(valuesOf(own.stdout)).toEqual(valuesOf(shipped.stdout));
    expect(own.stdout).toContain('supplied by the user, file ams.csv');
  });

  it('that says nothing of itself is answered for, and stands beside the model', async () => {
    const files = { 'mine.txt': BARE };
    const open = await geminga(['predict', '--data', 'mine.txt'], { files });
    expect(open.status).toBe(2);
    for (const answer of ['quantity=positron-flux', 'energy=1', 'value=2', 'stat=3', 'energyUnit=GeV'])
      expect(open.stderr).toContain(answer);
    const { status, stdout } = await geminga(['predict', '--data', 'mine.txt', '--table', 'own', ...SAID], { files });
    expect(status).toBe(0);
    const table = readTable(stdout);
    expect(table.rows).toHaveLength(4);
    expect([...column(table, 'bin_low_GeV')]).toEqual([18, 36, 72, 150]);
    expect(stdout).toContain('My points');
  });

  it('comes back with every file of the fit, asymmetric errors included', async () => {
    const files = { 'mine.txt': BARE };
    const free = ['--free', 'background.normalisation'];
    const first = await geminga(['fit', '--data', 'mine.txt', ...SAID, ...free, '--profile', '--out', 'best'], {
      files,
    });
    expect([0, 1]).toContain(first.status);
    const scenario = first.files.get('best/scenario.json') ?? '';
    expect(parseScenarioText(scenario)).toMatchObject({ ownData: { label: 'My points' }, fit: { dataset: 'own' } });
    const predicted = (text: string) => geminga(['predict', 'a.file', '--table', 'own'], { files: { 'a.file': text } });
    const again = chi2Of((await predicted(scenario)).stdout);
    expect(again).toMatch(/^chi2 = \d/);
    for (const name of ['spectrum.csv', 'spectrum.ecsv', 'spectrum.json', 'parameters.csv', 'report.txt'])
      expect(chi2Of((await predicted(first.files.get(`best/${name}`) ?? '')).stdout), name).toBe(again);
    expect(first.files.get('best/references.bib')).toContain('supplied by the user, file mine.txt');
  });

  it('is sampled, and goes on with --resume', async () => {
    const run = ['--steps', '4', '--walkers', '4', '--out', 'draws'];
    const free = ['--free', 'background.normalisation'];
    const begun = await geminga(['sample', '--data', 'mine.txt', ...SAID, ...free, ...run], {
      files: { 'mine.txt': BARE },
    });
    expect(begun.status).toBe(1);
    const files = Object.fromEntries(begun.files);
    expect(files['draws/chain.csv']).toContain('supplied by the user, file mine.txt');
    const { status, stderr } = await geminga(['sample', '--resume', '--steps', '6', '--out', 'draws'], { files });
    expect([status, stderr]).toEqual([1, expect.not.stringContaining('geminga: ')]);
  });

  it('of electrons takes the place of those that AMS-02 measured', async () => {
    const electrons = readFileSync('src/data/tables/ams02_electron_flux_2021.csv', 'utf8');
    const table = ['predict', 'preset:geminga', '--table', 'ams02-fraction-2019'];
    const own = await geminga([...table, '--data', 'e.csv', '--data-says', 'quantity=electron-flux'], {
      files: { 'e.csv': electrons },
    });
    expect(own.status).toBe(0);
    expect(valuesOf(own.stdout)).toEqual(valuesOf((await geminga(table)).stdout));
  });

  it('is explained', async () => {
    for (const command of ['fit', 'predict', 'sample']) {
      const { stdout } = await geminga(['help', command]);
      expect(stdout).toContain('--data FILE');
      expect(stdout).toContain('--data-says NAME=VALUE (repeatable)');
      expect(stdout).toContain('energyUnit');
    }
  });
});
