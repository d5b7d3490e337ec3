import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { createCaseBook } from '../../src/app/learn/caseBook.ts';
import { createPlayer } from '../../src/app/learn/player.ts';
import { createClassroom } from '../../src/app/state/classroom.ts';
import { edit } from '../../src/app/state/edits.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore, type Store } from '../../src/app/state/store.ts';
import type { View } from '../../src/app/state/view.ts';
import { prepareData } from '../../src/data/prepare.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonById, lessons } from '../../src/lessons/lessons.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';
import type { Pool } from '../../src/worker/protocol.ts';
import { testKernel } from '../support.ts';
import { fakePool } from './fakePool.ts';

const geminga = presetById('geminga') as Preset;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await testKernel();
});

/** A pool that computes in this thread. */
function directPool(): Pool {
  return {
    ...fakePool(),
    evaluate: async (scenario) => {
      await prepareData(scenario);
      return evaluateScenario(kernel, scenario);
    },
    fit: async (scenario) => fitScenario(kernel, scenario),
  };
}

function play(id: string, step = 0, prepare: (store: Store) => void = () => {}) {
  const lesson = lessonById(id) as Lesson;
  const pool = directPool();
  const store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  prepare(store);
  const classroom = createClassroom();
  const view = { quantity: signal('E3') } as Pick<View, 'quantity'>;
  const player = createPlayer(lesson, step, { store, view, classroom, book: createCaseBook(lesson, () => pool) });
  const ready = () => expect.poll(() => player.isReady.value && store.upToDate.value, { timeout: 20_000 }).toBe(true);
  return { store, classroom, view, player, ready };
}

describe('a step with a choice', () => {
  it('hides the curve that is the answer, judges by what is computed, and then shows it', async () => {
    const { player, classroom, view, ready } = play('where-positrons-come-from', 1);
    await ready();
    expect(player.phase.value).toBe('predict');
    expect(classroom.hidesCurve.value).toBe(true);
    player.advance();
    expect(player.phase.value).toBe('predict');
    player.choice.value = 'rises';
    player.advance();
    expect(player.verdict.value).toEqual({ chosen: 'rises', right: 'falls' });
    expect(player.phase.value).toBe('reveal');
    expect(classroom.hidesCurve.value).toBe(false);
    expect(classroom.stage.value?.components).toEqual(['secondaries']);
    expect(view.quantity.value).toBe('E3');
    player.close();
    expect(classroom.stage.value).toBeNull();
  });
});

describe('a step with a drag', () => {
  it('unlocks its parameter alone, follows the goal and goes on when it is met', async () => {
    const { player, classroom, store, ready } = play('where-positrons-come-from', 3);
    await ready();
    expect(player.phase.value).toBe('drag');
    expect(classroom.locks('sources[Geminga].efficiency')).toBe(false);
    expect(classroom.locks('sources[Geminga].spectralIndex')).toBe(true);
    expect(classroom.mayFit.value).toBe(false);
    expect(player.goal.value?.met).toBe(false);
    store.change((scenario) => edit(scenario, 'sources[Geminga].efficiency', 1.45), { change: 'efficiency' });
    await ready();
    expect(player.goal.value?.met).toBe(true);
    player.advance();
    expect(classroom.locks('sources[Geminga].efficiency')).toBe(true);
  });
});

describe('a step with a drawing', () => {
  it('keeps the drawing when the curve comes, compares it, and pins the curve before', async () => {
    const { player, classroom, ready } = play('halo-of-slow-diffusion', 3);
    await ready();
    const sketch = classroom.sketch.value;
    expect(sketch).toMatchObject({ what: 'curve', isOpen: true, points: [] });
    const { energies_GeV, components } = player.results.value.get('halo100')?.evaluation.curve ?? {};
    const flux = components?.find(({ name }) => name === 'Geminga')?.flux;
    if (!sketch || !energies_GeV || !flux) throw new Error('nothing to draw after');
    const points = [...energies_GeV].map((energy_GeV, i) => ({ energy_GeV, value: flux[i] as number }));
    classroom.sketch.value = {
      ...sketch,
      points: points.filter(({ energy_GeV }) => energy_GeV > 15 && energy_GeV < 1200),
    };
    player.advance();
    expect(player.sketchVerdict.value?.words[0]).toBe('close');
    expect(classroom.sketch.value?.isOpen).toBe(false);
    await ready();
    expect(classroom.stage.value?.pinned.map(({ key }) => key)).toEqual(['halo50']);
  });
});

