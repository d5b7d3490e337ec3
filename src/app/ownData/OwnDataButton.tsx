import { pageWords } from '../pageWords.ts';
import { useApp } from '../state/context.ts';
import { ownDataSession } from './session.ts';

/** Opens the panel of the own data: a file can be chosen there, and a table that was opened removed. */
export function OwnDataButton() {
  const { store, classroom } = useApp();
  const words = pageWords().ownData;
  return (
    <button
      type="button"
      class="own-data-button"
      title={words.help}
      aria-haspopup="dialog"
      disabled={classroom.locksChoices('fit')}
      onClick={() => {
        ownDataSession(store).panel.value = 'start';
      }}
    >
      {words.open}
    </button>
  );
}
