import './keys.css';
import { Fragment } from 'preact';
import { Dialog } from '../controls/Dialog.tsx';
import { Switch } from '../controls/Switch.tsx';
import { useApp } from '../state/context.ts';
import { keys } from '../words/en/keys.ts';
import { inLanguage } from '../words/words.ts';
import { type Cap, KEY_GROUPS, type KeyEntry } from './keyList.ts';

const keysWords = inLanguage('keys', keys);

function KeyCap({ cap }: { readonly cap: Cap }) {
  const { caps, spokenCaps } = keysWords();
  const spoken = cap in spokenCaps ? spokenCaps[cap as keyof typeof spokenCaps] : null;
  const text = cap in caps ? caps[cap as keyof typeof caps] : cap;
  return (
    <kbd>
      {spoken === null ? (
        text
      ) : (
        <>
          <span aria-hidden="true">{text}</span>
          <span class="visually-hidden">{spoken}</span>
        </>
      )}
    </kbd>
  );
}

function Presses({ presses }: Pick<KeyEntry, 'presses'>) {
  const words = keysWords();
  return (
    <>
      {presses.map((caps, index) => (
        <Fragment key={index}>
          {index > 0 && <span class="visually-hidden"> {words.or} </span>}
          <span class="keys-press">
            {caps.map((cap) => (
              <KeyCap key={cap} cap={cap} />
            ))}
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** Every key of the page, the switch of the single letters, and what there is to read. */
export function KeysDialog() {
  const { view } = useApp();
  const words = keysWords();
  const lettersAct = view.letterKeys.value === 'on';
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      class="keys"
      onClose={() => {
        view.keysShown.value = false;
      }}
    >
      <div class="keys-body">
        <div class="keys-groups">
          {KEY_GROUPS.map(({ title, entries }) => (
            <section key={title} class="keys-group">
              <h3>{words[title]}</h3>
              <dl>
                {entries.map(({ presses, does, isLetter }) => (
                  <div key={does} class={isLetter && !lettersAct ? 'keys-off' : undefined}>
                    <dt>
                      <Presses presses={presses} />
                    </dt>
                    <dd>{words[does]}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <div class="keys-choice">
          <Switch
            on={lettersAct}
            label={words.letters}
            onSwitch={(on) => {
              view.letterKeys.value = on ? 'on' : 'off';
            }}
          >
            {words.letters}
          </Switch>
          <p>
            {words.lettersHelp} {words.mac}
          </p>
        </div>
        <section class="keys-documents">
          <h3>{words.documents}</h3>
          <ul>
            <li>
              <a href="./model.html">{words.model}</a>
            </li>
            <li>
              <a href="./parameters.html">{words.parameters}</a>
            </li>
            <li>
              <a href="./notes.html">{words.notes}</a>
            </li>
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
