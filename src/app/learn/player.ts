/** Plays a lesson: where the student is, what the page shows there, and how the answer stands. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { caseScenario, casesOfStep, lockedPaths, startingCase, stepAt } from '../../lessons/cases.ts';
import { type GoalState, goalState, rightAnswer } from '../../lessons/goal.ts';
import { type Lesson, type LessonCase, type LessonStep, type Phase, phasesOf } from '../../lessons/lesson.ts';
import { type CaseResult, fluxOf, NOW, type Results } from '../../lessons/measure.ts';
import { comparePeak, compareSketch, type PlotCurve, type SketchComparison } from '../../lessons/sketch.ts';
import type { Scenario } from '../../model/scenario.ts';
import { weightFlux, weightSpectrum } from '../../plot/quantity.ts';
import type { Classroom } from '../state/classroom.ts';
import { ownOrigin } from '../state/origin.ts';
import type { Store } from '../state/store.ts';
import type { View } from '../state/view.ts';
import type { CaseBook } from './caseBook.ts';

/** The chosen answer and the one that the computation makes right. */
export interface AnswerVerdict {
  readonly chosen: string;
  readonly right: string | null;
}

export interface Player {
  readonly lesson: Lesson;
  /** Counted from 0. */
  readonly stepIndex: ReadonlySignal<number>;
  readonly step: ReadonlySignal<LessonStep>;
  readonly phase: ReadonlySignal<Phase>;
  /** The phases up to the present one. */
  readonly phasesSoFar: ReadonlySignal<readonly Phase[]>;
  /** The cases that are computed, and the student's own. */
  readonly results: ReadonlySignal<Results>;
  /** Whether everything that the step asks for is computed. */
  readonly isReady: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<string | null>;
  readonly choice: Signal<string | null>;
  readonly verdict: ReadonlySignal<AnswerVerdict | null>;
  readonly sketchVerdict: ReadonlySignal<SketchComparison | null>;
  /** How far the student is; null where nothing is to be dragged or nothing is computed yet. */
  readonly goal: ReadonlySignal<GoalState | null>;
  /** A case that meets the goal, for somebody who does not find it. */
  readonly solution: ReadonlySignal<string | null>;
  /** Goes to the next phase; at the end of a step to the next step. */
  advance(): void;
  /** Shows the case that meets the goal, and goes on. */
  showSolution(): void;
  drawAgain(): void;
  openStep(index: number): void;
  close(): void;
}

/** Numbers that can be read off the picture or the read-outs below it. */
const SEEN_MEASURES: readonly string[] = [
  'flux',
  'share',
  'peak-energy',
  'overtaking-energy',
  'cooling-time',
  'diffusion-length',
];

/**
 * Whether the curve on the screen would give the answer away.
 *
 * @param shown name of the case that is on the screen
 */
export function givesAway({ predict }: LessonStep, shown: string | null): boolean {
  if (predict === null) return false;
  if (predict.kind === 'draw') return predict.before === null;
  const { measure, case: name = NOW } = predict.quantity;
  return SEEN_MEASURES.includes(measure.kind) && (name === NOW || name === shown);
}

/** A curve of a case in the coordinates in which the step was drawn. */
function plotCurve({ evaluation }: CaseResult, of: string, plot: LessonStep['plot']): PlotCurve | null {
  const flux = fluxOf(evaluation.curve, of);
  const { energies_GeV } = evaluation.curve;
  return flux && { energies_GeV, values: weightSpectrum(plot, energies_GeV, flux) };
}

