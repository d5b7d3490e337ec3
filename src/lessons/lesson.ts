/** What a guided lesson is: a file that says what to ask, what to free, what to show, and which computed numbers decide. */
import type { Quantity } from '../plot/quantity.ts';

/** A number that the program reads off one computed scenario; null there means that it does not exist. */
export type Measure =
  /** Part of the flux at one energy that a component carries: of the model's sum, or of what AMS-02 measured in that bin. */
  | {
      readonly kind: 'share';
      readonly of: string;
      readonly energy_GeV: number;
      readonly relativeTo: 'model' | 'measured';
    }
  /** E³Φ of a component or of the `total`, GeV² m⁻² s⁻¹ sr⁻¹. */
  | { readonly kind: 'flux'; readonly of: string; readonly energy_GeV: number }
  /** Φ that AMS-02 measured in the bin with this energy, GeV⁻¹ m⁻² s⁻¹ sr⁻¹. */
  | { readonly kind: 'measured-flux'; readonly energy_GeV: number }
  /** Energy at which E³Φ of a component is largest, GeV. */
  | { readonly kind: 'peak-energy'; readonly of: string }
  /** Lowest energy from which one component stays above another, GeV. */
  | { readonly kind: 'overtaking-energy'; readonly of: string; readonly over: string }
  /** E/b(E), kyr. */
  | { readonly kind: 'cooling-time'; readonly energy_GeV: number }
  /** √(4DE/b) in the Galaxy, pc. */
  | { readonly kind: 'diffusion-length'; readonly energy_GeV: number }
  /** r_b²/(π² D_halo), kyr: decay time of the slowest mode of a sphere with an absorbing edge, so the order of the time to leave. */
  | { readonly kind: 'trapping-time'; readonly energy_GeV: number }
  /** χ² over the degrees of freedom. */
  | { readonly kind: 'chi2-per-degree' }
  | { readonly kind: 'chi2' }
  | { readonly kind: 'p-value' }
  /** χ² of fitted values with the errors counted in another way. */
  | { readonly kind: 'chi2-with'; readonly errors: 'quadrature' | 'statistical' | 'covariance' }
  /** The value of a parameter, in the unit of its key. */
  | { readonly kind: 'parameter'; readonly path: string }
  /** Standard error of a fitted parameter. */
  | { readonly kind: 'fit-error'; readonly path: string }
  /** Correlation of two fitted parameters. */
  | { readonly kind: 'correlation'; readonly paths: readonly [string, string] };

/** A measure of one case. */
export interface Reading {
  readonly measure: Measure;
  /** A case of the lesson; without it what the student has now. */
  readonly case?: string;
}

/** A reading, or one reading over another. */
export interface LessonQuantity extends Reading {
  readonly over?: Reading;
}

/** Lowest and highest value, both allowed; null is no limit. */
export type Within = readonly [number | null, number | null];

/** What must hold. */
export interface Condition extends LessonQuantity {
  readonly within: Within;
  /** How the value is written for the student. */
  readonly as: NumberForm;
}

/** How a number is written: `energy` in GeV, `time` in kyr, `length` in pc, `diffusion` in cm² s⁻¹, `crossSection` in cm³ s⁻¹. */
export const NUMBER_FORMS = ['number', 'percent', 'energy', 'time', 'length', 'diffusion', 'crossSection'] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];

/** A number that a text asks for by name: computed, or one that the lesson sets itself. */
export type Placeholder =
  | (LessonQuantity & { readonly as: NumberForm; readonly digits?: number })
  | { readonly constant: number; readonly as: NumberForm; readonly digits?: number };

export const LESSON_PARTS = ['population', 'darkMatter'] as const;
export type LessonPart = (typeof LESSON_PARTS)[number];

/** A scenario that a lesson shows or compares with. */
export interface LessonCase {
  readonly preset: string;
  /** Parts that the preset has not, put in with the values of the declaration. */
  readonly adds: readonly LessonPart[];
  /** Values at paths of the scenario that differ from the preset; a path without a point names a whole part of it. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Free parameters; null keeps those of the preset that are still there. */
  readonly free: readonly string[] | null;
  /** Whether its values are those of a fit. */
  readonly fitted: boolean;
}

/** One of several answers; exactly one is right, and the computed number says which. */
export interface Answer {
  readonly id: string;
  readonly within: Within;
}

export type Predict =
  | { readonly kind: 'choose'; readonly quantity: LessonQuantity; readonly answers: readonly Answer[] }
  /** A curve, or one mark at a peak, drawn into the plot before the computed one is shown. */
  | {
      readonly kind: 'draw';
      readonly what: 'curve' | 'peak';
      readonly case: string;
      /** A component, or `total`. */
      readonly of: string;
      readonly range_GeV: readonly [number, number];
      /** The case that is seen while drawing, if there is one. */
      readonly before: string | null;
    };

export interface Drag {
  /** Paths of the parameters that the student may move. */
  readonly unlocked: readonly string[];
  /** Paths that are shown and stay locked. */
  readonly shown: readonly string[];
  /** Whether the fit may be used. */
  readonly fit: boolean;
  /** Met when all conditions are. */
  readonly goal: readonly Condition[];
}

export const READOUTS = ['cooling-time', 'diffusion-length', 'energy-budget', 'shares', 'chi2', 'fit-report'] as const;

export interface Reveal {
  /** The case that the page now shows; null keeps what the student has. */
  readonly show: string | null;
  /** Cases drawn beside it as pinned curves. */
  readonly pinned: readonly string[];
  readonly plot: Quantity;
  /** Components to bring out; none keeps all alike. */
  readonly components: readonly string[];
  readonly readouts: readonly (typeof READOUTS)[number][];
}

export interface LessonStep {
  readonly id: string;
  /** The case with which the step begins; null goes on with what the student has. */
  readonly start: string | null;
  readonly plot: Quantity;
  readonly predict: Predict | null;
  readonly drag: Drag | null;
  readonly reveal: Reveal | null;
  /** A formula that belongs to the explanation, in the symbols of MODEL.md. */
  readonly formula: string | null;
  readonly values: Readonly<Record<string, Placeholder>>;
  /** What the texts of this step say in words, as conditions that the tests compute. */
  readonly claims: readonly Omit<Condition, 'as'>[];
}

export const LESSON_LEVELS = ['first', 'further'] as const;

export interface Lesson {
  readonly id: string;
  readonly minutes: number;
  readonly level: (typeof LESSON_LEVELS)[number];
  /** The lesson to take after it. */
  readonly followedBy: string | null;
  readonly cases: Readonly<Record<string, LessonCase>>;
  readonly steps: readonly LessonStep[];
}

/** The parts of a step in the order in which they are met. */
export type Phase = 'question' | 'predict' | 'drag' | 'reveal' | 'explain';

/** The phases that a step has. */
export function phasesOf(step: LessonStep): Phase[] {
  return (['question', 'predict', 'drag', 'reveal', 'explain'] as const).filter(
    (phase) => phase === 'question' || phase === 'explain' || step[phase] !== null,
  );
}
