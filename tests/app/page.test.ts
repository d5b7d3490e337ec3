import { describe, expect, it } from 'vitest';
import { announcement } from '../../src/app/announcement.ts';
import { tabForKey } from '../../src/app/controls/TabList.tsx';
import { budgetWarning } from '../../src/app/inspector/budgetWarning.ts';
import { parameterName, verdictState } from '../../src/app/inspector/reportWords.ts';
import { showTab } from '../../src/app/inspector/showTab.ts';
import { groupSummary, matches, parameterGroups, rowActs } from '../../src/app/parameters/groups.ts';
import { withPrior } from '../../src/app/parameters/priorEdits.ts';
import { withBackgroundTable, withChannelTable } from '../../src/app/parameters/tableEdits.ts';
import { type KeyPress, shortcutFor } from '../../src/app/shortcuts.ts';
import { withValueOf } from '../../src/app/state/copying.ts';
import {
  DEFAULT_DARK_MATTER,
  edit,
  withBackground,
  withDarkMatter,
  withHalo,
  withNamed,
  withOverride,
  withPopulation,
  withRadiationField,
  withSourceEnabled,
} from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { modifications } from '../../src/app/state/modifications.ts';
import { createView, type ViewWindow } from '../../src/app/state/view.ts';
import { lossesBlock } from '../../src/model/parameters.ts';
import { placedParameters } from '../../src/model/paths.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const geminga = presetById('geminga')?.scenario as Scenario;

/** Paths of everything in a scenario but null: what is not there needs no control. */
function leaves(value: unknown, path = ''): string[] {
  if (value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'object')) {
    return value.flatMap((item: { name: string }) => leaves(item, `${path}[${item.name}]`));
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path ? `${path}.${key}` : key));
}

/**
 * What has a control that is no row of the declaration: StructureRows, FitRows, RadiationComponents, CorrelationLengths,
 * BackgroundRow and ChannelRow with their tables, PriorEditor, padlocks, top bar; and in the Sources tab the curves by name and
 * what single pulsars have of their own.
 */
const CONTROLS =
  /^(format|version|name|sources\[.+\]\.(type|name|enabled)|losses\.radiationField|losses\.radiationComponents\[.+\]\.\w+|population\.named|population\.overrides\[.+\]\.\w+|background\.(model|name|energies_GeV|flux)|darkMatter\.spectrum\.\w+|fit\.(dataset|energyRange_GeV|free|correlationLengths_dex|priors\[.+\]\.\w+))$/;

