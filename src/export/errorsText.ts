/** How a fit counts the errors of the data, in words. */
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { short } from './measuredValue.ts';

const lengthText = (length_dex: number) => `${short(length_dex)} dex`;

/** `exp(-1/2 (difference of log10 E / l)^2) with l = 0.3 dex`, or with one length for each component. */
function correlationText({ fit }: Scenario, { systematicNames }: Dataset): string {
  const own = fit.correlationLengths_dex;
  const lengths =
    own === null
      ? `l = ${lengthText(fit.correlationLength_dex)}`
      : systematicNames
          .map((name, index) => `l = ${lengthText(own[index] ?? fit.correlationLength_dex)} for ${name}`)
          .join(', ');
  return `exp(-1/2 (difference of log10 E / l)^2) with ${lengths}`;
}

/**
 * One sentence about the errors behind chi2, without its first capital and its full stop.
 *
 * @param dataset table that names the components of the systematic errors
 */
export function errorsInWords(scenario: Scenario, dataset: Dataset): string {
  const { errors, energyScaleError } = scenario.fit;
  const counted = {
    quadrature: () => 'sigma^2 = stat^2 + syst^2, the points taken as independent',
    statistical: () => 'sigma = stat, systematic errors left out, the points taken as independent',
    covariance: () =>
      `covariance of stat^2 on its diagonal and of systematic errors that are correlated over energy by ${correlationText(scenario, dataset)}`,
  }[errors]();
  if (energyScaleError === 0) return counted;
  const percent = short(100 * energyScaleError);
  return `${counted}; the energy scale of each experiment is shifted in the fit, with a standard error of ${percent} %`;
}
