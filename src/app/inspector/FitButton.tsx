import { useComputed } from '@preact/signals';
import { useApp } from '../state/context.ts';
import { fitWords } from './fitWords.ts';

/** Starts the fit, and cancels the one that runs. */
export function FitButton() {
  const { store, classroom } = useApp();
  const words = fitWords();
  const running = useComputed(() => store.fit.value.kind === 'running').value;
  const nothingFree = useComputed(() => store.free.value.length === 0 || !classroom.mayFit.value).value;
  if (running) {
    return (
      <button type="button" class="button button-primary" onClick={store.cancelFit}>
        {words.cancel}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="button button-primary"
      disabled={nothingFree}
      aria-keyshortcuts="F"
      title={nothingFree ? words.nothingFreeHelp : words.fitHelp}
      onClick={() => void store.startFit()}
    >
      {words.fit}{' '}
      <span aria-hidden="true">
        <kbd>F</kbd>
      </span>
    </button>
  );
}
