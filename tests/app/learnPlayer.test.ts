import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { createCaseBook } from '../../src/app/learn/caseBook.ts';
import { createPlayer } from '../../src/app/learn/player.ts';
import { createClassroom } from '../../src/app/state/classroom.ts';
import { edit } from '../../src/app/state/edits.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { createStore } from '../../src/app/state/store.ts';
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

function play(id: string, step = 0) {
  const lesson = lessonById(id) as Lesson;
  const pool = directPool();
  const store = createStore(pool, { scenario: geminga.scenario, origin: originOfPreset(geminga) });
  const classroom = createClassroom();
  const view = { quantity: signal('E3') } as Pick<View, 'quantity'>;
  const player = createPlayer(lesson, step, { store, view, classroom, book: createCaseBook(lesson, pool) });
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
