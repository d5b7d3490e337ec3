import type { ExportedFile } from '../../export/exportedFile.ts';
import type { ExportContext } from '../../export/exportTypes.ts';
import { pageContext } from '../exports/pageContext.ts';
import { useApp } from '../state/context.ts';
import { saveFile } from '../topbar/saveFile.ts';
import { errorText } from '../words/modelWords.ts';
import { likelihoodWords } from './likelihoodWords.ts';

/** A file in one format, with the place that its link leads to. */
export type MakeFile = (context: ExportContext) => ExportedFile;

interface SaveButtonsProps {
  readonly label: string;
  /** By format; the code that writes files comes with the first one. */
  readonly load: () => Promise<Readonly<Record<'CSV' | 'JSON', MakeFile>>>;
}

/** Saves what was computed, in the format of the button. */
export function SaveButtons({ label, load }: SaveButtonsProps) {
  const { store } = useApp();
  const words = likelihoodWords();
  const save = async (format: 'CSV' | 'JSON') => {
    try {
      const make = (await load())[format];
      saveFile(make(pageContext(store.origin.peek())));
    } catch (error) {
      store.say({ row: null, text: errorText(error).text });
    }
  };
  return (
    <fieldset class="save-buttons" aria-label={label}>
      {(['CSV', 'JSON'] as const).map((format) => (
        <button key={format} type="button" class="button button-outline" onClick={() => void save(format)}>
          {words.saveAs(format)}
        </button>
      ))}
    </fieldset>
  );
}
