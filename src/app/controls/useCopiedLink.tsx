import { useEffect, useState } from 'preact/hooks';
import type { Scenario } from '../../model/scenario.ts';
import type { Origin } from '../state/origin.ts';

/** Time for which a button says what happened, ms. */
const SAY_FOR_MS = 4000;

/** What came of copying a link. */
export interface CopiedLink {
  /** It was copied a moment ago. */
  readonly isCopied: boolean;
  /** The link, where the browser refused to copy it; null otherwise. */
  readonly refused: string | null;
  copy(scenario: Scenario, origin: Origin): Promise<void>;
  forget(): void;
}

/** Copies the link that reopens a scenario and remembers for a moment what came of it. */
export function useCopiedLink(): CopiedLink {
  const [outcome, setOutcome] = useState<'copied' | { readonly link: string } | null>(null);
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), SAY_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return {
    isCopied: outcome === 'copied',
    refused: outcome !== null && outcome !== 'copied' ? outcome.link : null,
    async copy(scenario, origin) {
      const { linkTo } = await import('../state/addressBar.ts');
      const link = linkTo(location.href, scenario, origin);
      try {
        await navigator.clipboard.writeText(link);
        setOutcome('copied');
      } catch {
        setOutcome({ link });
      }
    },
    forget: () => setOutcome(null),
  };
}

interface LinkFieldProps {
  readonly label: string;
  readonly link: string;
  readonly class?: string;
  readonly onDone: () => void;
}

/** A link to be copied by hand; it goes when it is left. */
export function LinkField({ label, link, class: own, onDone }: LinkFieldProps) {
  return (
    <label class={own}>
      {label}{' '}
      <input
        type="text"
        readOnly
        value={link}
        ref={(field) => field?.select()}
        onBlur={onDone}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
    </label>
  );
}
