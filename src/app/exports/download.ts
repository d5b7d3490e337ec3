import { type ExportedFile, exportStem } from '../../export/exportedFile.ts';
import { type ResultFile, renamed } from '../../export/resultFiles.ts';

/** A file under the name that it has in a folder of downloads: with its scenario, the day and the fingerprint. */
export function download({ scenario, name, ending, make }: ResultFile, date: string | undefined): ExportedFile {
  return renamed(make(), exportStem(scenario, name, date), ending);
}
