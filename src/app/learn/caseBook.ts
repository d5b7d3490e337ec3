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
  /** Gives up what is still waiting and the worker, keeps what is computed; the next question begins anew. */
  rest(): void;
}

type CasePool = Pick<Pool, 'evaluate' | 'fit' | 'dispose'>;

/**
 * @param openPool of its own: an evaluation in the pool of the page would take the place of the one that the hand waits for
 */
export function createCaseBook(lesson: Lesson, openPool: () => CasePool): CaseBook {
  const results = signal<Results>(new Map());
  const failure = signal<string | null>(null);
  let waiting: readonly string[] = [];
  let pool: CasePool | null = null;
  let isBusy = false;

  async function compute(name: string, own: CasePool): Promise<CaseResult> {
    const lessonCase = lesson.cases[name];
    if (!lessonCase) throw new RangeError(`the lesson "${lesson.id}" has no case "${name}"`);
    const scenario = caseScenario(lessonCase);
    const report = lessonCase.fitted ? await own.fit(scenario) : null;
    return { evaluation: await own.evaluate(report?.scenario ?? scenario), report };
  }

  async function work(own: CasePool): Promise<void> {
    isBusy = true;
    for (let name = waiting[0]; name !== undefined; name = waiting[0]) {
      waiting = waiting.slice(1);
      try {
        const result = await compute(name, own);
        // What was computed before a rest belongs to nobody.
        if (pool !== own) return;
        results.value = new Map([...results.peek(), [name, result]]);
      } catch (error) {
        if (pool !== own) return;
        failure.value = error instanceof Error ? error.message : String(error);
        waiting = [];
      }
    }
    isBusy = false;
  }

  function rest(): void {
    waiting = [];
    isBusy = false;
    pool?.dispose();
    pool = null;
  }

  return {
    results,
    failure,
    ask(names) {
      waiting = [...new Set([...names, ...waiting])].filter((name) => !results.peek().has(name));
      failure.value = null;
      if (isBusy || waiting.length === 0) return;
      pool ??= openPool();
      void work(pool);
    },
    rest,
  };
}
