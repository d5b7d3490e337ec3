import type { ExportedFile } from '../../export/exportedFile.ts';

/** Time that the browser may take to begin reading the file, ms. */
const KEEP_FOR_MS = 60_000;

/** Hands a finished file to the browser's downloads. */
export function saveFile({ name, mime, bytes }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FOR_MS);
}