/** What can be said of the drawing; null while there is none, or its case is not computed. */
function compareDrawing(
  { predict, plot }: LessonStep,
  sketch: Classroom['sketch']['value'],
  results: Results,
): SketchComparison | null {
  if (predict?.kind !== 'draw' || sketch === null) return null;
  const found = results.get(predict.case);
  const curve = found ? plotCurve(found, predict.of, plot) : null;
  if (curve === null) return null;
  const points = sketch.points.map(({ energy_GeV, value }) => ({
    energy_GeV,
    value: weightFlux(plot, energy_GeV, value),
  }));
  if (predict.what === 'peak') {
    const [mark] = points;
    return mark ? comparePeak(mark, curve, predict.range_GeV) : null;
  }
  const earlier = predict.before === null ? undefined : results.get(predict.before);
  return compareSketch(points, curve, predict.range_GeV, earlier ? plotCurve(earlier, predict.of, plot) : null);
}

interface PlayerParts {
  readonly store: Pick<Store, 'scenario' | 'evaluation' | 'upToDate' | 'lastFit' | 'reportIsStale' | 'open'>;
  readonly view: Pick<View, 'quantity'>;
  readonly classroom: Classroom;
  readonly book: CaseBook;
}

export function createPlayer(lesson: Lesson, start: number, { store, view, classroom, book }: PlayerParts): Player {
  const stepIndex = signal(Math.min(Math.max(start, 0), lesson.steps.length - 1));
  const step = computed(() => stepAt(lesson, stepIndex.value));
  const phaseIndex = signal(1);
  const phases = computed(() => phasesOf(step.value));
  const phase = computed(() => phases.value[Math.min(phaseIndex.value, phases.value.length - 1)] as Phase);
  const choice = signal<string | null>(null);
  const verdict = signal<AnswerVerdict | null>(null);
  /** The case to open as soon as it is computed. */
  const wanted = signal<string | null>(null);
  /** What the lesson opened last. */
  const shown = signal<{ readonly name: string; readonly scenario: Scenario } | null>(null);

  const results = computed<Results>(() => {
    const evaluation = store.evaluation.value;
    if (evaluation === null) return book.results.value;
    const opened = shown.value;
    const isAsOpened = opened !== null && store.scenario.value === opened.scenario;
    const own = store.lastFit.value !== null && !store.reportIsStale.value ? store.lastFit.value.report : null;
    const report = isAsOpened ? (book.results.value.get(opened.name)?.report ?? own) : own;
    return new Map([...book.results.value, [NOW, { evaluation, report }]]);
  });
  const isReady = computed(() => {
    const known = results.value;
    return wanted.value === null && known.has(NOW) && casesOfStep(step.value).every((name) => known.has(name));
  });
  const goal = computed(() => {
    const { drag } = step.value;
    return drag && isReady.value ? goalState(drag.goal, results.value) : null;
  });
  const solution = computed(() => {
    const { drag } = step.value;
    const known = book.results.value;
    if (drag === null || !isReady.value) return null;
    const meets = (name: string) => goalState(drag.goal, new Map([...known, [NOW, known.get(name) as CaseResult]])).met;
    // Cases of the step come nearest to what the student sees; another case of the lesson serves where none of them does it.
    const candidates = [...casesOfStep(step.value), ...Object.keys(lesson.cases)].filter((name) => known.has(name));
    return candidates.find(meets) ?? null;
  });
  const sketchVerdict = computed(() => compareDrawing(step.value, classroom.sketch.value, results.value));

  /** Opens a case once it is there: a fitted one has its values only after the fit. */
  function show(name: string): void {
    wanted.value = name;
  }
  const stopShowing = effect(() => {
    const name = wanted.value;
    if (name === null) return;
    const lessonCase = lesson.cases[name] as LessonCase;
    const computedCase = book.results.value.get(name);
    if (lessonCase.fitted && !computedCase) return;
    const scenario = computedCase?.evaluation.scenario ?? caseScenario(lessonCase);
    untracked(() =>
      batch(() => {
        wanted.value = null;
        shown.value = { name, scenario };
        store.open(scenario, ownOrigin(scenario), 'lesson');
      }),
    );
  });

  const stopStage = effect(() => {
    const { predict, drag, reveal } = step.value;
    const at = phases.value.indexOf(phase.value);
    const isAfterReveal = reveal !== null && at >= phases.value.indexOf('reveal');
    const isAsking = phase.value === 'question' || phase.value === 'predict';
    const known = book.results.value;
    const drawn = predict?.kind === 'draw' && predict.of !== 'total' ? [predict.of] : [];
    classroom.stage.value = {
      lockedPaths: phase.value === 'drag' ? lockedPaths(lesson, stepIndex.value) : allLocked(lesson, stepIndex.value),
      mayFit: drag?.fit ?? false,
      hidesCurve:
        isAsking &&
        predict !== null &&
        (classroom.view.value.predictFirst || givesAway(step.value, shown.value?.name ?? null)),
      pinned: isAfterReveal
        ? reveal.pinned.flatMap((name) => {
            const found = known.get(name);
            return found ? [{ key: name, curve: found.evaluation.curve }] : [];
          })
        : [],
      components: isAfterReveal ? reveal.components : isAsking ? drawn : [],
    };
  });

  function begin(index: number, isDirect: boolean): void {
    batch(() => {
      stepIndex.value = index;
      phaseIndex.value = 1;
      choice.value = null;
      verdict.value = null;
      const now = step.peek();
      view.quantity.value = now.plot;
      openSketch();
      const { view: teacher } = classroom;
      teacher.value = { ...teacher.peek(), lesson: lesson.id as NonNullable<typeof teacher.value.lesson>, step: index };
      const next = lesson.steps[index + 1];
      const name = now.start ?? (isDirect ? startingCase(lesson, now) : null);
      book.ask([
        ...(name === null ? [] : [name]),
        ...casesOfStep(now),
        ...(next ? casesOfStep(next) : []),
        ...(now.drag ? Object.keys(lesson.cases) : []),
      ]);
      if (name !== null) show(name);
    });
  }

  function openSketch(): void {
    const { predict } = step.peek();
    classroom.sketch.value =
      predict?.kind === 'draw' ? { what: predict.what, range_GeV: predict.range_GeV, points: [], isOpen: true } : null;
  }

  function enterReveal({ reveal }: LessonStep): void {
    if (reveal === null) return;
    view.quantity.value = reveal.plot;
    if (reveal.show !== null) show(reveal.show);
  }

  const player: Player = {
    lesson,
    stepIndex,
    step,
    phase,
    phasesSoFar: computed(() => phases.value.slice(0, phases.value.indexOf(phase.value) + 1)),
    results,
    isReady,
    failure: book.failure,
    choice,
    verdict,
    sketchVerdict,
    goal,
    solution,

    advance() {
      const now = step.peek();
      if (phase.peek() === 'explain') {
        if (stepIndex.peek() + 1 < lesson.steps.length) begin(stepIndex.peek() + 1, false);
        return;
      }
      batch(() => {
        if (phase.peek() === 'predict' && now.predict?.kind === 'choose') {
          const chosen = choice.peek();
          if (chosen === null) return;
          verdict.value = { chosen, right: rightAnswer(now.predict, results.peek()) };
        }
        const sketch = classroom.sketch.peek();
        if (sketch) classroom.sketch.value = { ...sketch, isOpen: false };
        phaseIndex.value += 1;
        if (phase.peek() === 'reveal') enterReveal(now);
      });
    },

    showSolution() {
      const name = solution.peek();
      if (name === null) return;
      batch(() => {
        show(name);
        player.advance();
      });
    },

    drawAgain: openSketch,

    openStep(index) {
      begin(index, true);
    },

    close() {
      stopShowing();
      stopStage();
      book.close();
      batch(() => {
        classroom.stage.value = null;
        classroom.sketch.value = null;
      });
    },
  };
  begin(stepIndex.peek(), true);
  return player;
}

/** Outside the part where something is to be moved, nothing moves. */
function allLocked(lesson: Lesson, index: number): string[] {
  return [...lockedPaths(lesson, index), ...(stepAt(lesson, index).drag?.unlocked ?? [])];
}
