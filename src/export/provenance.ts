/** What every exported file carries: program, scenario, data sets, chi-squared, approximations and the link that reopens it. */
import type { GoodnessOfFit, Share, ShareReadout } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { approximationLines, approximationNotes } from './approximationText.ts';
import { asciiJson, oneLine } from './asciiText.ts';
import { decimal } from './decimal.ts';
import type { ExportContext } from './exportTypes.ts';
import { FRAGMENT_USE, type LinkPlace, reopeningLink } from './link.ts';
import { PROGRAM, PROGRAM_TEXT } from './program.ts';
import { scenarioLines } from './scenarioLines.ts';

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
  return [...resultLines(title, scenario, context), ...scenarioBlock(scenario, context)];
}

/** `link: https://…#s=…`, or the fragment alone and what to do with it. */
export function linkLine(scenario: Scenario, place: LinkPlace): string {
  const use = place.page === undefined ? ` (${FRAGMENT_USE})` : '';
  return `link${use}: ${reopeningLink(scenario, place)}`;
}

/** The lines that hold the scenario, and the link to it; what matches `escaped` is written as \uXXXX in its JSON. */
export function scenarioBlock(scenario: Scenario, place: LinkPlace, escaped?: RegExp): string[] {
  return [
    linkLine(scenario, place),
    'scenario, every value with its unit:',
    ...scenarioLines(scenario).map((line) => `  ${oneLine(line)}`),
    `${SCENARIO_LINE}${asciiJson(scenario, escaped)}`,
  ];
}

/** When it was written. */
export function dayLines({ date }: ExportContext): string[] {
  return date === undefined ? [] : [`date: ${date}`];
}

function sharesText(shares: readonly Share[]): string {
  return shares.map(({ name, share }) => `${name} ${(100 * share).toPrecision(3)} %`).join(', ');
}

/** `share of the model at 100 GeV: Geminga 92.4 %, …`, and of what AMS-02 measured. */
function shareLines(readouts: readonly ShareReadout[]): string[] {
  return readouts.flatMap(({ energy_GeV, shares, measured }) => [
    `share of the model at ${energy_GeV} GeV: ${sharesText(shares)}`,
    `share of the AMS-02 positrons at ${measured.meanEnergy_GeV} GeV: ${sharesText(measured.shares)}`,
  ]);
}

/** The lines before the scenario: program, title, day, data, chi-squared, approximations. */
export function resultLines(title: string, scenario: Scenario, context: ExportContext): string[] {
  const { datasets = [], goodness, approximations } = context;
  return [
    `${PROGRAM_TEXT}: ${oneLine(title)}`,
    ...dayLines(context),
    ...datasets.map((dataset) => `data: ${datasetText(dataset)}`),
    ...(goodness === undefined ? [] : [goodnessText(goodness)]),
    ...shareLines(context.shares ?? []).map(oneLine),
    ...approximationLines(scenario, approximations).map(oneLine),
  ];
}

/** The same for a JSON document. */
export function provenance(scenario: Scenario, context: ExportContext) {
  const { datasets = [], goodness, approximations = [], date, page } = context;
  return {
    program: PROGRAM,
    ...(date === undefined ? {} : { date }),
    link: reopeningLink(scenario, context),
    ...(page === undefined ? { linkUse: FRAGMENT_USE } : {}),
    datasets: datasets.map(({ id, label, experiment, reference, doi }) => ({ id, label, experiment, reference, doi })),
    ...(goodness === undefined ? {} : { goodness }),
    ...(context.shares === undefined ? {} : { shares: context.shares }),
    approximations: approximationNotes(scenario, approximations),
    scenario,
  };
}
