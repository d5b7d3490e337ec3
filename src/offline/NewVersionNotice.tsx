import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import './newVersionNotice.css';

type Reload = () => void;

/** Says that a newer version of the page waits, and loads it on request; it can be put off until the next one. */
export function NewVersionNotice({ reload }: { readonly reload: ReadonlySignal<Reload | null> }) {
  const load = reload.value;
  const [putOff, setPutOff] = useState<{ readonly reload: Reload } | null>(null);
  return (
    <div class="new-version" role="status">
      {load && putOff?.reload !== load && (
        <p>
          A new version is ready.
          <button type="button" class="button button-outline" onClick={load}>
            Reload
          </button>
          <button type="button" class="button" onClick={() => setPutOff({ reload: load })}>
            Later
          </button>
        </p>
      )}
    </div>
  );
}
