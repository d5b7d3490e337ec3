/** Opens files that this program wrote: from the menu, or dropped on the page. */
import { presetInText } from '../../export/link.ts';
import { isExport, openExport } from '../../export/openExport.ts';
import { reproductionOf } from '../../export/reproduction.ts';
import type { AppState } from '../state/context.ts';
import { originOfLink } from '../state/origin.ts';
import { errorText } from '../words/modelWords.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { exportWords } from './exportWords.ts';
import { openedFile, type Recomputed } from './openedFile.ts';

/** What opening a file needs of the page. */
export type FileOpener = Pick<AppState, 'store' | 'presets' | 'predict'>;

/** Largest file that is read, bytes: a long chain has some tens of megabytes. */
const LARGEST_FILE = 100_000_000;

/** Whether a text looks like a file of this program, damaged or whole; anything else may be a table of somebody's data. */
export { isExport };

/**
 * Opens the text of a file that this program wrote: the scenario as one undo step; then its spectrum, if it holds one, is
 * computed again and compared, which the page says in `openedFile`.
 *
 * @param name of the file, for messages
 * @returns once the comparison is done; what is wrong with the file becomes the page's message
 */
export async function openText(text: string, name: string, { store, presets, predict }: FileOpener): Promise<void> {
  let opened: ReturnType<typeof openExport>;
  try {
    opened = openExport(text, name);
  } catch (error) {
    // The sentence is about the file: labels of the present scenario would mislead.
    store.say({ row: null, text: errorText(error).text });
    return;
  }
  const { scenario, spectrum, format, version } = opened;
  const presetId = presetInText(text);
  store.open(
    scenario,
    originOfLink(
      scenario,
      presets.find(({ id }) => id === presetId),
    ),
    exportWords().openStep,
  );
  const say = (recomputed: Recomputed) => {
    openedFile.value = { name, format, version, scenario, recomputed };
  };
  if (spectrum === null) return say({ kind: 'nothing' });
  say({ kind: 'computing' });
  try {
    const again = await predict(scenario, spectrum.energies_GeV);
    if (openedFile.peek()?.scenario === scenario) say({ kind: 'done', reproduction: reproductionOf(spectrum, again) });
  } catch (error) {
    if (openedFile.peek()?.scenario === scenario) say({ kind: 'failed', reason: errorText(error).text });
  }
}

/**
 * Opens a file that this program wrote, see `openText`.
 *
 * @returns once it is opened, or the page says why not
 */
export async function openFile(file: File, app: FileOpener): Promise<void> {
  try {
    if (file.size > LARGEST_FILE)
      throw new PageInputError(file.name, exportWords().tooLarge(file.name, file.size, LARGEST_FILE));
    if (/\.zip$/i.test(file.name)) throw new PageInputError(file.name, exportWords().unpackFirst(file.name));
    await openText(await file.text(), file.name, app);
  } catch (error) {
    app.store.say({ row: null, text: errorText(error).text });
  }
}
