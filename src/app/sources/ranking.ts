/** Ranks pulsars for the page: the newest question is answered, those that were overtaken before they began are dropped. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Scenario } from '../../model/scenario.ts';
import type { Pool, RankedPulsars } from '../../worker/protocol.ts';
import { messageFor } from '../state/message.ts';
import { BUSY_AFTER_MS } from '../state/store.ts';

export interface Ranking {
  /** The last one that succeeded; it stays while another is computed. */
  readonly ranked: ReadonlySignal<RankedPulsars | null>;
  /** The answer has been under way for a while. */
  readonly computing: ReadonlySignal<boolean>;
  /** Why the last question has no answer. */
  readonly failure: ReadonlySignal<string | null>;
  ask(scenario: Scenario, energy_GeV: number): void;
}

interface Question {
  readonly scenario: Scenario;
  readonly energy_GeV: number;
  /** What the answer depends on. */
  readonly content: string;
}

/** A ranking knows nothing of data, fit and name. */
function contentOf({ name: _, fit: __, ...scenario }: Scenario, energy_GeV: number): string {
  return JSON.stringify([scenario, energy_GeV]);
}

/** Asks the pool one question at a time. */
export function createRanking(rank: Pool['rank']): Ranking {
  const ranked = signal<RankedPulsars | null>(null);
  const computing = signal(false);
  const failure = signal<string | null>(null);
  let last: string | null = null;
  let waiting: Question | null = null;
  let running = false;

  async function answer({ scenario, energy_GeV, content }: Question): Promise<void> {
    running = true;
    const busy = setTimeout(() => {
      computing.value = true;
    }, BUSY_AFTER_MS);
    try {
      const result = await rank(scenario, energy_GeV);
      batch(() => {
        ranked.value = result;
        failure.value = null;
      });
    } catch (error) {
      failure.value = messageFor(error, scenario).text;
      // The same question may be asked again: a worker that died has a successor.
      if (last === content) last = null;
    }
    clearTimeout(busy);
    running = false;
    computing.value = false;
    const next = waiting;
    waiting = null;
    if (next) await answer(next);
  }

  return {
    ranked,
    computing,
    failure,
    ask(scenario, energy_GeV) {
      const content = contentOf(scenario, energy_GeV);
      if (content === last) return;
      last = content;
      const question = { scenario, energy_GeV, content };
      if (running) waiting = question;
      else void answer(question);
    },
  };
}
