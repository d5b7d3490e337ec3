import { useComputed } from '@preact/signals';
import { Icon } from './controls/Icon.tsx';
import { useApp } from './state/context.ts';

/** The sentence that belongs to no row: a link that cannot be read, a kernel that does not start. */
export function MessageBanner() {
  const { store } = useApp();
  const text = useComputed(() => (store.message.value?.row === null ? store.message.value.text : null)).value;
  if (text === null) return null;
  return (
    <div class="message" role="alert">
      <Icon name="warning" />
      <p>{text}</p>
      <button type="button" class="icon-button" aria-label="Dismiss" title="Dismiss" onClick={store.dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
