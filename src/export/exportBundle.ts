/** Everything about one scenario in one zip, whose bytes depend on nothing but what is in it. */
import { strToU8, zipSync } from 'fflate';
import type { Scenario } from '../model/scenario.ts';
import { binaryFile, type ExportedFile, exportStem } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { linkLine, resultLines } from './provenance.ts';
import { type ResultContent, type ResultFilesContext, resultFiles } from './resultFiles.ts';

/** A file in a zip, and what a list says of it. */
export interface Member {
  readonly name: string;
  readonly about: string;
  readonly bytes: Uint8Array;
}

/** Zip counts years from 1980; a file without a day gets that one. */
const NO_DAY = '1980-01-01';

/** A zip of a scenario's files; equal files give equal bytes, in every time zone. */
export function zipOf(scenario: Scenario, members: readonly Member[], date: string | undefined): ExportedFile {
  // A time without a zone is local time, as zip writes it: the same bytes everywhere.
  const mtime = `${date ?? NO_DAY}T12:00:00`;
  const zipped = zipSync(Object.fromEntries(members.map(({ name, bytes }) => [name, bytes])), { level: 9, mtime });
  return binaryFile(exportStem(scenario, '', date), 'zip', new Uint8Array(zipped));
}

function readme(scenario: Scenario, context: ExportContext, members: readonly Member[]): string {
  const width = Math.max(...members.map(({ name }) => name.length));
  const lines = [
    ...resultLines(scenario.name, scenario, context),
    linkLine(scenario, context),
    '',
    ...members.map(({ name, about }) => `${name.padEnd(width)}  ${about}`),
    '',
    'Every other file holds the whole scenario. Opened in Geminga Lab, any of them brings it back, and the same numbers follow.',
    'If you publish a result, cite the works in references.bib.',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The zip: spectrum, comparisons, fit, posterior, figures, Python program, bibliography, scenario, and a README that says which
 * is which.
 *
 * @param pictures figures that something else has drawn
 */
export function exportBundle(
  content: ResultContent,
  context: ResultFilesContext = {},
  pictures: readonly Member[] = [],
): ExportedFile {
  const { scenario, comparisons } = content;
  const goodness = context.goodness ?? comparisons[0]?.comparison.goodness;
  const full: ExportContext = {
    ...context,
    datasets: comparisons.map(({ dataset }) => dataset),
    ...(goodness === undefined ? {} : { goodness }),
  };
  const members = [
    ...resultFiles(content, context)
      // The comparisons hold the data too.
      .filter(({ part }) => part !== 'data')
      .map(({ name, ending, about, make }) => ({ name: `${name}.${ending}`, about, bytes: make().bytes })),
    ...pictures,
  ];
  const first = { name: 'README.txt', about: '', bytes: strToU8(readme(scenario, full, members)) };
  return zipOf(scenario, [first, ...members], context.date);
}
