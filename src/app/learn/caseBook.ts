/** The computed cases of a lesson: each once, one after the other, what is asked for last before what was asked earlier. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { caseScenario } from '../../lessons/cases.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { CaseResult, Results } from '../../lessons/measure.ts';
import type { Pool } from '../../worker/protocol.ts';

export interface CaseBook {
  readonly results: ReadonlySignal<Results>;
  /** Why a case could not be computed; null while all is well. */
  readonly failure: ReadonlySignal<string | null>;
  /** Computes these cases, in this order, before all that is still waiting. */
  ask(names: readonly string[]): void;
  close(): void;
}

/**
 * @param pool of its own: an evaluation in the pool of the page would take the place of the one that the hand waits for
 */
export function createCaseBook(lesson: Lesson, pool: Pick<Pool, 'evaluate' | 'fit' | 'dispose'>): CaseBook {
  const results = signal<Results>(new Map());
  const failure = signal<string | null>(null);
  let waiting: readonly string[] = [];
  let isBusy = false;
  let isClosed = false;

  async function compute(name: string): Promise<CaseResult> {
    const lessonCase = lesson.cases[name];
    if (!lessonCase) throw new RangeError(`the lesson "${lesson.id}" has no case "${name}"`);
    const scenario = caseScenario(lessonCase);
    const report = lessonCase.fitted ? await pool.fit(scenario) : null;
    return { evaluation: await pool.evaluate(report?.scenario ?? scenario), report };
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let name = waiting[0]; name !== undefined && !isClosed; name = waiting[0]) {
      waiting = waiting.slice(1);
      try {
        const result = await compute(name);
        if (!isClosed) results.value = new Map([...results.peek(), [name, result]]);
      } catch (error) {
        if (!isClosed) failure.value = error instanceof Error ? error.message : String(error);
        waiting = [];
      }
    }
    isBusy = false;
  }

  return {
    results,
    failure,
    ask(names) {
      const missing = [...new Set([...names, ...waiting])].filter((name) => !results.peek().has(name));
      waiting = missing;
      failure.value = null;
      void work();
    },
    close() {
      isClosed = true;
      waiting = [];
      pool.dispose();
    },
  };
}
