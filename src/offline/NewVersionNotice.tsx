import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import './newVersionNotice.css';

type Reload = () => void;

/** What the notice says. */
export interface NewVersionWords {
  readonly newVersion: string;
  readonly reload: string;
  readonly later: string;
}

interface NoticeProps {
  readonly reload: ReadonlySignal<Reload | null>;
  /** Called while the notice is drawn, so that it follows the language. */
  readonly words: () => NewVersionWords;
}

/** Says that a newer version of the page waits, and loads it on request; it can be put off until the next one. */
export function NewVersionNotice({ reload, words }: NoticeProps) {
  const load = reload.value;
  const [putOff, setPutOff] = useState<{ readonly reload: Reload } | null>(null);
  return (
    <div class="new-version" role="status">
      {load && putOff?.reload !== load && (
        <p>
          {words().newVersion}
          <button type="button" class="button button-outline" onClick={load}>
            {words().reload}
          </button>
          <button type="button" class="button" onClick={() => setPutOff({ reload: load })}>
            {words().later}
          </button>
        </p>
      )}
    </div>
  );
}
