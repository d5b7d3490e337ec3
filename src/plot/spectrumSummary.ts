import type { Comparison, Evaluation } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { comparisonWith } from './dataPoints.ts';
import { energyText, significantText } from './numberText.ts';
import { isFitted } from './observedEvaluation.ts';
import { englishPlotWords, type PlotWords } from './plotWords.ts';
import { axisName, type Quantity } from './quantity.ts';
import { strongestSource } from './series.ts';

/** What the picture is, for people who do not see it. */
export function spectrumTitle(dataset: Dataset, quantity: Quantity, words: PlotWords = englishPlotWords): string {
  return words.title(axisName(quantity, dataset.quantity, words).words, words.table(dataset));
}

function agreement({ pull, inFit, goodness }: Comparison, scenario: Scenario, dataset: Dataset, words: PlotWords) {
  const fitted = pull.filter((_, index) => inFit[index] === true);
  const near = fitted.filter((one) => Math.abs(one) <= 2).length;
  const [low, high] = scenario.fit.energyRange_GeV;
  const chi2 = significantText(goodness.chi2, 3);
  return isFitted(scenario, dataset)
    ? words.inFit(near, fitted.length, energyText(low), energyText(high), chi2, goodness.degreesOfFreedom)
    : words.notInFit(near, fitted.length, chi2);
}

/** What the picture shows, in sentences made from the numbers. */
export function spectrumSummary(
  evaluation: Evaluation | null,
  dataset: Dataset,
  words: PlotWords = englishPlotWords,
): string {
  const first = dataset.binLow_GeV[0] ?? Number.NaN;
  const last = dataset.binHigh_GeV[dataset.binHigh_GeV.length - 1] ?? Number.NaN;
  const data = words.points(dataset.flux.length, energyText(first), energyText(last));
  const comparison = comparisonWith(evaluation, dataset);
  if (evaluation === null || comparison === null) return `${data} ${words.noCurve} ${words.everyNumber}`;
  const source = strongestSource(evaluation, 100);
  const share = evaluation.shares
    .find(({ energy_GeV }) => energy_GeV === 100)
    ?.shares.find(({ name }) => name === source?.name)?.share;
  const arePositrons = dataset.quantity === 'positron-flux';
  const sentences = [
    data,
    agreement(comparison, evaluation.scenario, dataset, words),
    ...(source === null || share === undefined
      ? []
      : [words.strongest(words.component(source), Math.round(share * 100), arePositrons)]),
    words.everyNumber,
  ];
  return sentences.join(' ');
}
