import { useComputed } from '@preact/signals';
import { useApp } from '../state/context.ts';

/** Starts the fit, and cancels the one that runs. */
export function FitButton() {
  const { store, classroom } = useApp();
  const running = useComputed(() => store.fit.value.kind === 'running').value;
  const nothingFree = useComputed(() => store.free.value.length === 0 || !classroom.mayFit.value).value;
  if (running) {
    return (
      <button type="button" class="button button-primary" onClick={store.cancelFit}>
        Cancel
      </button>
    );
  }
  return (
    <button
      type="button"
      class="button button-primary"
      disabled={nothingFree}
      aria-keyshortcuts="F"
      aria-label="Fit"
      title={
        nothingFree
          ? 'nothing is free: open the padlock of a parameter'
          : 'vary the free parameters until χ² is smallest (F)'
      }
      onClick={() => void store.startFit()}
    >
      Fit <kbd>F</kbd>
    </button>
  );
}
