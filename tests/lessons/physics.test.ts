import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/data/catalogue.ts';
import { lessonScenario } from '../../src/lessons/cases.ts';
import { goalState, rightAnswer } from '../../src/lessons/goal.ts';
import type { Lesson, LessonStep } from '../../src/lessons/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { type CaseResult, isWithin, measureOf, NOW, quantityValue, type Results } from '../../src/lessons/measure.ts';
import { parameterAt, withValue } from '../../src/model/paths.ts';
import { RADIATION_FIELDS } from '../../src/model/radiationFields.ts';
import type { PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { countedPulsars } from '../../src/predict/countedPulsars.ts';
import { emittingHalo } from '../../src/verify/families/haloCase.ts';
import { preset, testKernel } from '../support.ts';
import { evaluated, fitted, resultsOf } from './results.ts';

/** A way to each goal: values at paths, and whether Fit is pressed after them. */
const WAYS: Readonly<Record<string, { readonly set: Readonly<Record<string, number>>; readonly fit?: true }>> = {
  'where-positrons-come-from/stretch': { set: { 'background.normalisation': 4.2 } },
  'where-positrons-come-from/pulsar': { set: { 'sources[Geminga].efficiency': 1.51 } },
  'high-energies-come-from-near/distance': { set: { 'sources[Geminga].distance_pc': 1000 } },
  'what-klein-nishina-changes/imitate': { set: { 'losses.b0_GeV_s': 1.13e-16 } },
  'what-klein-nishina-changes/field': { set: { 'losses.magneticField_uG': 12 } },
  'halo-of-slow-diffusion/radius': { set: { 'propagation.halo.radius_pc': 60 } },
  'halo-of-slow-diffusion/trade': { set: { 'propagation.halo.D0_cm2_s': 4e26 } },
  'halo-of-slow-diffusion/afford': { set: { 'propagation.halo.radius_pc': 40 }, fit: true },
  'pulsars-or-dark-matter/boost': { set: { 'darkMatter.crossSection_cm3_s': 8e-24 } },
  'pulsars-or-dark-matter/mass': { set: { 'darkMatter.mass_GeV': 600 } },
  'how-a-fit-fools-you/good': { set: {}, fit: true },
  'how-a-fit-fools-you/valley': { set: { 'sources[Geminga].spectralIndex': 2.1 }, fit: true },
};

const results = new Map<string, Results>();
beforeAll(async () => {
  for (const lesson of lessons) results.set(lesson.id, await resultsOf(lesson));
});

function steps<Kind>(pick: (step: LessonStep) => Kind | null): [string, Lesson, LessonStep, Kind][] {
  return lessons.flatMap((lesson) =>
    lesson.steps.flatMap((step): [string, Lesson, LessonStep, Kind][] => {
      const picked = pick(step);
      return picked === null ? [] : [[`${lesson.id}/${step.id}`, lesson, step, picked]];
    }),
  );
}

const casesOf = (lesson: Lesson, now?: CaseResult): Results =>
  new Map([...(results.get(lesson.id) as Results), ...(now ? [[NOW, now] as const] : [])]);

/** With what the student begins: a fitted case after its fit. */
const atStart = (lesson: Lesson, step: LessonStep): Promise<CaseResult> =>
  step.start !== null && lesson.cases[step.start]?.fitted
    ? fitted(lessonScenario(lesson, step.id))
    : evaluated(lessonScenario(lesson, step.id));

describe('choices', () => {
  test.each(steps(({ predict }) => (predict?.kind === 'choose' ? predict : null)))(
    '%s: the model makes exactly one answer right',
    (_, lesson, _step, predict) => {
      const value = quantityValue(predict.quantity, casesOf(lesson));
      const right = predict.answers.filter(({ within }) => isWithin(value, within)).map(({ id }) => id);
      expect(right, `the value is ${value}`).toHaveLength(1);
      expect(rightAnswer(predict, casesOf(lesson))).toBe(right[0]);
    },
  );

  test('the right answers are these, as the texts explain them', () => {
    const right = steps(({ predict }) => (predict?.kind === 'choose' ? predict : null)).map(
      ([name, lesson, , predict]) => [name, rightAnswer(predict, casesOf(lesson))],
    );
    expect(Object.fromEntries(right)).toEqual({
      'where-positrons-come-from/steep': 'thousand',
      'where-positrons-come-from/gas': 'falls',
      'where-positrons-come-from/budget': 'more',
      'where-positrons-come-from/overtake': 'between',
      'high-energies-come-from-near/cooling': 'shorter',
      'high-energies-come-from-near/reach': 'half',
      'high-energies-come-from-near/wait': 'less',
      'high-energies-come-from-near/all': 'nearly',
      'what-klein-nishina-changes/longer': 'longer',
      'what-klein-nishina-changes/shortcut': 'third',
      'what-klein-nishina-changes/slow': 'hardly',
      'halo-of-slow-diffusion/slow': 'none',
      'halo-of-slow-diffusion/bubble': 'more',
      'pulsars-or-dark-matter/idea': 'tiny',
      'pulsars-or-dark-matter/narrow': 'few',
      'pulsars-or-dark-matter/contest': 'pulsar',
      'pulsars-or-dark-matter/verdict': 'open',
      'how-a-fit-fools-you/errors': 'larger',
      'how-a-fit-fools-you/partners': 'more',
      'how-a-fit-fools-you/unity': 'allowed',
      'how-a-fit-fools-you/spectrum': 'much',
      'how-a-fit-fools-you/assumption': 'nothing',
    });
  });
});

describe('claims', () => {
  test.each(steps(({ claims }) => (claims.length > 0 ? claims : null)))(
    '%s: what the texts say is what the model computes',
    async (_, lesson, step, claims) => {
      for (const claim of claims) {
        const value = quantityValue(claim, casesOf(lesson));
        expect(isWithin(value, claim.within), `${JSON.stringify(claim)} is ${value} in ${step.id}`).toBe(true);
      }
    },
  );

  test('every number that a text asks for exists, with what the student has at the beginning', async () => {
    for (const lesson of lessons)
      for (const step of lesson.steps) {
        const all = casesOf(lesson, await atStart(lesson, step));
        for (const [name, placeholder] of Object.entries(step.values))
          if (!('constant' in placeholder))
            expect(quantityValue(placeholder, all), `${lesson.id}/${step.id}: ${name}`).toEqual(expect.any(Number));
      }
  });

  test('Thomson’s b₀ in the lesson on Klein–Nishina is the loss of the same fields on slow positrons', async () => {
    const kernel = await testKernel();
    // At 1 MeV the exact loss on starlight is below Thomson's by some 1e-5; b0 is given to five digits.
    const slow_GeV = 1e-3;
    for (const [exact, thomson] of [
      ['exact', 'thomson'],
      ['slowExact', 'slowThomson'],
    ] as const) {
      const cases = results.get('what-klein-nishina-changes') as Results;
      const { losses } = (cases.get(exact) as CaseResult).evaluation.scenario;
      const b0 = (kernel.lossRate(losses, Float64Array.of(slow_GeV)).total[0] as number) / slow_GeV ** 2;
      const chosen = (cases.get(thomson) as CaseResult).evaluation.scenario.losses.b0_GeV_s as number;
      expect(Math.abs(chosen / b0 - 1)).toBeLessThan(1e-4);
    }
  });

  test('η = 1 costs more than 25 in χ², five standard errors of one parameter, and is not refused', () => {
    const cases = results.get('how-a-fit-fools-you') as Results;
    const chi2 = (name: string) => measureOf({ kind: 'chi2' }, cases.get(name) as CaseResult) as number;
    expect(chi2('unity') - chi2('fit')).toBeGreaterThan(25);
  });

  test('most pulsars of the lesson are farther away than the near ones', async () => {
    const cases = results.get('high-energies-come-from-near') as Results;
    const count = async (name: string) =>
      countedPulsars((cases.get(name) as CaseResult).evaluation.scenario, await loadCatalogue()).length;
    expect(await count('allPulsars')).toBeGreaterThan(2 * (await count('nearPulsars')));
  });

  test('hard and soft spectrum give the gamma rays that HAWC published at 20 TeV', async () => {
    const kernel = await testKernel();
    const { components } = RADIATION_FIELDS.hooper2017;
    const flux = ['di-mauro-2019', 'di-mauro-2019-soft'].map((id) => {
      const { sources, propagation, losses } = preset(id);
      const halo = emittingHalo(
        kernel,
        { source: sources[0] as PulsarSource, propagation, losses, components: [...components] },
        [1e4, 4e4],
        null,
      );
      return kernel.radiation.coneFlux(halo.grid, halo.emissivity(Float64Array.of(2e4)), 10)[0] as number;
    });
    // 1.36e-14 ± 0.18e-14 TeV⁻¹ cm⁻² s⁻¹ (HAWC 2017); the presets aim at the value itself.
    for (const value of flux) expect(Math.abs(value / 1.36e-17 - 1)).toBeLessThan(0.05);
  });
});

describe('goals', () => {
  const goals = steps(({ drag }) => drag);

  test('the way to each of them is known', () => {
    expect(Object.keys(WAYS).sort()).toEqual(goals.map(([name]) => name).sort());
  });

  test.each(goals)(
    '%s: is not met at the beginning, and is met along its way, inside the sliders',
    async (name, lesson, step, drag) => {
      const start = lessonScenario(lesson, step.id);
      expect(goalState(drag.goal, casesOf(lesson, await evaluated(start))).met).toBe(false);
      const { set, fit } = WAYS[name] as (typeof WAYS)[string];
      expect(fit ?? false).toBe(drag.fit);
      let scenario: Scenario = start;
      for (const [path, value] of Object.entries(set)) {
        expect(drag.unlocked).toContain(path);
        const parameter = parameterAt(start, path);
        if (!parameter || parameter.kind === 'choice') throw new Error(`${path} is no number`);
        expect(value).toBeGreaterThanOrEqual(parameter.slider[0]);
        expect(value).toBeLessThanOrEqual(parameter.slider[1]);
        scenario = withValue(scenario, path, value);
      }
      const end = fit ? await fitted(scenario) : await evaluated(scenario);
      const state = goalState(drag.goal, casesOf(lesson, end));
      expect(state, JSON.stringify(state)).toMatchObject({ met: true, textKey: 'goal.met' });
      if (fit)
        for (const path of end.evaluation.scenario.fit.free)
          expect(drag.unlocked, `a fit moves ${path}, which the step does not show`).toContain(path);
    },
  );

  test.each(goals.filter(([name]) => !WAYS[name]?.fit))(
    '%s: is wide enough for a hand, at least a hundredth of its slider',
    async (name, lesson, step, { goal }) => {
      const start = lessonScenario(lesson, step.id);
      const [[path, value] = ['', 0]] = Object.entries((WAYS[name] as (typeof WAYS)[string]).set);
      const parameter = parameterAt(start, path);
      if (!parameter || parameter.kind === 'choice') throw new Error(`${path} is no number`);
      const [low, high] = parameter.slider;
      // A slider is 200 to 300 pixels wide: a hand holds two of them, and the field takes any number.
      for (const part of [-0.005, 0.005]) {
        const beside = parameter.scale === 'log' ? value * (high / low) ** part : value + (high - low) * part;
        const now = await evaluated(withValue(start, path, beside));
        expect(goalState(goal, casesOf(lesson, now)).met, `${path} = ${beside}`).toBe(true);
      }
    },
  );
});
