/** A pool that answers short evaluations in the caller's own thread, so that a slider is followed in the same frame. */
import type { Evaluation } from '../analysis/analysisTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { EvaluateOptions, Pool } from './protocol.ts';
import type { EvaluationPhysics, FollowFit } from './runTask.ts';

/** An evaluation that takes longer belongs into a worker: a frame has 16.7 ms, and drawing needs half of it. */
const BUDGET_ms = 5;

/**
 * A browser hands over a move of the pointer at the start of a frame; an answer from a worker comes after that frame is drawn, so
 * the curve would always be one frame late. The kernel needs half a millisecond: where the last evaluation was that short, the
 * next one is computed at once. Everything else (long evaluations, predictions, fits) goes to the workers.
 */
export class SameFramePool<Kernel> implements Pool {
  readonly size: number;
  readonly #pool: Pool;
  readonly #physics: EvaluationPhysics<Kernel>;
  readonly #module: Promise<WebAssembly.Module>;
  #kernel: Kernel | undefined;
  #loading = false;
  /** How long the last evaluation took, wherever it ran, ms. */
  #lastCost_ms = Number.POSITIVE_INFINITY;
  #follow: FollowFit<Kernel> | undefined;
  /** The same for an evaluation after the other parameters followed. */
  #lastFollow_ms = Number.POSITIVE_INFINITY;

  constructor(pool: Pool, module: Promise<WebAssembly.Module>, physics: EvaluationPhysics<Kernel>) {
    this.size = pool.size;
    this.#pool = pool;
    this.#module = module;
    this.#physics = physics;
  }

  async evaluate(scenario: Scenario, options: EvaluateOptions = {}): Promise<Evaluation> {
    if (this.#kernel && this.#isShort(scenario)) {
      try {
        return this.#noteCost(this.#physics.evaluateScenario(this.#kernel, scenario, options));
      } catch (error) {
        // After a trap the instance is thrown away; a worker answers instead.
        if (!(error instanceof WebAssembly.RuntimeError)) throw error;
        this.#kernel = undefined;
      }
    }
    const evaluation = this.#noteCost(await this.#pool.evaluate(scenario, options));
    this.#prepare();
    return evaluation;
  }

  async follow(scenario: Scenario, heldPath: string): Promise<Evaluation> {
    if (this.#kernel && this.#follow && this.#lastFollow_ms < BUDGET_ms && this.#isShort(scenario)) {
      const start = performance.now();
      try {
        const followed = this.#follow(this.#kernel, scenario, heldPath);
        const evaluation = this.#noteCost(this.#physics.evaluateScenario(this.#kernel, followed, { draft: true }));
        this.#lastFollow_ms = performance.now() - start;
        return evaluation;
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError)) throw error;
        this.#kernel = undefined;
      }
    }
    const evaluation = await this.#pool.follow(scenario, heldPath);
    this.#lastFollow_ms = evaluation.elapsed_ms;
    this.#prepare();
    // Without it the workers answer, a frame later.
    this.#follow ??= await this.#physics.loadFollow().catch(() => undefined);
    return evaluation;
  }

  predict: Pool['predict'] = (...call) => this.#pool.predict(...call);

  rank: Pool['rank'] = (...call) => this.#pool.rank(...call);

  fit: Pool['fit'] = (...call) => this.#pool.fit(...call);

  get inference(): Pool['inference'] {
    return this.#pool.inference;
  }

  dispose(): void {
    this.#kernel = undefined;
    this.#pool.dispose();
  }

  /** What the last evaluation cost tells, unless the scenario is of a kind that takes long or needs what is not here. */
  #isShort(scenario: Scenario): boolean {
    return (
      this.#lastCost_ms < BUDGET_ms &&
      scenario.propagation.solver === 'greens' &&
      scenario.population === null &&
      this.#physics.isPrepared(scenario)
    );
  }

  #noteCost(evaluation: Evaluation): Evaluation {
    this.#lastCost_ms = evaluation.elapsed_ms;
    return evaluation;
  }

  /** Makes the instance once the page has its first curve, not before. */
  #prepare(): void {
    if (this.#kernel || this.#loading) return;
    this.#loading = true;
    this.#module
      .then((module) => this.#physics.loadKernel(module))
      .then((kernel) => {
        this.#kernel = kernel;
      })
      // Without an instance of its own the workers answer, a frame later.
      .catch(() => undefined)
      .finally(() => {
        this.#loading = false;
      });
  }
}
