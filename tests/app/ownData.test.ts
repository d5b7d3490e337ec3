import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { candidateOf } from '../../src/app/ownData/candidate.ts';
import { FLUX_UNITS, fluxUnitKey, fluxUnitText } from '../../src/app/ownData/fluxUnits.ts';
import { type BroughtFile, contentOf, LARGEST_TABLE } from '../../src/app/ownData/receiveFile.ts';
import { formerTable, ownDataSession, type Reading } from '../../src/app/ownData/session.ts';
import { hasComparableTable, shownTable } from '../../src/app/ownData/shownTable.ts';
import { decodeLink, encodeLink } from '../../src/app/state/link.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import { columnUse, OPEN_QUESTIONS, withColumnUse } from '../../src/data/ownData/choice.ts';
import { ownTableOf } from '../../src/data/ownData/ownTable.ts';
import { readOwnData } from '../../src/data/ownData/readOwnData.ts';
import { readFluxUnit } from '../../src/data/ownData/units.ts';
import { exportScenarioJson } from '../../src/export/exportScenario.ts';
import { OWN_DATA_ID } from '../../src/model/datasetIds.ts';
import { InputError } from '../../src/model/inputError.ts';
import { withOwnData, withoutOwnData } from '../../src/model/ownDataEdits.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import { SMALL_TABLE } from '../ownTable.ts';
import { type FakePool, fakePool } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
const CSV = readFileSync('src/data/tables/ams02_positron_flux_2019.csv', 'utf8');
const BARE = '10 12 1.5e-3 2e-4 1e-4\n12 14 1.2e-3 2e-4 1e-4\n';

function readingOf(text: string, change: Partial<Reading> = {}): Reading {
  const file = readOwnData(text, 'mine.csv');
  return { file, choice: file.guess, names: {}, isFitted: true, ...change };
}

function brought(name: string, text: string | Uint8Array<ArrayBuffer>): BroughtFile {
  const blob = new Blob([text]);
  return { name, size: blob.size, slice: (from, to) => blob.slice(from, to) };
}

