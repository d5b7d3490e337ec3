/** One place of the pool: a worker, its replacement when it dies, and the jobs it has been given. */
import { type Remote, releaseProxy, transfer, wrap } from 'comlink';
import { errorFromData, WorkerCrashedError } from './errors.ts';
import { type Job, type Lane, laneOf } from './job.ts';
import type { ProgressMessage } from './kernelService.ts';
import type { KernelWorker } from './protocol.ts';
import type { WorkerLike } from './workerLike.ts';

/** Deaths in a row, of workers that had nothing to do, after which no further one is started. */
const DEATH_LIMIT = 3;

/** What the pool wants to hear of a slot. */
export interface SlotEvents {
  /** It can take more work than a moment ago. */
  onFree(): void;
  /** These jobs lost their worker through no fault of their own and should run again. */
  onOrphans(jobs: readonly Job[]): void;
  /** No worker runs here any more, and none will. */
  onGivenUp(error: Error): void;
}

/** A worker that was started. The proxy is held as long as the worker: comlink ends proxies that nobody holds. */
interface Running {
  readonly worker: WorkerLike;
  readonly kernel: Remote<KernelWorker>;
  readonly progressPort: MessagePort;
  /** The other end of `progressPort`, until it went along with the first task. */
  unsentPort: MessagePort | undefined;
  ready: boolean;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

export class WorkerSlot {
  readonly #createWorker: () => WorkerLike;
  readonly #wasm: Promise<WebAssembly.Module>;
  readonly #events: SlotEvents;
  readonly #jobs = new Map<Lane, Job>();
  readonly #deadlines = new Map<Job, ReturnType<typeof setTimeout>>();
  #running: Running | undefined;
  #deathsInARow = 0;
  #closed = false;

  constructor(createWorker: () => WorkerLike, wasm: Promise<WebAssembly.Module>, events: SlotEvents) {
    this.#createWorker = createWorker;
    this.#wasm = wasm;
    this.#events = events;
    void this.#start();
  }

  /** What the worker is doing in a lane. */
  jobIn(lane: Lane): Job | undefined {
    return this.#jobs.get(lane);
  }

  isFree(lane: Lane): boolean {
    return this.#running?.ready === true && !this.#jobs.has(lane);
  }

  /** Gives a job to the worker and settles it with the answer; its lane must be free. */
  async run(job: Job): Promise<void> {
    const running = this.#running;
    if (!running || !this.isFree(laneOf(job))) throw new Error('a worker was given a job for a lane that is not free.');
    this.#jobs.set(laneOf(job), job);
    let settle: () => void;
    try {
      const outcome = await this.#call(running, job);
      settle = outcome.ok ? () => job.resolve(outcome.result) : () => job.reject(errorFromData(outcome.error));
    } catch (error) {
      settle = () => job.reject(error);
    }
    // The job of a worker that is gone was dealt with when it went.
    if (this.#running !== running) return;
    this.#deathsInARow = 0;
    this.#jobs.delete(laneOf(job));
    this.#forgetDeadline(job);
    settle();
    this.#events.onFree();
  }

  /** Asks the worker to stop a job at the end of its present slice. */
  requestCancel(job: Job): void {
    void this.#running?.kernel.cancel(job.id);
  }

  /** Replaces the worker unless a job that it runs ends within this time. */
  expectEnd(job: Job, patience_ms: number): void {
    if (this.#deadlines.has(job)) return;
    this.#deadlines.set(
      job,
      setTimeout(() => this.#replaceStuck(job, patience_ms), patience_ms),
    );
  }

  /** Ends the worker for good and hands back what it was doing. */
  close(): Job[] {
    this.#closed = true;
    return this.#discard();
  }

  async #start(): Promise<void> {
    let wasm: WebAssembly.Module;
    try {
      wasm = await this.#wasm;
    } catch (error) {
      if (!this.#closed) this.#giveUp(asError(error));
      return;
    }
    if (this.#closed) return;
    let running: Running | undefined;
    try {
      running = this.#startWorker();
      await running.kernel.initialise(wasm);
    } catch (error) {
      this.#died(running, asError(error).message);
      return;
    }
    if (this.#running !== running) return;
    running.ready = true;
    this.#events.onFree();
  }

  #startWorker(): Running {
    const worker = this.#createWorker();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<ProgressMessage>) => {
      const long = this.#jobs.get('long');
      if (long?.id === data.job && !long.settled) long.onProgress?.(data.progress);
    };
    const kernel = wrap<KernelWorker>(worker.endpoint);
    const running: Running = { worker, kernel, progressPort: port1, unsentPort: port2, ready: false };
    worker.onDeath((reason) => this.#died(running, reason));
    this.#running = running;
    return running;
  }

  async #call(running: Running, job: Job) {
    const port = running.unsentPort;
    if (!port) return await running.kernel.run(job.id, job.task);
    running.unsentPort = undefined;
    try {
      return await running.kernel.run(job.id, job.task, transfer(port, [port]));
    } catch (error) {
      // A task that cannot be cloned was not sent, and neither was the port.
      if (error instanceof DOMException && error.name === 'DataCloneError') running.unsentPort = port;
      throw error;
    }
  }

  #replaceStuck(job: Job, patience_ms: number): void {
    const orphans = this.#discard().filter((other) => other !== job);
    job.reject(new WorkerCrashedError('silent', patience_ms / 1000));
    void this.#start();
    this.#events.onOrphans(orphans);
    this.#events.onFree();
  }

  #died(running: Running | undefined, reason: string): void {
    if (this.#closed || this.#running !== running) return;
    const lost = this.#discard();
    // A worker that dies of a call dies once per call; one that dies without would be started again for ever.
    if (lost.length === 0) this.#deathsInARow += 1;
    for (const job of lost) job.reject(new WorkerCrashedError('died', reason));
    if (this.#deathsInARow < DEATH_LIMIT) void this.#start();
    else this.#giveUp(new WorkerCrashedError('noneStarted', DEATH_LIMIT, reason));
    this.#events.onFree();
  }

  #giveUp(error: Error): void {
    this.#closed = true;
    this.#events.onGivenUp(error);
  }

  #forgetDeadline(job: Job): void {
    clearTimeout(this.#deadlines.get(job));
    this.#deadlines.delete(job);
  }

  /** Ends the present worker, if there is one. */
  #discard(): Job[] {
    const jobs = [...this.#jobs.values()];
    this.#jobs.clear();
    for (const job of jobs) this.#forgetDeadline(job);
    const running = this.#running;
    this.#running = undefined;
    if (running) {
      running.kernel[releaseProxy]();
      running.progressPort.close();
      running.worker.terminate();
    }
    return jobs;
  }
}
