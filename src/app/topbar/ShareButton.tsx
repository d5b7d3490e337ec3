import { Icon } from '../controls/Icon.tsx';
import { LinkField, useCopiedLink } from '../controls/useCopiedLink.tsx';
import { useApp } from '../state/context.ts';
import { topBarWords } from './topBarWords.ts';

/** Copies the link that reopens the scenario, and says so; where the browser refuses, shows it to be copied by hand. */
export function ShareButton() {
  const { store } = useApp();
  const words = topBarWords();
  const link = useCopiedLink();
  return (
    <span class="share">
      <button
        type="button"
        class="button"
        title={words.shareHelp}
        onClick={() => void link.copy(store.scenario.peek(), store.origin.peek())}
      >
        <Icon name="share" />
        {words.share}
      </button>
      <span class="share-outcome" role="status">
        {link.isCopied && words.linkCopied}
        {link.refused !== null && <LinkField label={words.copyThis} link={link.refused} onDone={link.forget} />}
      </span>
    </span>
  );
}