describe('parameter groups', () => {
  it('leave no value of a scenario without a row or a control of its own, with a halo and every loss model', () => {
    const variants = presets.flatMap(({ scenario }) =>
      [
        scenario,
        withHalo(scenario, DEFAULT_HALO),
        withPopulation(scenario, cataloguePulsars),
        withDarkMatter(withBackground(scenario, 'secondaries'), DEFAULT_DARK_MATTER),
      ].flatMap((one) => Object.keys(lossesBlock.model.options).map((model) => edit(one, 'losses.model', model))),
    );
    const table = { name: 'mine', energies_GeV: [1, 100], values: [1, 1e-6] };
    const path = 'sources[Geminga].efficiency';
    const special = [
      withRadiationField(geminga, 'custom'),
      withBackgroundTable(geminga, table),
      withChannelTable(withDarkMatter(geminga, DEFAULT_DARK_MATTER), table),
      withPrior(geminga, path, { path, distribution: 'uniform', low: 0.1, high: 1 }),
      { ...geminga, fit: { ...geminga.fit, correlationLengths_dex: [0.1, 0.2] } },
    ];
    for (const scenario of [...variants, ...special]) {
      const rows = parameterGroups(scenario).flatMap((group) => group.rows.map(({ path }) => path));
      expect(new Set(rows).size).toBe(rows.length);
      const hidden = leaves(scenario).filter((path) => !rows.includes(path) && !CONTROLS.test(path));
      expect(hidden).toEqual([]);
    }
  });

  it('say in one line what they stand for', () => {
    const lines = parameterGroups(geminga).map((group) => `${group.title}: ${groupSummary(geminga, group)}`);
    expect(lines).toEqual([
      'Pulsar: Geminga',
      'Other pulsars: off: listed pulsars only',
      'Halo: off: one zone',
      'Galaxy: slope δ 0.33',
      'Losses: Klein–Nishina, Hooper et al. 2017 field',
      'Background: AMS-02 diffuse term',
      'Dark matter: none',
      'Sun: force field, 1100 MV',
      'Fit: AMS-02 2019, 10–1000 GeV, stat ⊕ syst',
    ]);
  });

  it('say that diffusion and losses act on secondaries and dark matter too, and on nothing without them', () => {
    const without = withSourceEnabled(geminga, 'Geminga', false);
    const lines = (scenario: Scenario) =>
      Object.fromEntries(parameterGroups(scenario).map((group) => [group.title, groupSummary(scenario, group)]));
    expect(lines(without)).toMatchObject({ Galaxy: 'not in use: nothing diffuses', Halo: 'not in use: no pulsar' });
    const computed = withBackground(without, 'secondaries');
    expect(lines(computed)).toMatchObject({ Galaxy: 'slope δ 0.33', Background: 'secondaries, computed' });
    const dark = withDarkMatter(withBackground(without, 'none'), DEFAULT_DARK_MATTER);
    expect(lines(dark)).toMatchObject({ Galaxy: 'slope δ 0.33', 'Dark matter': 'annihilation into μ⁺μ⁻, 1000 GeV' });
    const catalogue = withPopulation(without, cataloguePulsars);
    expect(lines(catalogue)).toMatchObject({
      Halo: 'off: one zone',
      'Other pulsars': 'catalogue within 10 kpc, η 0.1',
    });
  });

  it('hide only rows that change nothing, and bring them with the choice that uses them', () => {
    const shown = (scenario: Scenario) =>
      parameterGroups(scenario)
        .flatMap((group) => group.rows.map(({ path }) => path))
        .filter((path) => rowActs(scenario, path));
    const slab = ['propagation.slab.haloHalfHeight_kpc', 'propagation.slab.discHalfThickness_kpc'];
    expect(shown(geminga)).not.toEqual(expect.arrayContaining(slab));
    expect(shown(withBackground(geminga, 'secondaries'))).toEqual(expect.arrayContaining(slab));
    expect(shown(withDarkMatter(geminga, DEFAULT_DARK_MATTER))).toEqual(expect.arrayContaining(slab));
    expect(shown(geminga)).not.toContain('fit.correlationLength_dex');
    expect(shown(edit(geminga, 'fit.errors', 'covariance'))).toContain('fit.correlationLength_dex');
    expect(shown(geminga)).toContain('electrons.flux');
  });

  it('are searched by label, symbol, key and help', () => {
    const found = (text: string) =>
      placedParameters(geminga)
        .filter((row) => matches(row, text.split(' ')))
        .map(({ key }) => key);
    expect(found('diffusion at')).toContain('D0_cm2_s');
    expect(found('synchrotron')).toContain('magneticField_uG');
    expect(found('d0')).toContain('D0_cm2_s');
    expect(found('neutrino')).toEqual([]);
  });
});

