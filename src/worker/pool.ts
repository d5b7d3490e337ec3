/** Kernel workers behind one object: queues, cancellation, progress and recovery from crashes. */
import type { Evaluation, FitReport } from '../analysis/analysisTypes.ts';
import type { Starts } from '../analysis/fitSearch.ts';
import type { Elementary } from '../fit/elementary.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { CancelledError, SupersededError } from './errors.ts';
import { elementaryFrom, type InferenceCalls, inferenceCalls } from './inferenceCalls.ts';
import type { InferenceTask } from './inferenceTasks.ts';
import { Job, type Lane, laneOf } from './job.ts';
import { isNewestWins } from './lanes.ts';
import type { EvaluateOptions, FitProgress, Pool, RankedPulsars, Task, TaskProgress } from './protocol.ts';
import type { WorkerLike } from './workerLike.ts';
import { WorkerSlot } from './workerSlot.ts';

export interface KernelPoolOptions {
  /** Number of workers, from 1. */
  readonly size: number;
  readonly createWorker: () => WorkerLike;
  /** The compiled kernel; each worker makes its own instances of it. */
  readonly wasm: WebAssembly.Module | Promise<WebAssembly.Module>;
  /** Time that a worker has to follow a cancellation before it is replaced, ms. */
  readonly cancelPatience_ms?: number;
  /** Time that a running evaluation has, once a newer one waits for it, before its worker is replaced, ms. */
  readonly evaluationPatience_ms?: number;
}

interface CallOptions<Progress extends TaskProgress = TaskProgress> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * A pool of kernel workers.
 *
 * Evaluations follow a hand on a slider: one runs, the newest waits, the ones between reject with `SupersededError`.
 * Predictions, fits and the jobs of profiles and posteriors queue. The latter run in slices, and an evaluation or a
 * prediction given to the same worker runs between two of them, so that even a pool of one does not wait for the end of
 * a fit. A larger pool keeps one worker free of fits.
 *
 * A call rejects with `CancelledError` when its signal fires or the pool is closed, with `WorkerCrashedError` when its
 * worker dies (another takes its place), and with `InputError` when its scenario cannot be computed.
 */
export class KernelPool implements Pool {
  readonly size: number;
  readonly #cancelPatience_ms: number;
  readonly #evaluationPatience_ms: number;
  readonly #queues: Readonly<Record<Lane, Job[]>> = { quick: [], long: [] };
  readonly #wasm: Promise<WebAssembly.Module>;
  readonly inference: InferenceCalls;
  #elementary: Promise<Elementary> | undefined;
  #slots: readonly WorkerSlot[];
  #waitingEvaluation: Job | undefined;
  #jobsSoFar = 0;
  /** Why no call is answered any more. */
  #end: Error | undefined;

