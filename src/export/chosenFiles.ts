/** The files that a person chose among all that can be made of a scenario's results. */

import type { PosteriorBands } from '../analysis/inferenceTypes.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { ExportContext, SpectrumBand } from './exportTypes.ts';
import type { JournalWidth } from './figureLayout.ts';
import {
  type Part,
  programTables,
  type ResultContent,
  type ResultFile,
  resultFiles,
  type TableFormat,
  type TableName,
} from './resultFiles.ts';

/** What a person ticks. */
export interface FileChoice {
  /** The chain goes with the posterior. */
  readonly parts: ReadonlySet<Exclude<Part, 'figure' | 'chain'>>;
  /** The parts of the model beside its total. */
  readonly components: boolean;
  readonly band: boolean;
  readonly formats: ReadonlySet<TableFormat>;
  readonly svg: boolean;
  readonly widths_mm: ReadonlySet<JournalWidth>;
}

const withoutComponents = (spectrum: PredictedSpectrum): PredictedSpectrum => ({ ...spectrum, components: [] });

/** The results without what is not wanted in the tables and figures. */
export function chosenContent(content: ResultContent, { components, band }: FileChoice): ResultContent {
  const chosen = band ? content : { ...content, bands: [] };
  if (components) return chosen;
  return {
    ...chosen,
    curve: withoutComponents(content.curve),
    comparisons: content.comparisons.map(({ dataset, comparison }) => ({
      dataset,
      comparison: { ...comparison, model: withoutComponents(comparison.model) },
    })),
  };
}

/** The files themselves; the Python program brings the tables that it reads. */
export function chosenFiles(
  content: ResultContent,
  context: ExportContext,
  choice: FileChoice,
  tableName?: TableName,
): ResultFile[] {
  const { parts, formats, svg, widths_mm } = choice;
  const read: readonly string[] = parts.has('program') ? programTables(content) : [];
  const widths: readonly string[] = [...widths_mm].map((width_mm) => `figure-${width_mm}mm`);
  return resultFiles(chosenContent(content, choice), context, tableName).filter(({ part, name, ending }) => {
    if (part === 'figure') return svg && widths.includes(name);
    if (ending === 'ecsv' && read.includes(name)) return true;
    if (!parts.has(part === 'chain' ? 'posterior' : part)) return false;
    return !(part in TABLES) || ending === 'txt' || formats.has(ending as TableFormat);
  });
}

/** Parts that are written in every format that is wanted. */
const TABLES: Partial<Record<Part, true>> = {
  spectrum: true,
  data: true,
  comparison: true,
  fit: true,
  profiles: true,
  contour: true,
  posterior: true,
  chain: true,
};

/** Bands around the total of a curve, from those of a posterior on the same energies; none on others. */
export function bandsAround({ energies_GeV }: PredictedSpectrum, bands: PosteriorBands): SpectrumBand[] {
  const isSame =
    bands.energies_GeV.length === energies_GeV.length &&
    bands.energies_GeV.every((energy, i) => energy === energies_GeV[i]);
  if (!isSame) return [];
  return BANDS.flatMap(({ probability, parts }) => {
    const [lower, upper] = parts.map((part) => bands.total.quantiles[bands.parts.indexOf(part)]);
    return lower && upper ? [{ probability, lower, upper }] : [];
  });
}

const BANDS = [
  { probability: 0.68, parts: [0.16, 0.84] },
  { probability: 0.95, parts: [0.025, 0.975] },
] as const;
