/** One iteration of the Levenberg-Marquardt method after the other; `leastSquares.ts` says what they add up to. */
import { type Bending, bentFrame, type Linearisation, learnBending, modelInFrame, sameParameters } from './bending.ts';
import { boxedLeastSquares, type LinearModel, modelDecrease, trustRegionStep } from './boxedStep.ts';
import { curvature } from './curvature.ts';
import { type Frame, whiteningFrame } from './frame.ts';
import { differenceSteps, forwardDifferences, frameDifferences } from './jacobian.ts';
import { type Columns, dot, householderQr, multiply, norm } from './linearAlgebra.ts';
import type { Evaluator, Point } from './problem.ts';

/** What an iteration came to; all but `go on` end the search. */
export type IterationOutcome = 'go on' | 'converged' | 'no progress' | 'not finite';

/** Below this expected distance, in chi2, a step that fails is stopped by rounding of the model and not tried for long. */
const SMALL_DISTANCE = 1e-6;
/** Below this one a search that cannot go on has converged; MINUIT's goal (James & Roos 1975). */
const ACCEPTABLE_DISTANCE = 2e-4;
/**
 * How near the minimum differences of first order serve no more, in standard errors, or in parts of the length of the
 * residuals if that is more: their error is proportional to it. `next`: the next ones are of second order; `now`: the
 * present ones are replaced.
 */
const NEAR = { next: { errors: 0.1, residuals: 0.01 }, now: { errors: 0.003, residuals: 0.001 } };
/** The first step changes parameters by up to this many typical sizes. */
const FIRST_RADIUS = 10;
/** An iteration near the minimum that leaves more than this part of the distance is slow. */
const SLOW = 0.5;
/** Iterations without success before something else is tried. */
const PATIENCE = 3;
/** Shorter and shorter steps that one iteration tries. */
const TRIALS = 40;

/** The model of chi2 around the present point, in parameters scaled by the lengths of the columns of J. */
interface Surroundings {
  readonly model: LinearModel;
  /** Bounds, counted from the present point. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Minimum of the model inside the bounds. */
  readonly step: Float64Array;
  /** Square root of the decrease of chi2 by that step: the distance to the minimum in standard errors. */
  readonly distance: number;
  /** Directions along which a step of length 1 changes chi2 by about 1, for the parameters that are not held. */
  readonly frame: Frame;
}

/** State of a search between two iterations. */
export class Search {
  readonly #evaluator: Evaluator;
  #point: Point;
  /** Expected distance to the minimum, in standard errors. */
  #distance = Number.POSITIVE_INFINITY;
  #columns: Columns = [];
  /** The frame at the last place, if that was near the minimum. */
  #frame: Frame | null = null;
  /** Whether the columns are of second order. */
  #secondOrder = false;
  /** Largest lengths of the columns so far (Moré's scaling). */
  readonly #scale: Float64Array;
  #radius: number | null = null;
  /** Distance before the last step, if that was near and the step went all the way to the minimum of its model. */
  #distanceBefore: number | null = null;
  /** The place before the last step, if it was near the minimum. */
  #before: Linearisation | null = null;
  #bending: Bending | null = null;
  /** Iterations since second derivatives were taken, and how many they have to last. */
  #bendingAge = PATIENCE;
  #bendingLasts = PATIENCE;
  /** Iterations in a row that lowered chi2 by little, and by little of what the model promised. */
  #struggles = 0;
  /** Iterations in a row that hovered about the minimum. */
  #hovering = 0;
  #rescued = false;

  constructor(evaluator: Evaluator, start: Point) {
    this.#evaluator = evaluator;
    this.#point = start;
    this.#scale = new Float64Array(start.parameters.length);
  }

  get point(): Point {
    return this.#point;
  }

  get distance(): number {
    return this.#distance;
  }

  /** First derivatives of second order, from a place less than 0.1 standard errors away. */
  get columnsNearMinimum(): Columns | null {
    return this.#secondOrder && this.#distance < NEAR.next.errors ? this.#columns : null;
  }

