/** What is ticked in the dialog. */
import type { FileChoice } from '../../export/chosenFiles.ts';
import { chosenContent, chosenFiles } from '../../export/chosenFiles.ts';
import type { Member } from '../../export/exportBundle.ts';
import type { ExportedFile } from '../../export/exportedFile.ts';
import { exportStem } from '../../export/exportedFile.ts';
import { JOURNAL_WIDTHS_mm, type JournalWidth } from '../../export/figureLayout.ts';
import { download } from './download.ts';
import { figurePng, pictureName } from './figurePng.ts';
import type { PageResults } from './pageResults.ts';

/** Densities of PNG pictures, dpi: what journals ask for, and twice that for lines. */
export const RESOLUTIONS_dpi = [300, 600] as const;
export type Resolution = (typeof RESOLUTIONS_dpi)[number];

export interface DialogChoice extends FileChoice {
  readonly png: boolean;
  readonly resolutions_dpi: ReadonlySet<Resolution>;
}

/** The spectrum and the residuals with their components, for astropy. */
export const FIRST_CHOICE: DialogChoice = {
  parts: new Set(['spectrum', 'comparison']),
  components: true,
  band: true,
  formats: new Set(['ecsv']),
  svg: false,
  png: false,
  widths_mm: new Set([86]),
  resolutions_dpi: new Set([300]),
};

/** A set with one member more or less. */
export function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** A file of the list, which is made when its turn comes. */
export interface WantedFile {
  readonly name: string;
  /** Equal for files with equal bytes of the same results. */
  readonly key: string;
  readonly make: () => ExportedFile | Promise<ExportedFile>;
}

function wantedPictures({ content, context }: PageResults, choice: DialogChoice): WantedFile[] {
  const shown = chosenContent(content, choice);
  const figure = { ...shown, data: shown.comparisons };
  const pictures = JOURNAL_WIDTHS_mm.filter((width_mm) => choice.widths_mm.has(width_mm)).flatMap((width_mm) =>
    RESOLUTIONS_dpi.filter((dpi) => choice.resolutions_dpi.has(dpi)).map((dpi) => ({ width_mm, dpi })),
  );
  return pictures.map(({ width_mm, dpi }) => ({
    name: `${exportStem(content.scenario, pictureName(width_mm, dpi), context.date)}.png`,
    key: `${pictureName(width_mm, dpi)} ${choice.components} ${choice.band}`,
    make: () => figurePng({ ...figure, width_mm }, context, dpi),
  }));
}

/** The files that are ticked, under the names that they are saved with. */
export function wantedFiles(results: PageResults, choice: DialogChoice): WantedFile[] {
  const { content, context } = results;
  const files = chosenFiles(content, context, choice, (name) => exportStem(content.scenario, name, context.date));
  return [
    ...files.map((file) => ({
      name: `${exportStem(file.scenario, file.name, context.date)}.${file.ending}`,
      key: `${file.name}.${file.ending} ${choice.components} ${choice.band}`,
      make: () => download(file, context.date),
    })),
    ...(choice.png ? wantedPictures(results, choice) : []),
  ];
}

/** Every picture that there can be, for the zip with everything. */
export async function allPictures({ content, context }: PageResults): Promise<Member[]> {
  const figure = { ...content, data: content.comparisons };
  const members: Member[] = [];
  for (const width_mm of JOURNAL_WIDTHS_mm as readonly JournalWidth[]) {
    for (const dpi of RESOLUTIONS_dpi) {
      const { bytes } = await figurePng({ ...figure, width_mm }, context, dpi);
      members.push({
        name: `${pictureName(width_mm, dpi)}.png`,
        about: `the same figure as a picture, ${dpi} dpi`,
        bytes,
      });
    }
  }
  return members;
}
