/** Plays a lesson: where the student is, what the page shows there, and how the answer stands. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { caseScenario, casesOfStep, lockedPaths, startingCase, stepAt } from '../../lessons/cases.ts';
import { type GoalState, goalState, rightAnswer } from '../../lessons/goal.ts';
import { type Lesson, type LessonCase, type LessonStep, type Phase, phasesOf } from '../../lessons/lesson.ts';
import { type CaseResult, NOW, type Results } from '../../lessons/measure.ts';
import type { SketchComparison } from '../../lessons/sketch.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Quantity } from '../../plot/quantity.ts';
import type { Classroom, Sketch } from '../state/classroom.ts';
import { ownOrigin } from '../state/origin.ts';
import type { Step, Store } from '../state/store.ts';
import type { View } from '../state/view.ts';
import type { CaseBook } from './caseBook.ts';
import { learnWords } from './learnWords.ts';
import { allLocked, compareDrawing, differOnlyAt, givesAway, movablePaths } from './stepRules.ts';

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
  /** The page shows a scenario that this step did not bring: undone, or opened from elsewhere. */
  readonly isElsewhere: ReadonlySignal<boolean>;
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
  /** Brings the scenario of the step back, as the lesson opened it. */
  comeBack(): void;
  /** Gives the page back as it was; everything that the student did stays for `resume`. */
  suspend(): void;
  resume(): void;
  close(): void;
}

interface PlayerParts {
  readonly store: Pick<
    Store,
    'scenario' | 'evaluation' | 'upToDate' | 'lastFit' | 'reportIsStale' | 'followsHand' | 'origin' | 'open'
  >;
  readonly view: Pick<View, 'quantity'>;
  readonly classroom: Classroom;
  readonly book: CaseBook;
}

/**
 * @param start step to begin with, counted from 0
 * @param parts of the page that it plays on; what it changes there it puts back when it is suspended or closed
 */
export function createPlayer(lesson: Lesson, start: number, parts: PlayerParts): Player {
  const { store, view, classroom, book } = parts;
  const stepIndex = signal(Math.min(Math.max(start, 0), lesson.steps.length - 1));
  const step = computed(() => stepAt(lesson, stepIndex.value));
  const phaseIndex = signal(1);
  const phases = computed(() => phasesOf(step.value));
  const phase = computed(() => phases.value[Math.min(phaseIndex.value, phases.value.length - 1)] as Phase);
  const choice = signal<string | null>(null);
  const verdict = signal<AnswerVerdict | null>(null);
  /** The case to open as soon as it is computed. */
  const wanted = signal<string | null>(null);
  const isSuspended = signal(false);
  /** What the student left behind with the tab. */
  let left: (Pick<Step, 'scenario' | 'origin'> & { sketch: Sketch | null; quantity: Quantity }) | null = null;
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
  const isElsewhere = computed(() => {
    const opened = shown.value;
    if (opened === null || wanted.value !== null) return false;
    return !differOnlyAt(movablePaths(lesson, stepIndex.value), opened.scenario, store.scenario.value);
  });
  const isReady = computed(() => {
    const known = results.value;
    return (
      wanted.value === null &&
      !isElsewhere.value &&
      known.has(NOW) &&
      casesOfStep(step.value).every((name) => known.has(name))
    );
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
    // A case that the student could reach with what the step lets move.
    const start = caseScenario(lesson.cases[startingCase(lesson, step.value)] as LessonCase);
    const paths = movablePaths(lesson, stepIndex.value);
    const isReachable = (name: string) =>
      differOnlyAt(paths, start, (known.get(name) as CaseResult).evaluation.scenario);
    return Object.keys(lesson.cases).find((name) => known.has(name) && isReachable(name) && meets(name)) ?? null;
  });
  const sketchVerdict = computed(() => compareDrawing(step.value, classroom.sketch.value, results.value));

  /** Opens a case once it is there: a fitted one has its values only after the fit. */
  function show(name: string): void {
    wanted.value = name;
  }

  /** The page as it was when the lesson took hold of it. */
  let before = { followsHand: store.followsHand.peek(), quantity: view.quantity.peek() };

  function holdPage(): void {
    before = { followsHand: store.followsHand.peek(), quantity: view.quantity.peek() };
    // Others that follow the hand would answer the question of the step.
    store.followsHand.value = false;
  }

  function releasePage(): void {
    store.followsHand.value = before.followsHand;
    view.quantity.value = before.quantity;
    classroom.sketch.value = null;
  }

  const stopShowing = effect(() => {
    const name = wanted.value;
    if (name === null || isSuspended.value) return;
    const lessonCase = lesson.cases[name] as LessonCase;
    const computedCase = book.results.value.get(name);
    if (lessonCase.fitted && !computedCase) return;
    const scenario = computedCase?.evaluation.scenario ?? caseScenario(lessonCase);
    untracked(() =>
      batch(() => {
        wanted.value = null;
        shown.value = { name, scenario };
        store.open(scenario, ownOrigin(scenario), learnWords().lessonChange);
      }),
    );
  });

  const stopStage = effect(() => {
    if (isSuspended.value) {
      classroom.stage.value = null;
      return;
    }
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
      const name = now.start ?? (isDirect ? startingCase(lesson, now) : null);
      askAround(name);
      if (name !== null) show(name);
    });
  }

  /** Asks for what the step needs, for the case `first` before all, then for what may be wanted next. */
  function askAround(first: string | null): void {
    const now = step.peek();
    const next = lesson.steps[stepIndex.peek() + 1];
    book.ask([
      ...(first === null ? [] : [first]),
      ...casesOfStep(now),
      ...(next ? casesOfStep(next) : []),
      ...(now.drag ? Object.keys(lesson.cases) : []),
    ]);
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
    isElsewhere,
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

    comeBack() {
      const opened = shown.peek();
      if (opened) store.open(opened.scenario, ownOrigin(opened.scenario), learnWords().lessonChange);
    },

    suspend() {
      if (isSuspended.peek()) return;
      left = {
        scenario: store.scenario.peek(),
        origin: store.origin.peek(),
        sketch: classroom.sketch.peek(),
        quantity: view.quantity.peek(),
      };
      book.rest();
      batch(() => {
        isSuspended.value = true;
        releasePage();
      });
    },

    resume() {
      if (left === null) return;
      const { scenario, origin, sketch, quantity } = left;
      left = null;
      holdPage();
      batch(() => {
        isSuspended.value = false;
        classroom.sketch.value = sketch;
        view.quantity.value = quantity;
        askAround(wanted.peek());
        if (store.scenario.peek() !== scenario) store.open(scenario, origin, learnWords().lessonChange);
      });
    },

    close() {
      stopShowing();
      stopStage();
      book.rest();
      if (isSuspended.peek()) return;
      batch(() => {
        classroom.stage.value = null;
        releasePage();
      });
    },
  };
  holdPage();
  begin(stepIndex.peek(), true);
  return player;
}
