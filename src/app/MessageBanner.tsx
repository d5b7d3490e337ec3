import { useComputed } from '@preact/signals';
import { Icon } from './controls/Icon.tsx';
import { pageWords } from './pageWords.ts';
import { useApp } from './state/context.ts';

/** The sentence that belongs to no row: a link that cannot be read, a kernel that does not start. */
export function MessageBanner() {
  const { store } = useApp();
  const message = useComputed(() => (store.message.value?.row === null ? store.message.value : null)).value;
  if (message === null) return null;
  const { dismiss } = pageWords();
  return (
    <div class="message" role="alert">
      <Icon name="warning" />
      <p lang={message.lang}>{message.text}</p>
      <button type="button" class="icon-button" aria-label={dismiss} title={dismiss} onClick={store.dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
