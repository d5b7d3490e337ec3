import './ownData.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import { withOwnData, withoutOwnData } from '../../model/ownDataEdits.ts';
import { useApp } from '../state/context.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { FileButton } from './FileButton.tsx';
import { ownDataWords } from './ownDataWords.ts';
import { ReadingForm } from './ReadingForm.tsx';
import { receiveFiles } from './receiveFile.ts';
import { formerTable, ownDataSession, type Reading } from './session.ts';

/** The table that the scenario holds, and the way to be rid of it. */
function PresentTable({ onRemoved }: { readonly onRemoved: () => void }) {
  const app = useApp();
  const { store } = app;
  const words = ownDataWords();
  const session = ownDataSession(store);
  const { ownData } = store.scenario.value;
  if (ownData === null) return null;
  const remove = () => {
    const former = formerTable(session, store.origin.peek().scenario);
    store.change((scenario) => withoutOwnData(scenario, former), { change: words.removed });
    onRemoved();
  };
  return (
    <section class="own-data-present">
      <h3>{words.present}</h3>
      <p>{words.presentOf(ownData.label, ownData.energies_GeV.length, ownData.fileName)}</p>
      <button type="button" class="button button-outline" onClick={remove}>
        {words.remove}
      </button>
    </section>
  );
}

/** What own data are, and a file to choose. */
function Start({ onRemoved }: { readonly onRemoved: () => void }) {
  const words = ownDataWords();
  return (
    <>
      <p>{words.intro}</p>
      <p class="own-data-formats">
        {words.formats}. {words.files}
      </p>
      <PresentTable onRemoved={onRemoved} />
    </>
  );
}

/** Puts the table of a file into the scenario, one undo step; says whether it is in. */
function useAccept(): (reading: Reading, candidate: Candidate) => boolean {
  const { store, view } = useApp();
  const session = ownDataSession(store);
  return ({ isFitted }, candidate) => {
    if (candidate.kind !== 'ready') return false;
    const { dataset } = store.scenario.peek().fit;
    if (dataset !== OWN_DATA_ID) session.former = dataset;
    const { opened } = ownDataWords();
    if (!store.change((scenario) => withOwnData(scenario, candidate.table, isFitted), { change: opened })) return false;
    const isShown = candidate.table.quantity !== 'electron-flux';
    view.shownDataset.value = isShown && !isFitted ? OWN_DATA_ID : null;
    return true;
  };
}

/** Opens a table of one's own: what the file says, what it leaves open, what it would be; then it is used. */
export function OwnDataPanel() {
  const app = useApp();
  const words = ownDataWords();
  const session = ownDataSession(app.store);
  const panel = session.panel.value;
  const accept = useAccept();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // It gives the focus back to where it was while it closes, and is gone then.
  const close = () => dialog.current?.close();
  const reading = typeof panel === 'string' ? null : panel;
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => heading.current?.focus(), [reading?.file]);
  const candidate = reading && candidateOf(reading, app.store.scenario.value);
  return (
    <dialog
      ref={dialog}
      class={`own-data ${session.isDragging.value ? 'own-data-dragging' : ''}`}
      aria-labelledby={id}
      onClose={() => {
        session.problem.value = null;
        session.panel.value = 'closed';
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (reading && candidate && accept(reading, candidate)) close();
        }}
      >
        <h2 id={id} ref={heading} tabIndex={-1}>
          {reading ? words.titleOf(reading.file.fileName) : words.title}
        </h2>
        <p class="own-data-private">
          <strong>{words.staysHere}</strong> {words.travels}
        </p>
        {session.problem.value !== null && (
          <p class="own-data-problem" role="alert">
            {session.problem.value}
          </p>
        )}
        {reading && candidate ? <ReadingForm reading={reading} candidate={candidate} /> : <Start onRemoved={close} />}
        <div class="own-data-actions">
          <FileButton onFile={(file) => void receiveFiles([file], app)} isMain={reading === null}>
            {reading ? words.chooseOther : words.choose}
          </FileButton>
          <span class="space" />
          <button type="button" class="button button-outline" onClick={close}>
            {reading ? words.cancel : words.close}
          </button>
          {reading && (
            <button type="submit" class="button button-primary" disabled={candidate?.kind !== 'ready'}>
              {words.use}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
