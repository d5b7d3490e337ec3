/** A pool that answers short evaluations in the caller's own thread, so that a slider is followed in the same frame. */
import type { Evaluation } from '../analysis/analysisTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { EvaluateOptions, Pool } from './protocol.ts';
import type { EvaluationPhysics, FollowFit } from './runTask.ts';

/** An evaluation that takes longer belongs into a worker: a frame has 16.7 ms, and drawing needs half of it. */
const BUDGET_ms = 5;
/**
 * The same for an evaluation with a fit before it. A worker's answer costs the page two milliseconds of copying and comes a frame
 * later, so that half a frame in the page still paints sooner.
 */
const FOLLOW_BUDGET_ms = 9;
/** The shortest of so many counts: what else a machine does at the same time only makes them longer. */
const FOLLOWS_REMEMBERED = 5;

/** Whether a scenario is not of a kind that takes long, or needs what is not here. */
function isOfShortKind<Kernel>(scenario: Scenario, physics: EvaluationPhysics<Kernel>): boolean {
  return scenario.propagation.solver === 'greens' && scenario.population === null && physics.isPrepared(scenario);
}

/**
 * A browser hands over a move of the pointer at the start of a frame; an answer from a worker comes after that frame is drawn, so
 * the curve would always be one frame late. The kernel needs half a millisecond: where the last evaluation was that short, the
 * next one is computed at once. Everything else (long evaluations, predictions, fits) goes to the workers.
 */
export class SameFramePool<Kernel> implements Pool {
  readonly size: number;
  readonly #pool: Pool;
  readonly #loadPhysics: () => Promise<EvaluationPhysics<Kernel>>;
  readonly #module: Promise<WebAssembly.Module>;
  /** What computes here, fetched after the first curve: until then workers answer. */
  #own: { readonly physics: EvaluationPhysics<Kernel>; readonly kernel: Kernel } | undefined;
  #loading = false;
  /** How long the last evaluation took, wherever it ran, ms. */
  #lastCost_ms = Number.POSITIVE_INFINITY;
  #follow: FollowFit<Kernel> | undefined;
  /** What the last evaluations took after the other parameters followed, wherever they ran, ms. */
  #followCosts_ms: readonly number[] = [];

  constructor(pool: Pool, module: Promise<WebAssembly.Module>, loadPhysics: () => Promise<EvaluationPhysics<Kernel>>) {
    this.size = pool.size;
    this.#pool = pool;
    this.#module = module;
    this.#loadPhysics = loadPhysics;
  }

  async evaluate(scenario: Scenario, options: EvaluateOptions = {}): Promise<Evaluation> {
    const own = this.#own;
    if (own && this.#isShort(scenario, own.physics)) {
      try {
        return this.#noteCost(own.physics.evaluateScenario(own.kernel, scenario, options));
      } catch (error) {
        // After a trap the instance is thrown away; a worker answers instead.
        if (!(error instanceof WebAssembly.RuntimeError)) throw error;
        this.#own = undefined;
      }
    }
    const evaluation = this.#noteCost(await this.#pool.evaluate(scenario, options));
    this.#prepare();
    return evaluation;
  }

  async follow(scenario: Scenario, heldPath: string): Promise<Evaluation> {
    const own = this.#own;
    if (own && this.#follow && this.#followIsShort() && isOfShortKind(scenario, own.physics)) {
      const start = performance.now();
      try {
        const followed = this.#follow(own.kernel, scenario, heldPath);
        const evaluation = own.physics.evaluateScenario(own.kernel, followed, { draft: true });
        this.#noteFollow(performance.now() - start);
        return evaluation;
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError)) throw error;
        this.#own = undefined;
      }
    }
    const evaluation = await this.#pool.follow(scenario, heldPath);
    this.#noteFollow(evaluation.elapsed_ms);
    this.#prepare();
    // Without it the workers answer, a frame later.
    this.#follow ??= await this.#own?.physics.loadFollow().catch(() => undefined);
    return evaluation;
  }

  predict: Pool['predict'] = (...call) => this.#pool.predict(...call);

  rank: Pool['rank'] = (...call) => this.#pool.rank(...call);

  fit: Pool['fit'] = (...call) => this.#pool.fit(...call);

  get inference(): Pool['inference'] {
    return this.#pool.inference;
  }

  dispose(): void {
    this.#own = undefined;
    this.#pool.dispose();
  }

  /** What the last evaluation cost tells. */
  #isShort(scenario: Scenario, physics: EvaluationPhysics<Kernel>): boolean {
    return this.#lastCost_ms < BUDGET_ms && isOfShortKind(scenario, physics);
  }

  #followIsShort(): boolean {
    return Math.min(...this.#followCosts_ms) < FOLLOW_BUDGET_ms;
  }

  #noteFollow(cost_ms: number): void {
    this.#followCosts_ms = [...this.#followCosts_ms, cost_ms].slice(-FOLLOWS_REMEMBERED);
  }

  #noteCost(evaluation: Evaluation): Evaluation {
    this.#lastCost_ms = evaluation.elapsed_ms;
    return evaluation;
  }

  /** Makes the instance once the page has its first curve, not before. */
  #prepare(): void {
    if (this.#own || this.#loading) return;
    this.#loading = true;
    Promise.all([this.#module, this.#loadPhysics()])
      .then(async ([module, physics]) => {
        this.#own = { physics, kernel: await physics.loadKernel(module) };
      })
      // Without an instance of its own the workers answer, a frame later.
      .catch(() => undefined)
      .finally(() => {
        this.#loading = false;
      });
  }
}