describe('a file that is brought', () => {
  it('is a table', async () => {
    expect(await contentOf(brought('mine.csv', CSV))).toMatchObject({ format: 'CSV', fileName: 'mine.csv' });
  });

  it('is opened with its scenario where this program wrote it', async () => {
    const { bytes } = exportScenarioJson(geminga.scenario);
    expect(await contentOf(brought('scenario.json', new Uint8Array(bytes)))).toBe('own export');
    expect(await contentOf(brought('all.zip', new Uint8Array([80, 75, 3, 4])))).toBe('own export');
  });

  it.each([
    ['that is too large', brought('big.csv', 'x'.repeat(LARGEST_TABLE + 1)), /^big\.csv has 2\.0 MB, but .*2 MB/],
    ['that is a picture', brought('pic.csv', new Uint8Array([137, 80, 78, 71, 0, 0, 0, 13])), /^pic\.csv is no text/],
    ['in another encoding', brought('old.csv', new Uint8Array(200).fill(233)), /^old\.csv is no text/],
    ['without numbers', brought('empty.csv', ''), /^empty\.csv has no lines of numbers/],
  ])('%s gives one sentence', async (_, file, sentence) => {
    const error = await contentOf(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(sentence);
  });
});

describe('what a file would make of the scenario', () => {
  it('is ready where the file says everything', () => {
    const candidate = candidateOf(readingOf(CSV), geminga.scenario);
    expect(candidate).toMatchObject({ kind: 'ready', inRange: 50, table: { label: 'mine.csv' } });
  });

  it('asks for what is open, and names a line that cannot be', () => {
    const bare = readingOf(BARE);
    const open = candidateOf(bare, geminga.scenario);
    expect(open).toEqual({ kind: 'open', questions: ['quantity', 'energy', 'value', 'errors', 'energyUnit'] });
    const uses = ['binLow', 'binHigh', 'value', 'stat', 'syst'] as const;
    const said = uses.reduce((choice, use, index) => withColumnUse(choice, index, use), bare.choice);
    const choice = {
      ...said,
      quantity: 'positron-flux' as const,
      energyUnit: 'GeV' as const,
      fluxUnit: { energy: 'GeV' as const, area: 'm2' as const, power: 0 as const },
    };
    expect(candidateOf({ ...bare, choice }, geminga.scenario)).toMatchObject({
      kind: 'ready',
      table: { binLow_GeV: [10, 12], systematicAbove: [1e-4, 1e-4] },
    });
    const wrong = candidateOf({ ...bare, choice: withColumnUse(choice, 3, 'energy') }, geminga.scenario);
    expect(wrong).toMatchObject({ kind: 'wrong', text: expect.stringContaining('mine.csv, line 1') });
  });

  it('has names of its own; a name that cannot be is said', () => {
    const named = candidateOf(readingOf(CSV, { names: { label: 'Mine', experiment: 'ICE' } }), geminga.scenario);
    expect(named).toMatchObject({ table: { label: 'Mine', experiment: 'ICE' } });
    const nameless = candidateOf(readingOf(CSV, { names: { label: '' } }), geminga.scenario);
    expect(nameless).toMatchObject({ kind: 'wrong', text: expect.stringContaining('ownData.label') });
  });

  it('has columns with one use each', () => {
    const { choice } = readingOf(CSV);
    expect(columnUse(choice, 0)).toBe('binLow');
    const moved = withColumnUse(choice, 1, 'binLow');
    expect([columnUse(moved, 0), columnUse(moved, 1)]).toEqual([null, 'binLow']);
    const part = withColumnUse(moved, 1, 'component');
    expect([columnUse(part, 1), part.columns.binLow]).toEqual(['component', undefined]);
    expect(withColumnUse(part, 1, null).components).not.toContain(1);
    expect(Object.keys(OPEN_QUESTIONS)).toContain('errors');
  });

  it('has one of the units of fluxes that files use, each told apart and read back', () => {
    const keys = FLUX_UNITS.map(fluxUnitKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(FLUX_UNITS.map(fluxUnitText)).size).toBe(keys.length);
    for (const unit of FLUX_UNITS.filter(({ power }) => power !== 1))
      expect(readFluxUnit(fluxUnitText(unit))).toEqual(unit);
  });
});

describe('on the page', () => {
  let pool: FakePool;
  let store: Store;
  beforeEach(() => {
    pool = fakePool();
    store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  });
  const accept = () => store.change((scenario) => withOwnData(scenario, SMALL_TABLE), { change: 'own data' });

  it('is one undo step, and asks for the curve at once', () => {
    expect(accept()).toBe(true);
    expect(store.undoChange.value).toBe('own data');
    expect(pool.evaluations.at(-1)?.scenario.fit.dataset).toBe(OWN_DATA_ID);
    expect(store.modifications.value.map(({ path }) => path)).toEqual(['ownData', 'fit.dataset']);
    store.undo();
    expect(store.scenario.value).toBe(geminga.scenario);
  });

  it('makes room for the table that was fitted before it', () => {
    const session = ownDataSession(store);
    expect(ownDataSession(store)).toBe(session);
    expect(formerTable(session, geminga.scenario)).toBe('ams02-positrons-2019');
    session.former = 'ams02-positrons-2021';
    accept();
    const former = formerTable(session, geminga.scenario);
    store.change((scenario) => withoutOwnData(scenario, former), { change: 'own data removed' });
    expect(store.scenario.value).toMatchObject({ ownData: null, fit: { dataset: 'ams02-positrons-2021' } });
    store.undo();
    expect(store.scenario.value.fit.dataset).toBe(OWN_DATA_ID);
  });

  it('is shown where it is asked for and there', () => {
    const shown = withOwnData(geminga.scenario, SMALL_TABLE, false);
    expect(shownTable(shown, OWN_DATA_ID)).toBe(OWN_DATA_ID);
    expect(shownTable(shown, null)).toBe('ams02-positrons-2019');
    expect(shownTable(geminga.scenario, OWN_DATA_ID)).toBe('ams02-positrons-2019');
    expect(hasComparableTable({ ownData: { ...SMALL_TABLE, quantity: 'electron-flux' } })).toBe(false);
  });
});

describe('a link', () => {
  it('carries 74 points and stays short', () => {
    const own = readOwnData(CSV, 'ams02.csv');
    const scenario = withOwnData(geminga.scenario, ownTableOf(own.read(own.guess), 'ams02.csv'));
    expect(scenario.ownData?.values).toHaveLength(74);
    const link = encodeLink(scenario, 'geminga');
    expect(decodeLink(link)).toEqual({ presetId: 'geminga', scenario });
    // 74 points with twelve numbers each, four of them components of the systematic error: not for a mail, but for a link.
    expect(link.length).toBeLessThan(8000);
    expect(link.length).toBeGreaterThan(2000);
  });
});
