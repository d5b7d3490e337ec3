import { describe, expect, it } from 'vitest';
import { classLink } from '../../src/app/learn/classLink.ts';
import { drawTo, energyOfPlace, PLACES, placeOfEnergy } from '../../src/app/learn/sketching.ts';
import { givesAway } from '../../src/app/learn/stepRules.ts';
import { startFrom } from '../../src/app/state/addressBar.ts';
import { createClassroom, type Sketch } from '../../src/app/state/classroom.ts';
import { decodeLink, encodeLink } from '../../src/app/state/link.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { stepAt } from '../../src/lessons/cases.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonById } from '../../src/lessons/lessons.ts';
import { NO_TEACHER_VIEW, type TeacherView } from '../../src/lessons/teacherView.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import type { Preset } from '../../src/model/presets/presetTypes.ts';

const geminga = presetById('geminga') as Preset;
const origin = originOfPreset(geminga);
const prepared: TeacherView = {
  ...NO_TEACHER_VIEW,
  hiddenGroups: ['sun'],
  lockedPaths: ['propagation', 'sources[Geminga].age_kyr'],
  theme: 'projector',
  hideFit: true,
  predictFirst: true,
};

describe('the link for a class', () => {
  it('with a scenario brings back both the scenario and what the teacher prepared', () => {
    const link = classLink('https://example.org/lab/#old', prepared, geminga.scenario, origin);
    const { step, view, message } = startFrom(new URL(link).hash, presets, geminga);
    expect(message).toBeNull();
    expect(step).toEqual({ scenario: geminga.scenario, origin });
    expect(view).toEqual(prepared);
  });

  it('to a lesson names the lesson and holds no scenario', () => {
    const link = classLink(
      'https://example.org/lab/',
      { ...NO_TEACHER_VIEW, lesson: 'halo-of-slow-diffusion', step: 2 },
      geminga.scenario,
      origin,
    );
    expect(link).toBe('https://example.org/lab/#lesson=halo-of-slow-diffusion&step=3&view=1');
  });

  it('to a preset as it is names the preset; a changed one is in the link whole', () => {
    const unchanged = classLink('https://example.org/lab/', prepared, geminga.scenario, origin);
    expect(unchanged).toMatch(/#preset=geminga&hide=sun&/);
    const changed = { ...geminga.scenario, sun: { ...geminga.scenario.sun, potential_MV: 700 } };
    const link = classLink('https://example.org/lab/', prepared, changed, origin);
    expect(link).toContain('#s=1.');
    expect(startFrom(new URL(link).hash, presets, geminga).step.scenario).toEqual(changed);
  });

  it('with nothing but a lesson, written by hand, opens the default preset and the first step', () => {
    const { step, view, message } = startFrom('#lesson=pulsars-or-dark-matter', presets, geminga);
    expect(message).toBeNull();
    expect(step.scenario).toBe(geminga.scenario);
    expect(view).toMatchObject({ lesson: 'pulsars-or-dark-matter', step: 0 });
  });

  it('with an unknown lesson says one sentence and opens the default preset', () => {
    const { step, view, message } = startFrom('#lesson=alchemy', presets, geminga);
    expect(step.scenario).toBe(geminga.scenario);
    expect(view).toBeUndefined();
    expect(message?.text).toMatch(/lesson/i);
  });

  it('leaves the links of a page without a teacher as they were', () => {
    expect(encodeLink(geminga.scenario, 'geminga', NO_TEACHER_VIEW)).toBe(encodeLink(geminga.scenario, 'geminga'));
    expect(decodeLink(encodeLink(geminga.scenario, 'geminga', prepared))).toEqual({
      presetId: 'geminga',
      scenario: geminga.scenario,
    });
  });
});

describe('a prepared page', () => {
  it('locks the parameters and the choices of a block, and hides groups, fit and curve', () => {
    const classroom = createClassroom(prepared);
    expect(classroom.locks('propagation.delta')).toBe(true);
    expect(classroom.locks('sources[Geminga].efficiency')).toBe(false);
    expect(classroom.locksChoices('propagation')).toBe(true);
    expect(classroom.hides('sun')).toBe(true);
    expect(classroom.mayFit.value).toBe(false);
    expect(classroom.hidesCurve.value).toBe(true);
    classroom.isRevealed.value = true;
    expect(classroom.hidesCurve.value).toBe(false);
  });
});

describe('the curve during a question', () => {
  const step = (lesson: string, id: string) => stepAt(lessonById(lesson) as Lesson, id);

  it('is hidden where it is itself the answer', () => {
    expect(givesAway(step('where-positrons-come-from', 'gas'), 'gasOnly')).toBe(true);
    expect(givesAway(step('where-positrons-come-from', 'overtake'), 'best')).toBe(true);
  });

  it('is seen where the question is how it will change', () => {
    expect(givesAway(step('halo-of-slow-diffusion', 'starve'), 'halo50')).toBe(false);
    expect(givesAway(step('halo-of-slow-diffusion', 'slow'), 'everywhereFast')).toBe(false);
  });
});

describe('a drawing hand', () => {
  const empty: Sketch = { what: 'curve', range_GeV: [10, 1000], points: [], isOpen: true };

  it('fills the places between two moves of the pointer on a straight line in the logarithms', () => {
    const from = { energy_GeV: 10, value: 1 };
    const { points } = drawTo(drawTo(empty, from), { energy_GeV: 1000, value: 100 }, from);
    expect(points).toHaveLength(PLACES);
    // The line is value = energy/10 by construction; only rounding separates the two.
    for (const { energy_GeV, value } of points) expect(value / (energy_GeV / 10)).toBeCloseTo(1, 10);
  });

  it('that goes back replaces what it drew there', () => {
    const first = drawTo(empty, { energy_GeV: 100, value: 5 });
    expect(drawTo(first, { energy_GeV: 100, value: 7 }).points.map(({ value }) => value)).toEqual([7]);
  });

  it('sets a single mark where a peak is asked for, inside the range', () => {
    const sketch = drawTo({ ...empty, what: 'peak' }, { energy_GeV: 50, value: 2 });
    expect(drawTo(sketch, { energy_GeV: 5000, value: 3 }).points).toEqual([{ energy_GeV: 1000, value: 3 }]);
  });

  it('changes nothing once the curve is revealed', () => {
    const closed = { ...empty, isOpen: false };
    expect(drawTo(closed, { energy_GeV: 100, value: 5 })).toBe(closed);
  });

  it('finds each place again from its energy', () => {
    for (let place = 0; place < PLACES; place++)
      expect(placeOfEnergy([20, 1000], energyOfPlace([20, 1000], place))).toBe(place);
  });
});
