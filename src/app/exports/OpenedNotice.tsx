import './exports.css';
import { useComputed } from '@preact/signals';
import { significantText } from '../../plot/numberText.ts';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { exportWords } from './exportWords.ts';
import { openedFile, type Recomputed } from './openedFile.ts';

function recomputedText(recomputed: Recomputed): string {
  const words = exportWords();
  switch (recomputed.kind) {
    case 'computing':
      return words.recomputing;
    case 'nothing':
      return words.noNumbers;
    case 'failed':
      return words.notRecomputed(recomputed.reason);
    case 'done': {
      const { values, differing, largest } = recomputed.reproduction;
      if (differing === 0) return words.same(values);
      return Number.isFinite(largest)
        ? words.different(differing, values, significantText(largest, 2))
        : words.missing(differing, values);
    }
  }
}

/** What was opened, who wrote it, and whether its numbers come out again; until the scenario changes. */
export function OpenedNotice() {
  const { store } = useApp();
  const words = exportWords();
  const opened = openedFile.value;
  const isPresent = useComputed(() => openedFile.value?.scenario === store.scenario.value).value;
  return (
    <div class="opened-notice" role="status">
      {opened && isPresent && (
        <p>
          <span>
            <b>{words.opened(opened.name)}</b>: {words.whatItIs(opened.format, opened.version)}.{' '}
            {recomputedText(opened.recomputed)}
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={words.close}
            title={words.close}
            onClick={() => {
              openedFile.value = null;
            }}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