  /** Takes one step downhill, or finds that there is none to take. */
  iterate(tolerance: number): IterationOutcome {
    const surroundings = this.#explore();
    if (surroundings === null) return 'not finite';
    const near = this.#frame !== null && this.#secondOrder;
    const { distance } = surroundings;
    // One lucky step does not prove that the next one is as good.
    const contraction = this.#distanceBefore === null ? 0.5 : Math.max(distance / this.#distanceBefore, 0.1);
    this.#distance = distance;
    if (near && distance <= tolerance) return 'converged';
    this.#hovering = near && distance * distance < SMALL_DISTANCE && contraction > SLOW ? this.#hovering + 1 : 0;

    const { chi2 } = this.#point;
    const outcome = this.#descend(surroundings);
    const decrease = chi2 - this.#point.chi2;
    if (decrease < 0.1 * distance * distance && decrease < 0.01 * chi2) this.#struggles += 1;
    else {
      this.#struggles = 0;
      if (this.#frame === null) this.#bending = null;
    }
    if (outcome === 'no progress' && !this.#rescued) {
      // J may be too coarse, and J^T J alone may promise what chi2 does not keep: derivatives of second order and the
      // full second derivatives of chi2 settle whether this is a minimum.
      this.#rescued = true;
      this.#frame = surroundings.frame;
      this.#struggles = PATIENCE;
      this.#bendingAge = this.#bendingLasts;
      this.#radius = null;
      return 'go on';
    }
    if (outcome === 'no progress') return distance * distance <= ACCEPTABLE_DISTANCE ? 'converged' : outcome;
    if (outcome === 'converged') return outcome;
    this.#rescued = false;
    if (outcome === 'part of a step' || outcome === 'no step') return 'go on';
    this.#distanceBefore = near ? distance : null;
    if (near && contraction < 1) {
      this.#distance = Math.min(distance, (distance * contraction) / (1 - contraction));
      if (this.#distance <= tolerance) return 'converged';
    }
    return this.#hovering >= PATIENCE ? 'converged' : 'go on';
  }

  /** The best model of chi2 at the present point that is worth its price; null where the residuals are not finite. */
  #explore(): Surroundings | null {
    this.#secondOrder = this.#frame !== null;
    if (!this.#differentiate()) return null;
    let surroundings = this.#survey();
    if (!this.#secondOrder && this.#isNear(surroundings, NEAR.now)) {
      this.#secondOrder = true;
      this.#frame = surroundings.frame;
      if (!this.#differentiate()) return null;
      surroundings = this.#survey();
    }
    const here = { point: this.#point, columns: this.#columns };
    if (this.#secondOrder && this.#before !== null) {
      this.#bending = learnBending(this.#bending, surroundings.frame, this.#before, here);
      surroundings = this.#survey();
    }
    surroundings = this.#bendIfSlow(surroundings);
    const near = this.#isNear(surroundings, NEAR.next);
    this.#frame = near ? surroundings.frame : null;
    this.#before = near && this.#secondOrder ? here : null;
    return surroundings;
  }

  /** Takes second derivatives of the residuals where the search makes too little of the models without. */
  #bendIfSlow(surroundings: Surroundings): Surroundings {
    this.#bendingAge += 1;
    const slow =
      this.#struggles >= PATIENCE ||
      (this.#distanceBefore !== null && surroundings.distance > SLOW * this.#distanceBefore);
    if (!slow || this.#bendingAge < this.#bendingLasts) return surroundings;
    this.#bendingAge = 0;
    // Far from the minimum they may mislead: they are asked less and less often.
    if (!this.#isNear(surroundings, NEAR.next)) this.#bendingLasts *= 2;
    this.#bending = null;
    const { frame } = this.#survey();
    const derivatives = curvature(this.#evaluator, this.#point, frame);
    this.#bending = derivatives && { frame, matrix: derivatives.bending };
    return this.#survey();
  }

  #isNear({ distance }: Surroundings, limit: { errors: number; residuals: number }): boolean {
    return distance < Math.max(limit.errors, limit.residuals * Math.sqrt(this.#point.chi2));
  }

  /** Takes J along the frame for the parameters that it moves, by forward differences for the others. */
  #differentiate(): boolean {
    const { typicalSize } = this.#evaluator.problem;
    const free = this.#frame?.indices ?? [];
    const others = Array.from(typicalSize, (_, i) => i).filter((i) => !free.includes(i));
    const lastColumns = this.#columns.length > 0 ? this.#columns : null;
    const steps = differenceSteps(typicalSize, this.#point.parameters, lastColumns);
    const forward = forwardDifferences(this.#evaluator, this.#point, steps, others);
    const central = this.#frame === null ? [] : frameDifferences(this.#evaluator, this.#point, this.#frame);
    if (forward === null || central === null) return false;
    this.#columns = Array.from(typicalSize, (_, i) => central[free.indexOf(i)] ?? forward[others.indexOf(i)]!);
    this.#columns.forEach((column, i) => {
      this.#scale[i] = Math.max(this.#scale[i]!, norm(column)) || 1 / typicalSize[i]!;
    });
    this.#radius ??= FIRST_RADIUS * norm(this.#scale.map((scale, i) => scale * typicalSize[i]!));
    return true;
  }

  /** The model |r + J p|^2, with second derivatives of the residuals where they are known. */
  #survey(): Surroundings {
    const scaled = this.#columns.map((column, i) => column.map((value) => value / this.#scale[i]!));
    const triangle = householderQr(scaled, this.#point.residuals);
    const plain = this.#inBounds({ columns: triangle.columns, offset: triangle.rotated }, []);
    // Held are the parameters at a bound that the step leaves there.
    const all = Array.from(plain.step, (_, i) => i);
    const held = all.filter((i) => plain.step[i] === 0 && (plain.lower[i] === 0 || plain.upper[i] === 0));
    const free = all.filter((i) => !held.includes(i));
    const columns = free.map((i) => this.#columns[i]!);
    const frame = whiteningFrame(columns, free, this.#evaluator.problem.typicalSize, 'leave out');
    if (this.#bending !== null && !sameParameters(frame, this.#bending.frame)) this.#bending = null;
    if (this.#bending === null) return { ...plain, frame };
    const bent = bentFrame(frame, this.#bending);
    const here = { point: this.#point, columns: this.#columns };
    return { ...this.#inBounds(modelInFrame(bent, here, this.#scale), held), frame: bent };
  }

  /** A model together with the bounds and its minimum; `held` parameters do not move. */
  #inBounds(model: LinearModel, held: readonly number[]): Omit<Surroundings, 'frame'> {
    const { lower, upper } = this.#evaluator.problem;
    const room = (bound: number, i: number) =>
      held.includes(i) ? 0 : (bound - this.#point.parameters[i]!) * this.#scale[i]!;
    const box = { lower: lower.map(room), upper: upper.map(room) };
    const step = boxedLeastSquares(model, 0, box.lower, box.upper);
    return { model, ...box, step, distance: Math.sqrt(Math.max(0, modelDecrease(model, step))) };
  }

  /** Moves to the minimum of the model in the trust region, which shrinks until chi2 decreases. */
  #descend(surroundings: Surroundings): 'full step' | 'part of a step' | 'no step' | 'converged' | 'no progress' {
    const { model, lower, upper, distance } = surroundings;
    const small = distance * distance <= SMALL_DISTANCE;
    const radiusBefore = this.#radius;
    const coarse = this.#frame !== null && !this.#secondOrder;
    for (let trial = 0; trial < TRIALS; trial++) {
      if (coarse && trial === PATIENCE) {
        // Better derivatives are due anyway, and the failure says nothing of the model that they make.
        this.#radius = radiusBefore;
        return 'no step';
      }
      const { step, damping } = trustRegionStep(model, surroundings.step, this.#radius!, lower, upper);
      const parameters = this.#displaced(step, lower, upper);
      const unmoved = parameters.every((value, i) => value === this.#point.parameters[i]);
      // A step that changes chi2 by less than its rounding error cannot be judged.
      if (unmoved || (small && trial > PATIENCE)) break;
      const there = this.#evaluator.at(parameters);
      const decrease = there === null ? Number.NEGATIVE_INFINITY : this.#point.chi2 - there.chi2;
      const ratio = decrease / modelDecrease(model, step);
      const length = norm(step);
      if (ratio < 0.25) {
        // The radius goes to the minimum of the parabola through both values of chi2 and the slope, within limits.
        const slope = -2 * dot(model.offset, multiply(model.columns, step));
        const parabola = there === null ? 0 : (0.5 * slope) / (slope - decrease);
        this.#radius = length * Math.min(Math.max(parabola, 0.1), 0.5);
      } else if (ratio > 0.75 || damping === 0) {
        this.#radius = Math.max(damping === 0 ? this.#radius! : 0, 2 * length);
      }
      if (there !== null && ratio > 1e-4) {
        this.#point = there;
        if (damping > 0) this.#distanceBefore = null;
        return damping === 0 ? 'full step' : 'part of a step';
      }
    }
    return small ? 'converged' : 'no progress';
  }

  /** Parameters after a scaled step; where the step ends on a bound, they are the bound itself. */
  #displaced(step: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array {
    const { problem } = this.#evaluator;
    return this.#point.parameters.map((value, i) => {
      if (step[i] === 0) return value;
      if (step[i] === lower[i]) return problem.lower[i]!;
      if (step[i] === upper[i]) return problem.upper[i]!;
      return Math.min(Math.max(value + step[i]! / this.#scale[i]!, problem.lower[i]!), problem.upper[i]!);
    });
  }
}
