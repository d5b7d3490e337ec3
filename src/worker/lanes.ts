/** Which tasks run in slices, and which of them answer a hand that moves. */
import { isInferenceTask } from './inferenceTasks.ts';
import type { Task } from './protocol.ts';

/** Whether a task runs in slices, between which others can run. */
export function isLong(task: Task): boolean {
  return task.kind === 'fit' || isInferenceTask(task);
}

/** Whether a newer task of this sort makes a waiting one pointless. */
export function isNewestWins(task: Task): boolean {
  return task.kind === 'evaluate' || task.kind === 'follow';
}
