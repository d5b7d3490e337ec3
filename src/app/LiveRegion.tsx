import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { announcement } from './announcement.ts';
import { useApp } from './state/context.ts';
import { verdictText } from './words/modelWords.ts';

/** A screen reader is given at most one sentence in this time, ms. */
const SPEAK_AFTER_MS = 1000;

/** Says aloud how the fit is going: at most one sentence a second, and only when it changed. */
export function LiveRegion() {
  const { store } = useApp();
  const [text, setText] = useState('');
  useEffect(() => {
    let spokenChi2: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      store.evaluation.value;
      store.lastFit.value;
      store.fit.value;
      timer ??= setTimeout(() => {
        timer = undefined;
        const goodness = store.evaluation.peek()?.goodness;
        if (!goodness) return;
        const report = store.reportIsStale.peek() ? undefined : store.lastFit.peek()?.report;
        setText(
          announcement(
            goodness,
            spokenChi2,
            store.fit.peek().kind === 'running',
            report ? verdictText(report.verdict) : null,
          ),
        );
        spokenChi2 = goodness.chi2;
      }, SPEAK_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
