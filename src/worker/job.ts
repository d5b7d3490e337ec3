import { isLong } from './lanes.ts';
import type { Task, TaskProgress, TaskResults } from './protocol.ts';

/**
 * A worker takes one job of each lane at a time: a long one pauses between its slices, and what is in the quick lane
 * runs in such a pause.
 */
export type Lane = 'long' | 'quick';

/** The lane that a job runs in. */
export const laneOf = (job: Job): Lane => (isLong(job.task) ? 'long' : 'quick');

type AnyResult = TaskResults[Task['kind']];

/** One call to the pool, from the moment it is made until it is settled. */
export class Job {
  readonly id: number;
  readonly task: Task;
  readonly promise: Promise<AnyResult>;
  readonly onProgress: ((progress: TaskProgress) => void) | undefined;
  /** The caller has its answer; a worker may still be busy with the task. */
  settled = false;
  #resolve!: (result: AnyResult) => void;
  #reject!: (error: unknown) => void;

  constructor(id: number, task: Task, onProgress?: (progress: TaskProgress) => void) {
    this.id = id;
    this.task = task;
    this.onProgress = onProgress;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  resolve(result: AnyResult): void {
    this.settled = true;
    this.#resolve(result);
  }

  reject(error: unknown): void {
    this.settled = true;
    this.#reject(error);
  }
}
