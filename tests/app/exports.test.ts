import { beforeEach, describe, expect, it, vi } from 'vitest';
import { byteText } from '../../src/app/exports/byteText.ts';
import { pixelSize } from '../../src/app/exports/figurePng.ts';
import { openedFile } from '../../src/app/exports/openedFile.ts';
import { type FileOpener, isExport, openFile, openText } from '../../src/app/exports/openFile.ts';
import { dayOf } from '../../src/app/exports/pageContext.ts';
import { fileText } from '../../src/export/exportedFile.ts';
import { exportScenarioJson } from '../../src/export/exportScenario.ts';
import { exportSpectrumCsv, exportSpectrumEcsv } from '../../src/export/exportSpectrum.ts';
import { withValue } from '../../src/model/paths.ts';
import { presets } from '../../src/model/presets/presets.ts';
import { scenario, spectrum } from '../export/fixtures.ts';

const changed = withValue(scenario, 'sources[Geminga].efficiency', 0.2);
const context = { page: 'https://example.org/', presetId: 'geminga' };
const ecsv = fileText(exportSpectrumEcsv(changed, spectrum, context));

function opener(predict: FileOpener['predict']) {
  const open = vi.fn();
  const say = vi.fn();
  return { open, say, app: { store: { open, say }, presets, predict } as unknown as FileOpener };
}

beforeEach(() => {
  openedFile.value = null;
});

describe('opening a file', () => {
  it('is one step to its scenario, compared with the preset of its link, and says that the numbers come out again', async () => {
    const predict = vi.fn(async () => structuredClone(spectrum));
    const { open, say, app } = opener(predict);
    const opening = openText(ecsv, 'a.ecsv', app);
    expect(openedFile.value?.recomputed).toEqual({ kind: 'computing' });
    await opening;
    expect(open).toHaveBeenCalledTimes(1);
    const [opened, origin] = open.mock.calls[0] as [unknown, { presetId: string }];
    expect(opened).toEqual(changed);
    expect(origin.presetId).toBe('geminga');
    expect(predict).toHaveBeenCalledWith(changed, spectrum.energies_GeV);
    expect(openedFile.value).toMatchObject({
      name: 'a.ecsv',
      format: 'geminga-spectrum',
      recomputed: { kind: 'done', reproduction: { values: 12, differing: 0 } },
    });
    expect(say).not.toHaveBeenCalled();
  });

  it('says how many numbers differ, or why they could not be computed', async () => {
    const total = spectrum.total.with(0, 0.4);
    await openText(ecsv, 'a.ecsv', opener(async () => ({ ...spectrum, total })).app);
    expect(openedFile.value?.recomputed).toMatchObject({ kind: 'done', reproduction: { differing: 1 } });
    const failing = opener(async () => {
      throw new Error('no kernel');
    });
    await openText(ecsv, 'a.ecsv', failing.app);
    expect(openedFile.value?.recomputed).toEqual({ kind: 'failed', reason: 'no kernel' });
  });

  it('without a spectrum in it computes nothing', async () => {
    const predict = vi.fn();
    for (const file of [exportScenarioJson(changed), exportSpectrumCsv(changed, spectrum, context)]) {
      await openText(fileText(file), file.name, opener(predict).app);
      expect(openedFile.value?.recomputed).toEqual({ kind: 'nothing' });
    }
    expect(predict).not.toHaveBeenCalled();
  });

  it.each([
    ['a damaged one', new File([ecsv.slice(0, ecsv.length / 2)], 'half.ecsv')],
    ['a zip', new File(['PK'], 'all.zip')],
    ['one of somebody else', new File(['1 2 3'], 'mine.txt')],
  ])('that cannot be opened says why in one sentence and changes nothing: %s', async (_, file) => {
    const { open, say, app } = opener(vi.fn());
    await openFile(file, app);
    expect(open).not.toHaveBeenCalled();
    expect(openedFile.value).toBeNull();
    const text = expect.stringMatching(new RegExp(`^${file.name}.+\\.$`));
    expect(say.mock.calls).toEqual([[{ row: null, text }]]);
  });

  it('knows its own files, also damaged ones, from tables of other people', () => {
    const own = [ecsv, ecsv.slice(0, ecsv.length / 2), fileText(exportScenarioJson(scenario))];
    expect(own.map(isExport)).toEqual([true, true, true]);
    const others = [
      'E,flux\n1,2\n',
      '# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\na\n1\n',
      '{"a": 1}',
    ];
    expect(others.map(isExport)).toEqual([false, false, false]);
  });
});

describe('what the export dialog says', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [12_345, '12.3 kB'],
    [999_600, '1.0 MB'],
    [123_456_789, '123 MB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(byteText(bytes)).toBe(text);
  });

  it('the day is that of the calendar on the wall', () => {
    expect(dayOf(new Date(2026, 2, 1, 0, 1))).toBe('2026-03-01');
    expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });

  it('a figure of 86 mm at 300 dpi has 1016 picture elements across, as 25.4 mm are an inch', () => {
    expect(pixelSize('<svg viewBox="0 0 860 705.2">', 300)).toEqual({ width: 1016, height: 833 });
  });
});
