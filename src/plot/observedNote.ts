import type { Dataset } from '../data/datasetTypes.ts';
import { energyText } from './numberText.ts';
import { englishPlotWords, type PlotSentences } from './plotWords.ts';

/**
 * What must be known of a picture that shows more than positrons, or a table that is not fitted; null where all is fitted
 * positrons.
 *
 * @param electrons the table of electrons in use, if any
 */
export function observedNote(
  isFitted: boolean,
  electrons: Dataset | null,
  words: PlotSentences = englishPlotWords,
): string | null {
  const sentences: string[] = [];
  if (electrons !== null) {
    const { meanEnergy_GeV, experiment } = electrons;
    const [first, last] = [0, meanEnergy_GeV.length - 1].map((index) =>
      energyText(Number((meanEnergy_GeV[index] ?? Number.NaN).toPrecision(3))),
    );
    sentences.push(words.electronsMeasured(experiment, first as string, last as string));
  }
  if (!isFitted) sentences.push(words.notFitted);
  return sentences.length === 0 ? null : sentences.join(' ');
}