describe('modified values', () => {
  it('are listed with label, before and after in units', () => {
    const changed = edit(edit(geminga, 'sources[Geminga].distance_pc', 300), 'sources[Geminga].maxEnergy_GeV', 5e5);
    expect(modifications(changed, geminga)).toEqual([
      { path: 'sources[Geminga].distance_pc', label: 'distance', before: '250 pc', after: '300 pc' },
      { path: 'sources[Geminga].maxEnergy_GeV', label: 'highest energy', before: 'off', after: '5.00 × 10⁵ GeV' },
    ]);
  });

  it('name the pulsars of the catalogue and what single ones have of their own', () => {
    const on = withPopulation(geminga, cataloguePulsars);
    expect(modifications(on, geminga)).toEqual([
      {
        path: 'population',
        label: 'pulsars of the catalogue',
        before: 'off: listed pulsars only',
        after: 'catalogue within 10 kpc, η 0.1',
      },
    ]);
    const own = withOverride(on, ['J1057-5226'], { distance_pc: 714 });
    const changed = withNamed(withOverride(own, ['J1745-3040'], { enabled: false }), ['J0835-4510'], false);
    expect(modifications(changed, on).map(({ label, before, after }) => [label, before, after])).toEqual([
      ['J1057-5226', 'as the others', 'distance 714 pc'],
      ['J1745-3040', 'as the others', 'left out'],
      ['own curves', 'J0633+1746, J0659+1414, J1057-5226, J0835-4510', 'J0633+1746, J0659+1414, J1057-5226'],
    ]);
    expect(modifications(edit(own, 'population.overrides[J1057-5226].distance_pc', 350), own)).toMatchObject([
      { label: 'distance', before: '714 pc', after: '350 pc' },
    ]);
  });

  it('include the change of a loss model and what it brings', () => {
    const labels = modifications(edit(geminga, 'losses.model', 'thomson'), geminga).map(({ label }) => label);
    expect(labels).toEqual(['energy losses', 'magnetic field', 'Thomson loss rate at 1 GeV', 'radiation field']);
  });

  it('include tables, correlation lengths and priors, even where their words are the same, and each can be taken over', () => {
    const table = (flux: number): Scenario => ({
      ...geminga,
      background: { model: 'table', name: 'mine', energies_GeV: [1, 10], flux: [1, flux], normalisation: 1 },
      fit: {
        ...geminga.fit,
        furtherDatasets: ['ams02-fraction-2019'],
        errors: 'covariance',
        correlationLengths_dex: [0.1, 0.2, 0.3, flux],
        priors: [{ path: 'sources[Geminga].efficiency', distribution: 'uniform', low: flux, high: 1 }],
      },
    });
    const [one, other] = [parseScenario(table(0.5)), parseScenario(table(0.25))];
    const found = modifications(one, other);
    expect(found.map(({ path }) => path)).toEqual(['background.table', 'fit.correlationLengths_dex', 'fit.priors']);
    expect(found[0]).toMatchObject({ before: 'mine, 2 points', after: 'mine, 2 points' });
    const taken = found.reduce((now, { path }) => withValueOf(now, other, path), one);
    expect(taken).toEqual(other);
    expect(modifications(one, geminga).map(({ path }) => path)).toContain('fit.furtherDatasets');
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    target: { tagName: 'BODY' },
    ...more,
  });
  it.each([
    ['f', {}, 'fit'],
    ['F', {}, 'fit'],
    ['f', { repeat: true }, null],
    ['f', { ctrlKey: true }, null],
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { metaKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['z', {}, null],
    ['f', { target: { tagName: 'INPUT', type: 'text' } }, null],
    ['z', { ctrlKey: true, target: { tagName: 'INPUT', type: 'search' } }, null],
    ['z', { ctrlKey: true, target: { tagName: 'INPUT', type: 'range' } }, 'undo'],
    ['f', { target: { tagName: 'SELECT' } }, null],
  ] as const)('%s %o means %s', (key, more, intent) => {
    expect(shortcutFor(press(key, more))).toBe(intent);
  });
});

describe('tabs', () => {
  const tabs = ['fit', 'posterior', 'sources'].map((id) => ({ id, title: id }));
  it.each([
    ['ArrowRight', 'fit', 'posterior'],
    ['ArrowRight', 'sources', 'fit'],
    ['ArrowLeft', 'fit', 'sources'],
    ['Home', 'sources', 'fit'],
    ['End', 'fit', 'sources'],
    ['ArrowDown', 'fit', null],
    ['a', 'fit', null],
  ])('%s from %s leads to %s', (key, from, to) => {
    expect(tabForKey(key, tabs, from)).toBe(to);
  });
});

describe('words', () => {
  const goodness = { chi2: 27.8, points: 50, freeParameters: 4, degreesOfFreedom: 46, pValue: 0.98, aic: 35.8 };

  it('tell a screen reader χ² per degree of freedom and whether it improved', () => {
    expect(announcement(goodness, null, false, null)).toBe('χ² per degree of freedom 0.60.');
    expect(announcement(goodness, 193, false, 'Valid minimum')).toBe(
      'χ² per degree of freedom 0.60, improved; Valid minimum.',
    );
    expect(announcement(goodness, 20, true, null)).toBe('Fitting, χ² per degree of freedom 0.60, worse.');
    expect(announcement({ ...goodness, degreesOfFreedom: 0 }, null, false, null)).toBe(
      'χ² 27.8, no degrees of freedom.',
    );
  });

  it('warn about a pulsar that gives more than its rotation had, and only then', () => {
    const budget = {
      source: 'Geminga',
      efficiency: 1.49,
      spinDownEnergy_erg: 1.1e49,
      lostSinceBirth_erg: 1.07e49,
      pairEnergy_erg: 1.6e49,
    };
    expect(budgetWarning(budget)).toEqual({
      title: 'Efficiency above 1',
      text: 'This needs 1.60 × 10⁴⁹ erg, more than the 1.10 × 10⁴⁹ erg of spin-down energy that Geminga had at birth.',
    });
    expect(budgetWarning({ ...budget, efficiency: 0.1, pairEnergy_erg: 1.1e48 })).toBeNull();
  });

  it('name a fit valid, valid with advice, or not valid', () => {
    const finding = (state: 'good' | 'warn' | 'bad') => ({ state, text: '' });
    expect(verdictState({ valid: true, findings: [finding('good')] })).toBe('good');
    expect(verdictState({ valid: true, findings: [finding('good'), finding('warn')] })).toBe('warn');
    expect(verdictState({ valid: false, findings: [finding('good')] })).toBe('bad');
  });

  it('name the source of a parameter where there are several', () => {
    const path = 'sources[Geminga].efficiency';
    expect(parameterName(geminga, path)).toBe('efficiency');
    const monogem = presetById('monogem')?.scenario as Scenario;
    expect(parameterName({ ...geminga, sources: [...geminga.sources, ...monogem.sources] }, path)).toBe(
      'efficiency of Geminga',
    );
    const catalogue = withOverride(withPopulation(geminga, cataloguePulsars), ['J1057-5226'], { distance_pc: 714 });
    expect(parameterName(catalogue, path)).toBe('efficiency of Geminga');
    expect(parameterName(catalogue, 'population.efficiency')).toBe('efficiency of the catalogue’s pulsars');
    expect(parameterName(catalogue, 'population.overrides[J1057-5226].distance_pc')).toBe('distance of J1057-5226');
  });
});

describe('theme, level and tab', () => {
  const windowWith = (stored: Record<string, string>, dark: boolean) => {
    const listeners: (() => void)[] = [];
    const media = { matches: dark, addEventListener: (_: string, listener: () => void) => listeners.push(listener) };
    const window = {
      localStorage: {
        getItem: (key: string) => stored[key] ?? null,
        setItem: (key: string, value: string) => {
          stored[key] = value;
        },
      },
      matchMedia: () => media,
    };
    return { window: window as unknown as ViewWindow, stored, media, listeners };
  };

  it('are remembered, and anything else in the store is ignored', () => {
    const { window, stored } = windowWith({ 'geminga-theme': 'sepia', 'geminga-level': 'advanced' }, false);
    const view = createView(window);
    expect([view.theme.value, view.level.value]).toEqual(['system', 'advanced']);
    view.theme.value = 'projector';
    expect(stored['geminga-theme']).toBe('projector');
  });

  it('remember tab and layout, and a tab that is gone gives way to the first', () => {
    const { window, stored } = windowWith({ 'geminga-tab': 'sources', 'geminga-layout': 'wide' }, false);
    const view = createView(window, ['fit', 'sources']);
    expect([view.tab.value, view.layout.value]).toEqual(['sources', 'wide']);
    showTab(view, 'fit');
    expect([stored['geminga-tab'], view.phonePanel.value]).toEqual(['fit', 'tab']);
    const { window: other } = windowWith({ 'geminga-tab': 'escape' }, false);
    expect(createView(other, ['fit', 'sources']).tab.value).toBe('fit');
  });

  it('take the theme of a prepared page without making it the person’s own', () => {
    const { window, stored } = windowWith({ 'geminga-theme': 'dark' }, false);
    const view = createView(window);
    view.lendTheme('projector');
    expect([view.shownTheme.value, stored['geminga-theme']]).toEqual(['projector', 'dark']);
    view.theme.value = 'light';
    expect(stored['geminga-theme']).toBe('light');
  });

  it('follow the system until a theme is chosen', () => {
    const { window, media, listeners } = windowWith({}, false);
    const view = createView(window);
    expect(view.shownTheme.value).toBe('light');
    media.matches = true;
    for (const listener of listeners) listener();
    expect(view.shownTheme.value).toBe('dark');
    view.theme.value = 'light';
    expect(view.shownTheme.value).toBe('light');
  });

  it('work in a browser that refuses storage', () => {
    const { window } = windowWith({}, false);
    const refusing = {
      ...window,
      get localStorage(): Storage {
        throw new Error('denied');
      },
    };
    const view = createView(refusing);
    view.level.value = 'advanced';
    expect(view.level.value).toBe('advanced');
  });
});
