/** A file that was dropped or chosen: a table that somebody brings, or a file that this program wrote. */
import { type OwnData, readOwnData } from '../../data/ownData/readOwnData.ts';
import { isExport, openFile } from '../exports/openFile.ts';
import type { AppState } from '../state/context.ts';
import { errorText } from '../words/modelWords.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { ownDataWords } from './ownDataWords.ts';
import { ownDataSession } from './session.ts';

/** Largest table that is read, bytes: 500 points need a hundredth of it. */
export const LARGEST_TABLE = 2_000_000;
/** Part of a text that may be no letters of its encoding before it counts as something else. */
const STRANGE_PART = 0.01;

/** A file as the browser hands it over. */
export type BroughtFile = Pick<File, 'name' | 'size' | 'slice'>;

/**
 * What is in a file; `own export` is for openFile.
 *
 * @throws {InputError} with one sentence for a file that is too large, no text or no table
 */
export async function contentOf(file: BroughtFile): Promise<OwnData | 'own export'> {
  const words = ownDataWords();
  const { name, size } = file;
  const head = await file.slice(0, LARGEST_TABLE).text();
  if (/\.zip$/i.test(name) || isExport(head)) return 'own export';
  if (size > LARGEST_TABLE) throw new PageInputError(name, words.tooLarge(name, size, LARGEST_TABLE));
  const strange = head.match(/[\0\ufffd]/g)?.length ?? 0;
  if (head.includes('\0') || strange > STRANGE_PART * head.length) throw new PageInputError(name, words.noText(name));
  return readOwnData(head, name);
}

/** Opens what was brought: in the panel, or as the scenario of a file of this program. Whatever is wrong becomes a sentence. */
export async function receiveFiles(files: readonly File[], app: AppState): Promise<void> {
  const { store, classroom } = app;
  const session = ownDataSession(store);
  const words = ownDataWords();
  const say = (text: string) => {
    if (session.panel.peek() === 'closed') store.say({ row: null, text });
    else session.problem.value = text;
  };
  session.problem.value = null;
  const [file] = files;
  if (!file || files.length > 1) return say(words.oneFile(files.length));
  if (classroom.locksChoices('fit')) return say(words.locked);
  try {
    const content = await contentOf(file);
    if (content === 'own export') {
      session.panel.value = 'closed';
      await openFile(file, app);
      return;
    }
    session.panel.value = { file: content, choice: content.guess, names: {}, isFitted: true };
  } catch (error) {
    say(errorText(error).text);
  }
}
