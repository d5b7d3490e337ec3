import type { Evaluation } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { comparisonWith } from './dataPoints.ts';
import { energyText, significantText } from './numberText.ts';
import { isFitted } from './observedEvaluation.ts';
import { axisName, type Quantity } from './quantity.ts';
import { strongestSource } from './series.ts';

/** What the picture is, for people who do not see it. */
export function spectrumTitle(dataset: Dataset, quantity: Quantity): string {
  const { words } = axisName(quantity, dataset.quantity);
  return `${words[0]?.toUpperCase()}${words.slice(1)}, ${dataset.label} and model`;
}

/** What the picture shows, in sentences made from the numbers. */
export function spectrumSummary(evaluation: Evaluation | null, dataset: Dataset): string {
  const first = dataset.binLow_GeV[0] ?? Number.NaN;
  const last = dataset.binHigh_GeV[dataset.binHigh_GeV.length - 1] ?? Number.NaN;
  const data = `${dataset.flux.length} points from ${energyText(first)} to ${energyText(last)} GeV with error bars.`;
  const comparison = comparisonWith(evaluation, dataset);
  if (evaluation === null || comparison === null)
    return `${data} No model curve yet. The data table gives every number.`;
  const fitted = comparison.pull.filter((_, index) => comparison.inFit[index] === true);
  const near = fitted.filter((pull) => Math.abs(pull) <= 2).length;
  const [low, high] = evaluation.scenario.fit.energyRange_GeV;
  const { chi2, degreesOfFreedom } = comparison.goodness;
  const agreement =
    `The total curve passes within two standard deviations of ${near} of the ${fitted.length} points ` +
    (isFitted(evaluation.scenario, dataset)
      ? `in the fit range, ${energyText(low)} to ${energyText(high)} GeV; chi squared is ${significantText(chi2, 3)} ` +
        `for ${degreesOfFreedom} degrees of freedom.`
      : `that can be compared; chi squared is ${significantText(chi2, 3)}. The table is not in the fit.`);
  const source = strongestSource(evaluation, 100);
  const share = evaluation.shares
    .find(({ energy_GeV }) => energy_GeV === 100)
    ?.shares.find(({ name }) => name === source?.name)?.share;
  const strongest =
    source === null || share === undefined
      ? ''
      : ` ${source.name} carries ${Math.round(share * 100)} percent${dataset.quantity === 'positron-flux' ? '' : ' of the positrons'} at 100 GeV.`;
  return `${data} ${agreement}${strongest} The data table gives every number.`;
}
