/** A long computation on the page: it runs with progress, ends with a result, and can be cancelled. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { errorText } from '../words/modelWords.ts';

export type WorkState<Progress> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  /** It ended without a result; the sentence says why. */
  | { readonly kind: 'stopped'; readonly text: string };

export interface Work<Result, Progress> {
  readonly state: ReadonlySignal<WorkState<Progress>>;
  /** The last one; it stays while another is computed. */
  readonly result: ReadonlySignal<Result | null>;
  /** Starts it unless it runs already. */
  start(run: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result>): Promise<void>;
  cancel(): void;
}

function sentence(error: unknown): string {
  const text = errorText(error).text;
  return text === '' ? text : text[0]?.toUpperCase() + text.slice(1);
}

/** @param cancelled what to say once it was cancelled */
export function createWork<Result, Progress>(cancelled: () => string): Work<Result, Progress> {
  const state = signal<WorkState<Progress>>({ kind: 'idle' });
  const result = signal<Result | null>(null);
  let end: AbortController | null = null;
  return {
    state,
    result,
    async start(run) {
      if (state.peek().kind === 'running') return;
      const mine = new AbortController();
      end = mine;
      const still = () => end === mine && !mine.signal.aborted;
      state.value = { kind: 'running', progress: null };
      try {
        const found = await run(mine.signal, (progress) => {
          if (still()) state.value = { kind: 'running', progress };
        });
        if (!still()) return;
        batch(() => {
          result.value = found;
          state.value = { kind: 'idle' };
        });
      } catch (error) {
        if (still()) state.value = { kind: 'stopped', text: sentence(error) };
      }
    },
    cancel() {
      if (state.peek().kind !== 'running') return;
      end?.abort();
      state.value = { kind: 'stopped', text: cancelled() };
    },
  };
}
