/** What every exported file carries: program, scenario, data sets, chi-squared, approximations and the link that reopens it. */
import type { Approximation, GoodnessOfFit } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { approximationLines, approximationNotes } from './approximationText.ts';
import { decimal } from './decimal.ts';
import { PROGRAM, PROGRAM_TEXT } from './program.ts';
import { scenarioLines } from './scenarioLines.ts';

/** What stands beside a result. */
export interface ExportContext {
  /** Tables that the model is compared with. */
  readonly datasets?: readonly Dataset[] | undefined;
  readonly goodness?: GoodnessOfFit | undefined;
  /** How far the approximations of the scenario are from the exact model. */
  readonly approximations?: readonly Approximation[] | undefined;
  /** Address that reopens the scenario. */
  readonly link?: string | undefined;
}

/** One comment must stay one line, whatever a name or a reference holds. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** JSON on one line in ASCII: some readers break lines at exotic characters that JSON allows in a name. */
function asciiJson(document: unknown): string {
  return JSON.stringify(document).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `AMS-02 positrons 2019: reference, doi:10.…` */
export function datasetText(dataset: Dataset): string {
  const doi = dataset.doi === '' ? '' : `, doi:${dataset.doi}`;
  return oneLine(`${dataset.label}: ${dataset.reference}${doi}`);
}

/** `chi2 = 35.0 for 74 points and 6 free parameters: …` */
export function goodnessText(
  goodness: GoodnessOfFit,
  format: (value: number, what: string) => string = decimal,
): string {
  const { chi2, points, freeParameters, degreesOfFreedom, pValue, aic } = goodness;
  const probability = pValue === null ? 'no p-value' : `p-value = ${format(pValue, 'p-value')}`;
  return (
    `chi2 = ${format(chi2, 'chi2')} for ${points} points and ${freeParameters} free parameters: ` +
    `${degreesOfFreedom} degrees of freedom, ${probability}, AIC = ${format(aic, 'AIC')}`
  );
}

/** Marks the line of a header that holds the whole scenario for an exact import. */
export const SCENARIO_LINE = 'scenario as JSON: ';

/**
 * The comment lines of a table, without the leading `# `.
 *
 * The whole scenario stands there twice: one readable line per value, and one line of JSON that reads back exactly.
 */
export function provenanceLines(title: string, scenario: Scenario, context: ExportContext): string[] {
  const { datasets = [], goodness, approximations, link } = context;
  return [
    `${PROGRAM_TEXT}: ${title}`,
    ...(link === undefined ? [] : [`link: ${oneLine(link)}`]),
    ...datasets.map((dataset) => `data: ${datasetText(dataset)}`),
    ...(goodness === undefined ? [] : [goodnessText(goodness)]),
    ...approximationLines(scenario, approximations).map(oneLine),
    'scenario, every value with its unit:',
    ...scenarioLines(scenario).map((line) => `  ${oneLine(line)}`),
    `${SCENARIO_LINE}${asciiJson(scenario)}`,
  ];
}

/** The same for a JSON document. */
export function provenance(scenario: Scenario, context: ExportContext) {
  const { datasets = [], goodness, approximations = [], link } = context;
  return {
    program: PROGRAM,
    ...(link === undefined ? {} : { link }),
    datasets: datasets.map(({ id, label, experiment, reference, doi }) => ({ id, label, experiment, reference, doi })),
    ...(goodness === undefined ? {} : { goodness }),
    approximations: approximationNotes(scenario, approximations),
    scenario,
  };
}
