import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { topBarWords } from './topBarWords.ts';

/** Time for which the button says what happened, ms. */
const SAY_FOR_MS = 4000;

/** Copies the link that reopens the scenario, and says so; where the browser refuses, shows it to be copied by hand. */
export function ShareButton() {
  const { store } = useApp();
  const words = topBarWords();
  const [outcome, setOutcome] = useState<'copied' | { readonly link: string } | null>(null);
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), SAY_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const share = async () => {
    const { linkTo } = await import('../state/addressBar.ts');
    const link = linkTo(location.href, store.scenario.peek(), store.origin.peek());
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome({ link });
    }
  };

  return (
    <span class="share">
      <button type="button" class="button" title={words.shareHelp} onClick={() => void share()}>
        <Icon name="share" />
        {words.share}
      </button>
      <span class="share-outcome" role="status">
        {outcome === 'copied' && words.linkCopied}
        {outcome !== null && outcome !== 'copied' && (
          <label>
            {words.copyThis}
            <input
              type="text"
              readOnly
              value={outcome.link}
              ref={(field) => field?.select()}
              onBlur={() => setOutcome(null)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setOutcome(null);
              }}
            />
          </label>
        )}
      </span>
    </span>
  );
}
