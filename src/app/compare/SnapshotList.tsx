import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';
import { LinkField, useCopiedLink } from '../controls/useCopiedLink.tsx';
import { LineSample } from '../spectrum/Legend.tsx';
import { pinnedLook } from '../spectrum/pinnedCurves.ts';
import { useApp } from '../state/context.ts';
import { LONGEST_NAME } from '../state/snapshotName.ts';
import { MOST_SNAPSHOTS, type Snapshot } from '../state/snapshots.ts';
import { compareWords } from './compareWords.ts';
import { PinButton } from './PinButton.tsx';

/** The name, to be typed over: Enter and leaving the field take it, Escape takes it back. */
function NameField({ snapshot: { look, name } }: { readonly snapshot: Snapshot }) {
  const { snapshots } = useApp();
  return (
    <input
      type="text"
      class="snapshot-name"
      aria-label={compareWords().nameOf(name)}
      title={name}
      value={name}
      maxLength={LONGEST_NAME}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = name;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        if (typed !== name) snapshots.rename(look, typed);
        // What is no name, or the same one, is not drawn again.
        event.currentTarget.value = snapshots.list.peek().find((one) => one.look === look)?.name ?? name;
      }}
    />
  );
}

/** Copies the link that opens the snapshot; where the browser refuses, shows it to be copied by hand. */
function LinkButton({ snapshot: { name, scenario, origin } }: { readonly snapshot: Snapshot }) {
  const words = compareWords();
  const link = useCopiedLink();
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-label={link.isCopied ? undefined : words.copyLinkName(name)}
        onClick={() => void link.copy(scenario, origin)}
      >
        {link.isCopied ? words.linkCopied : words.copyLink}
      </button>
      <span class="visually-hidden" role="status">
        {link.isCopied && words.linkCopied}
      </span>
      {link.refused !== null && (
        <LinkField class="snapshot-link" label={words.copyThisLink} link={link.refused} onDone={link.forget} />
      )}
    </>
  );
}

function Row({ snapshot }: { readonly snapshot: Snapshot }) {
  const { snapshots, classroom } = useApp();
  const words = compareWords();
  const { look, name, scenario } = snapshot;
  const result = snapshots.results.value.get(scenario);
  return (
    <li>
      <LineSample className={pinnedLook(snapshot)} />
      <NameField key={name} snapshot={snapshot} />
      <button
        type="button"
        class="icon-button"
        aria-label={words.removeName(name)}
        title={words.removeName(name)}
        onClick={() => snapshots.remove(look)}
      >
        <Icon name="close" />
      </button>
      <span class="snapshot-actions">
        <button
          type="button"
          class="text-button"
          aria-label={words.openName(name)}
          disabled={classroom.stage.value !== null}
          onClick={() => snapshots.open(look)}
        >
          {words.open}
        </button>
        <LinkButton snapshot={snapshot} />
        {result === undefined && <i>{words.computing}</i>}
      </span>
      {result?.failure != null && (
        <p class="row-error" role="alert">
          {words.cannotCompute(name, result.failure)}
        </p>
      )}
    </li>
  );
}

/** The pinned curves: to be named, opened, passed on and removed. */
export function SnapshotList() {
  const { snapshots } = useApp();
  const words = compareWords();
  const list = snapshots.list.value;
  const removed = snapshots.removed.value;
  const undo = useRef<HTMLButtonElement>(null);
  const before = useRef(removed);
  useEffect(() => {
    // The button that removed it is gone with it: the keyboard goes on where it can be taken back.
    if (removed !== before.current && document.activeElement === document.body) undo.current?.focus();
    before.current = removed;
  }, [removed]);
  return (
    <section class="snapshots" aria-label={words.snapshots}>
      <div class="snapshots-head">
        <h3>
          {words.snapshots} {list.length > 0 && <small>{words.counted(list.length, MOST_SNAPSHOTS)}</small>}
        </h3>
        <PinButton class="button button-outline" isQuiet />
      </div>
      {list.length === 0 && <p class="compare-quiet">{words.empty}</p>}
      <ul>
        {list.map((snapshot) => (
          <Row key={snapshot.look} snapshot={snapshot} />
        ))}
      </ul>
      <p role="status">
        {removed !== null && (
          <>
            {words.removed(removed.name)}{' '}
            <button ref={undo} type="button" class="text-button" onClick={snapshots.restore}>
              {words.undo}
            </button>
          </>
        )}
      </p>
      {!snapshots.areKept.value && <p class="compare-quiet">{words.notKept}</p>}
    </section>
  );
}