describe.each(lessons.map(({ id }) => ({ id })))('the lesson $id', ({ id }) => {
  const { steps } = lessonById(id) as Lesson;
  it.each(steps.flatMap((step, index) => (step.drag ? [[step.id, index] as const] : [])))(
    'can show how the goal of the step %s is met',
    async (_, index) => {
      const { player, ready } = play(id, index);
      await ready();
      await expect.poll(() => player.solution.value, { timeout: 20_000 }).not.toBeNull();
    },
    30_000,
  );
});

describe('what a lesson finds on the page', () => {
  const followsHand = (store: Store) => {
    store.followsHand.value = true;
  };

  it('is held off while it runs and put back afterwards: fit while dragging, and the quantity shown', async () => {
    const { store, view, player, ready } = play('where-positrons-come-from', 0, followsHand);
    await ready();
    expect(store.followsHand.value).toBe(false);
    expect(view.quantity.value).toBe('flux');
    player.suspend();
    expect(store.followsHand.value).toBe(true);
    expect(view.quantity.value).toBe('E3');
    player.resume();
    expect(store.followsHand.value).toBe(false);
    expect(view.quantity.value).toBe('flux');
    player.close();
    expect(store.followsHand.value).toBe(true);
    expect(view.quantity.value).toBe('E3');
  });
});

describe('a student who leaves the tab and comes back', () => {
  it('finds the page free meanwhile, and then phase, drawing and scenario as they were', async () => {
    const { store, classroom, player, ready } = play('where-positrons-come-from', 3);
    await ready();
    store.change((scenario) => edit(scenario, 'sources[Geminga].efficiency', 1.45), { change: 'efficiency' });
    await ready();
    player.advance();
    const mine = store.scenario.value;
    player.suspend();
    expect(classroom.stage.value).toBeNull();
    expect(classroom.locks('sources[Geminga].spectralIndex')).toBe(false);
    store.open(geminga.scenario, originOfPreset(geminga), 'preset');
    player.resume();
    await ready();
    expect(player.phase.value).toBe('reveal');
    expect(store.scenario.value).toBe(mine);
    expect(player.isElsewhere.value).toBe(false);
    expect(classroom.locks('sources[Geminga].spectralIndex')).toBe(true);
  });

  it('finds the drawing', async () => {
    const { classroom, player, ready } = play('halo-of-slow-diffusion', 3);
    await ready();
    const drawn = {
      ...(classroom.sketch.value as NonNullable<typeof classroom.sketch.value>),
      points: [{ energy_GeV: 100, value: 1e-9 }],
    };
    classroom.sketch.value = drawn;
    player.suspend();
    expect(classroom.sketch.value).toBeNull();
    player.resume();
    expect(classroom.sketch.value).toEqual(drawn);
  });
});

describe('a page that goes elsewhere during a step', () => {
  it('through undo: the lesson says no number, and redo or the way back mends it', async () => {
    const { store, player, ready } = play('halo-of-slow-diffusion', 2);
    await ready();
    store.undo();
    expect(player.isElsewhere.value).toBe(true);
    expect(player.isReady.value).toBe(false);
    expect(player.goal.value).toBeNull();
    store.redo();
    await ready();
    expect(player.isElsewhere.value).toBe(false);
    store.open(geminga.scenario, originOfPreset(geminga), 'preset');
    expect(player.isElsewhere.value).toBe(true);
    player.comeBack();
    await ready();
    expect(player.isElsewhere.value).toBe(false);
    expect(player.goal.value?.met).toBe(false);
  });

  it('but not through what the step lets move, its undo or its reset', async () => {
    const { store, player, ready } = play('halo-of-slow-diffusion', 2);
    await ready();
    store.change((scenario) => edit(scenario, 'propagation.halo.radius_pc', 60), { change: 'radius' });
    expect(player.isElsewhere.value).toBe(false);
    store.undo();
    expect(player.isElsewhere.value).toBe(false);
    store.redo();
    store.resetToOrigin();
    expect(player.isElsewhere.value).toBe(false);
    await ready();
    expect(player.goal.value?.met).toBe(false);
  });

  it('goes on with the scenario of the next step', async () => {
    const { store, player, ready } = play('halo-of-slow-diffusion', 2);
    await ready();
    store.open(geminga.scenario, originOfPreset(geminga), 'preset');
    player.openStep(3);
    await ready();
    expect(player.isElsewhere.value).toBe(false);
    expect(store.scenario.value.propagation.halo?.radius_pc).toBe(50);
  });
});