  constructor({
    size,
    createWorker,
    wasm,
    cancelPatience_ms = 300,
    evaluationPatience_ms = 10_000,
  }: KernelPoolOptions) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`a pool has a whole number of workers from 1, not ${size}.`);
    this.size = size;
    this.#cancelPatience_ms = cancelPatience_ms;
    this.#evaluationPatience_ms = evaluationPatience_ms;
    const kernel = Promise.resolve(wasm);
    this.#wasm = kernel;
    this.inference = inferenceCalls({
      size,
      run: <T extends InferenceTask>(task: T, options: CallOptions) => this.#enqueue(task, options) as never,
      elementary: () => {
        this.#elementary ??= this.#wasm.then(elementaryFrom);
        return this.#elementary;
      },
    });
    this.#slots = Array.from({ length: size }, () => {
      const slot: WorkerSlot = new WorkerSlot(createWorker, kernel, {
        onFree: () => this.#dispatch(),
        onOrphans: (jobs) => this.#requeue(jobs),
        onGivenUp: (error) => this.#lose(slot, error),
      });
      return slot;
    });
  }

  evaluate(scenario: Scenario, { draft = false }: EvaluateOptions = {}): Promise<Evaluation> {
    return this.#newest({ kind: 'evaluate', scenario, draft });
  }

  follow(scenario: Scenario, heldPath: string): Promise<Evaluation> {
    return this.#newest({ kind: 'follow', scenario, heldPath });
  }

  #newest(task: Task): Promise<Evaluation> {
    const job = this.#newJob(task);
    if (!job.settled) {
      this.#waitingEvaluation?.reject(new SupersededError());
      this.#waitingEvaluation = job;
      this.#dispatch();
      if (this.#waitingEvaluation) this.#limitRunningEvaluation();
    }
    return job.promise as Promise<Evaluation>;
  }

  predict(scenario: Scenario, energies_GeV: Float64Array, options: CallOptions = {}): Promise<PredictedSpectrum> {
    return this.#enqueue({ kind: 'predict', scenario, energies_GeV }, options) as Promise<PredictedSpectrum>;
  }

  rank(scenario: Scenario, energy_GeV: number, options: CallOptions = {}): Promise<RankedPulsars> {
    return this.#enqueue({ kind: 'rank', scenario, energy_GeV }, options) as Promise<RankedPulsars>;
  }

  fit(
    scenario: Scenario,
    { starts, ...options }: CallOptions<FitProgress> & { readonly starts?: Starts | undefined } = {},
  ): Promise<FitReport> {
    const task: Task = { kind: 'fit', scenario, ...(starts && { starts }) };
    return this.#enqueue(task, options as CallOptions) as Promise<FitReport>;
  }

  dispose(): void {
    this.#stop(new CancelledError('the pool of workers was closed.'));
  }

  #newJob(task: Task, onProgress?: (progress: TaskProgress) => void): Job {
    this.#jobsSoFar += 1;
    const job = new Job(this.#jobsSoFar, task, onProgress);
    if (this.#end) job.reject(this.#end);
    return job;
  }

  #enqueue(task: Task, { signal, onProgress }: CallOptions): Promise<unknown> {
    const job = this.#newJob(task, onProgress);
    if (signal?.aborted) job.reject(new CancelledError());
    if (job.settled) return job.promise;
    if (signal) {
      const cancel = () => this.#cancel(job);
      const forget = () => signal.removeEventListener('abort', cancel);
      signal.addEventListener('abort', cancel);
      job.promise.then(forget, forget);
    }
    this.#queues[laneOf(job)].push(job);
    this.#dispatch();
    return job.promise;
  }

  /** Hands out what waits, evaluations first. */
  #dispatch(): void {
    if (this.#waitingEvaluation && !this.#slotOfEvaluation()) {
      // From the first worker on: its tables are most likely those of the scenario on the page.
      const slot = this.#findFree('quick', this.#slots);
      if (slot) {
        void slot.run(this.#waitingEvaluation);
        this.#waitingEvaluation = undefined;
      }
    }
    this.#dispatchQueue('quick');
    this.#dispatchQueue('long');
  }

  #dispatchQueue(lane: Lane): void {
    const fromTheLast = this.#slots.toReversed();
    const queue = this.#queues[lane];
    for (;;) {
      const slot = this.#findFree(lane, fromTheLast);
      const next = queue.findIndex((job) => job.task.kind !== 'fit' || this.#mayFit());
      if (!slot || next < 0) return;
      void slot.run(queue.splice(next, 1)[0] as Job);
    }
  }

  #mayFit(): boolean {
    const fits = this.#slots.filter((slot) => slot.jobIn('long')?.task.kind === 'fit').length;
    return fits < Math.max(1, this.#slots.length - 1);
  }

  /** An idle worker or, where there is none, one that is busy in the other lane. */
  #findFree(lane: Lane, slots: readonly WorkerSlot[]): WorkerSlot | undefined {
    const free = slots.filter((slot) => slot.isFree(lane));
    return free.find((slot) => slot.isFree('long') && slot.isFree('quick')) ?? free[0];
  }

  #slotOfEvaluation(): WorkerSlot | undefined {
    return this.#slots.find((slot) => {
      const job = slot.jobIn('quick');
      return job !== undefined && isNewestWins(job.task);
    });
  }

  #limitRunningEvaluation(): void {
    const slot = this.#slotOfEvaluation();
    const job = slot?.jobIn('quick');
    if (job) slot?.expectEnd(job, this.#evaluationPatience_ms);
  }

  /** The caller hears at once; the worker gets a little time to end the task by itself. */
  #cancel(job: Job): void {
    job.reject(new CancelledError());
    const queue = this.#queues[laneOf(job)];
    if (queue.includes(job)) queue.splice(queue.indexOf(job), 1);
    const slot = this.#slots.find((candidate) => candidate.jobIn(laneOf(job)) === job);
    slot?.requestCancel(job);
    slot?.expectEnd(job, this.#cancelPatience_ms);
  }

  #requeue(jobs: readonly Job[]): void {
    for (const job of jobs) {
      if (job.settled) continue;
      if (!isNewestWins(job.task)) this.#queues[laneOf(job)].unshift(job);
      else if (this.#waitingEvaluation) job.reject(new SupersededError());
      else this.#waitingEvaluation = job;
    }
  }

  #lose(lost: WorkerSlot, error: Error): void {
    this.#slots = this.#slots.filter((slot) => slot !== lost);
    if (this.#slots.length === 0) this.#stop(error);
  }

  #stop(error: Error): void {
    if (this.#end) return;
    this.#end = error;
    const pending = [...this.#slots.flatMap((slot) => slot.close()), ...this.#queues.quick, ...this.#queues.long];
    if (this.#waitingEvaluation) pending.push(this.#waitingEvaluation);
    this.#slots = [];
    this.#queues.quick.length = 0;
    this.#queues.long.length = 0;
    this.#waitingEvaluation = undefined;
    for (const job of pending) job.reject(error);
  }
}
