import './exports.css';
import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { exportBundle, zipOf } from '../../export/exportBundle.ts';
import type { ExportedFile } from '../../export/exportedFile.ts';
import { Dialog } from '../controls/Dialog.tsx';
import { Icon } from '../controls/Icon.tsx';
import { sessionOf } from '../posterior/sessionOf.ts';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { saveFile } from '../topbar/saveFile.ts';
import { byteText } from './byteText.ts';
import { Choices } from './Choices.tsx';
import { allPictures, FIRST_CHOICE, type WantedFile, wantedFiles } from './choice.ts';
import { exportShown } from './exportShown.ts';
import { exportWords } from './exportWords.ts';
import { pageResults } from './pageResults.ts';
import { type Made, useMade } from './useMade.ts';

/** Name, size and a way to save each alone. */
function FileList({
  files,
  made,
}: {
  readonly files: readonly WantedFile[];
  readonly made: ReadonlyMap<string, Made>;
}) {
  const words = exportWords();
  if (files.length === 0) return <p class="export-empty">{words.nothingChosen}</p>;
  return (
    <ul class="export-files">
      {files.map(({ key, name }) => {
        const result = made.get(key);
        const file = result && 'file' in result ? result.file : null;
        return (
          <li key={key}>
            <span class="export-name">{name}</span>
            <span class="export-size">
              {file
                ? byteText(file.bytes.length)
                : result && 'reason' in result
                  ? words.failed(result.reason)
                  : words.making}
            </span>
            <button
              type="button"
              class="icon-button"
              disabled={file === null}
              aria-label={words.saveOne(name)}
              title={words.saveOne(name)}
              onClick={() => file && saveFile(file)}
            >
              <Icon name="export" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const filesIn = (files: readonly WantedFile[], made: ReadonlyMap<string, Made>): ExportedFile[] =>
  files.flatMap(({ key }) => {
    const result = made.get(key);
    return result && 'file' in result ? [result.file] : [];
  });

/** Tick boxes of everything that can be saved, the files that follow from them with their sizes, and the ways to save. */
export function ExportDialog() {
  const app = useApp();
  const words = exportWords();
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [isPacking, setPacking] = useState(false);
  const results = useComputed(() => pageResults(app)).value;
  const isSampling = useComputed(() => sessionOf(app).state.value.kind === 'running').value;
  const files = results === null ? [] : wantedFiles(results, choice);
  const made = useMade(files, results);
  const finished = filesIn(files, made);
  const size = finished.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const isReady = files.length > 0 && files.every(({ key }) => made.has(key)) && finished.length > 0;

  const attempt = async (make: () => ExportedFile | Promise<ExportedFile>) => {
    setPacking(true);
    try {
      saveFile(await make());
    } catch (error) {
      app.store.say(messageFor(error, app.store.scenario.peek()));
      exportShown.value = false;
    } finally {
      setPacking(false);
    }
  };
  const saveChosen = () => {
    const [first, ...others] = finished;
    if (!results || !first) return;
    if (others.length === 0) return saveFile(first);
    const members = finished.map(({ name, bytes }) => ({ name, about: '', bytes }));
    void attempt(() => zipOf(results.content.scenario, members, results.context.date));
  };
  const saveEverything = () => {
    if (results) void attempt(async () => exportBundle(results.content, results.context, await allPictures(results)));
  };

  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      class="export-dialog"
      onClose={() => {
        exportShown.value = false;
      }}
    >
      <div class="export-body">
        <Choices results={results} choice={choice} onChoose={setChoice} isSampling={isSampling} />
        <section class="export-list" aria-label={words.files}>
          <h3>{words.files}</h3>
          <FileList files={files} made={made} />
          <p class="export-note">{words.carries}</p>
        </section>
      </div>
      <div class="export-foot">
        <button
          type="button"
          class="button button-outline"
          title={words.everythingHelp}
          disabled={results === null || isPacking}
          onClick={saveEverything}
        >
          {isPacking ? words.packing : words.everything}
        </button>
        <span class="export-total" role="status">
          {files.length > 0 && words.total(files.length, isReady ? byteText(size) : words.making)}
        </span>
        <button type="button" class="button button-primary" disabled={!isReady || isPacking} onClick={saveChosen}>
          {finished.length > 1 ? words.downloadZip(finished.length) : words.download}
        </button>
      </div>
    </Dialog>
  );
}
