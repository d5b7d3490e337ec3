import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportedFile } from '../../export/exportedFile.ts';
import { errorText } from '../words/modelWords.ts';
import type { WantedFile } from './choice.ts';

/** What became of a file: made, or the reason why not. */
export type Made = { readonly file: ExportedFile } | { readonly reason: string };

/** Lets the page draw and answer between two files. */
const breathe = () => new Promise((resume) => setTimeout(resume));

/**
 * Makes files one after the other, so that their sizes can be shown; what is made stays for as long as the results do.
 *
 * @param results what the files are of
 */
export function useMade(files: readonly WantedFile[], results: object | null): ReadonlyMap<string, Made> {
  const kept = useRef({ results, made: new Map<string, Made>() });
  if (kept.current.results !== results) kept.current = { results, made: new Map() };
  const [, setCount] = useState(0);
  const keys = files.map(({ key }) => key).join('\n');
  // The keys stand for the files, which are new at every drawing.
  useEffect(() => {
    let isOver = false;
    const { made } = kept.current;
    const makeAll = async () => {
      for (const { key, make } of files) {
        if (made.has(key)) continue;
        await breathe();
        if (isOver) return;
        try {
          made.set(key, { file: await make() });
        } catch (error) {
          made.set(key, { reason: errorText(error).text });
        }
        if (isOver) return;
        setCount((count) => count + 1);
      }
    };
    void makeAll();
    return () => {
      isOver = true;
    };
  }, [keys, results]);
  return kept.current.made;
}
