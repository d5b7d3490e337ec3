/** What a teacher or a running lesson puts over the page: what is locked and hidden, what is drawn beside the curve. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PlotPoint } from '../../lessons/sketch.ts';
import {
  type HideableGroup,
  isHidden,
  isLocked,
  NO_TEACHER_VIEW,
  type TeacherView,
} from '../../lessons/teacherView.ts';
import type { PredictedSpectrum } from '../../predict/spectrumTypes.ts';

/** A computed curve that stays in the picture behind the present one. */
export interface PinnedCurve {
  readonly key: string;
  readonly curve: PredictedSpectrum;
  /** What the legend calls it; the curves of a lesson are named in its text. */
  readonly name?: string;
  /** From 1: which dash and tone it has; grey and whole without one. */
  readonly look?: number;
}

/** What a running step of a lesson asks of the page. */
export interface LessonStage {
  readonly lockedPaths: readonly string[];
  readonly mayFit: boolean;
  readonly hidesCurve: boolean;
  readonly pinned: readonly PinnedCurve[];
  /** Names of the components to bring out; none keeps all alike. */
  readonly components: readonly string[];
}

/** What a person draws into the plot; the values are fluxes, so that it stays in its place on every axis. */
export interface Sketch {
  readonly what: 'curve' | 'peak';
  readonly range_GeV: readonly [number, number];
  readonly points: readonly PlotPoint[];
  /** Whether it can still be changed. */
  readonly isOpen: boolean;
}

export interface Classroom {
  /** The teacher's view, from the link or from the panel; the lesson and its step are in it. */
  readonly view: Signal<TeacherView>;
  readonly stage: Signal<LessonStage | null>;
  readonly sketch: Signal<Sketch | null>;
  /** Outside a lesson: the curve that a teacher hides has been asked for. */
  readonly isRevealed: Signal<boolean>;
  readonly hidesCurve: ReadonlySignal<boolean>;
  readonly mayFit: ReadonlySignal<boolean>;
  /** Whether a parameter may not be moved. */
  locks(path: string): boolean;
  /** Whether the choices of a block, such as its switch, may not be changed: all of them during a lesson. */
  locksChoices(blockPath: string): boolean;
  hides(group: HideableGroup): boolean;
}

export function createClassroom(start: TeacherView = NO_TEACHER_VIEW): Classroom {
  const view = signal(start);
  const stage = signal<LessonStage | null>(null);
  const isRevealed = signal(false);
  return {
    view,
    stage,
    sketch: signal(null),
    isRevealed,
    hidesCurve: computed(() => stage.value?.hidesCurve ?? (view.value.predictFirst && !isRevealed.value)),
    mayFit: computed(() => !view.value.hideFit && (stage.value?.mayFit ?? true)),
    locks: (path) => isLocked(view.value, path) || stage.value?.lockedPaths.includes(path) === true,
    locksChoices: (blockPath) => isLocked(view.value, blockPath) || stage.value !== null,
    hides: (group) => isHidden(view.value, group),
  };
}
