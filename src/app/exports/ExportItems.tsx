import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ExportedFile, FileEnding } from '../../export/exportedFile.ts';
import { exportScenarioJson } from '../../export/exportScenario.ts';
import { type Part, resultFiles } from '../../export/resultFiles.ts';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { saveFile } from '../topbar/saveFile.ts';
import type { ExportsWords } from '../words/en/exports.ts';
import { download } from './download.ts';
import { exportShown } from './exportShown.ts';
import { exportWords } from './exportWords.ts';
import { openFile } from './openFile.ts';
import { pageContext } from './pageContext.ts';
import { pageResults } from './pageResults.ts';

type Item = readonly [text: keyof ExportsWords & `${string}`, part: Part, ending: FileEnding];

/** What is one click away; the dialog has the rest. */
const ITEMS = [
  ['spectrumCsv', 'spectrum', 'csv'],
  ['spectrumEcsv', 'spectrum', 'ecsv'],
  ['spectrumJson', 'spectrum', 'json'],
  ['residualsCsv', 'comparison', 'csv'],
  ['figureSvg', 'figure', 'svg'],
  ['fitText', 'fit', 'txt'],
] as const satisfies readonly Item[];

/** Saves results and scenario as files, opens the dialog of all files, and opens a file. */
export function ExportItems({ onDone }: { readonly onDone: () => void }) {
  const app = useApp();
  const { store } = app;
  const words = exportWords();
  const results = useComputed(() => pageResults(app)).value;
  const files = results === null ? [] : resultFiles(results.content, results.context);
  const chooser = useRef<HTMLInputElement>(null);

  const save = (make: () => ExportedFile) => {
    try {
      saveFile(make());
    } catch (error) {
      store.say(messageFor(error, store.scenario.peek()));
    }
    onDone();
  };

  return (
    <div class="menu">
      {ITEMS.map(([text, part, ending]) => {
        const file = files.find((one) => one.part === part && one.ending === ending);
        return (
          <button
            key={text}
            type="button"
            class="menu-item"
            disabled={file === undefined}
            title={file === undefined ? (part === 'fit' ? words.afterFit : words.afterCurve) : undefined}
            onClick={() => file && save(() => download(file, results?.context.date))}
          >
            {words[text]}
          </button>
        );
      })}
      <button
        type="button"
        class="menu-item"
        onClick={() => save(() => exportScenarioJson(store.scenario.peek(), pageContext(store.origin.peek()).date))}
      >
        {words.scenarioJson}
      </button>
      <hr />
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          onDone();
          exportShown.value = true;
        }}
      >
        {words.more}
      </button>
      <button type="button" class="menu-item" title={words.openHelp} onClick={() => chooser.current?.click()}>
        {words.open}
      </button>
      <input
        ref={chooser}
        type="file"
        class="visually-hidden"
        accept=".json,.ecsv,.csv,.svg,.png,.txt,.py,.bib"
        aria-label={words.chooseFile}
        tabIndex={-1}
        onChange={(event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file) void openFile(file, app);
          // The same file may be chosen again.
          field.value = '';
          onDone();
        }}
      />
    </div>
  );
}
