/**
 * Words whose English stands below the page (declaration, presets, tables, findings of a fit), in the language of the person.
 *
 * Every function returns the English of the model while the page is in English, and where another language has no word.
 */

import type { Finding } from '../../analysis/analysisTypes.ts';
import { findingInWords } from '../../analysis/saidFinding.ts';
import type { DatasetDescription } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../../data/measuredQuantities.ts';
import type { ApproximationWords } from '../../export/approximationText.ts';
import type { Language } from '../../lessons/texts/language.ts';
import {
  parameterInWords as englishParameterInWords,
  type ParameterName,
  parameterName,
} from '../../model/describe.ts';
import { InputError } from '../../model/inputError.ts';
import type { ChoiceParameter, NullableNumberParameter, Parameter } from '../../model/parameters.ts';
import type { Preset } from '../../model/presets/presetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { englishPlotWords, type PlotSentences, type PlotWords } from '../../plot/plotWords.ts';
import type { ComponentSpectrum } from '../../predict/spectrumTypes.ts';
import { TroubleError } from '../../worker/errors.ts';
import { PageInputError } from './pageInputError.ts';
import { spokenLanguage, translated } from './words.ts';

/** `efficiency`, `diffusione a 1 GeV`. */
export function parameterLabel(parameter: Parameter): string {
  return translated('declaration')?.of(parameter)?.label ?? parameter.label;
}

/** What happens to the curve when the value grows. */
export function parameterHelp(parameter: Parameter): string {
  return translated('declaration')?.of(parameter)?.help ?? parameter.help;
}

/** One value of a choice in words; the value itself where it is none of its values. */
export function choiceOption(parameter: ChoiceParameter, value: string): string {
  return translated('declaration')?.of(parameter)?.options?.[value] ?? parameter.options[value] ?? value;
}

/** All values of a choice in words. */
export function choiceOptions<Value extends string>(
  parameter: ChoiceParameter<Value>,
): Readonly<Record<Value, string>> {
  const words = translated('declaration')?.of(parameter)?.options;
  return (words as Readonly<Record<Value, string>> | undefined) ?? parameter.options;
}

/** What it means that a number is absent. */
export function whenNullText(parameter: NullableNumberParameter): string {
  return translated('declaration')?.of(parameter)?.whenNull ?? parameter.whenNull;
}

/** The work beside a published value. */
export function publishedText(paper: string): string {
  return translated('published')?.[paper] ?? paper;
}

/** A parameter and whose it is: `efficiency of Geminga`, `efficienza di Geminga`. */
export function parameterInWords(scenario: Scenario, path: string): string {
  return translated('findings') === null
    ? englishParameterInWords(scenario, path)
    : namedParameter(parameterName(scenario, path));
}

function namedParameter({ label, owner }: ParameterName): string {
  const name = translated('declaration')?.label(label) ?? label;
  return translated('findings')?.ownedBy(name, owner) ?? name;
}

/** The name of a preset. */
export function presetName({ id, scenario }: Pick<Preset, 'id' | 'scenario'>): string {
  return translated('presets')?.[id]?.name ?? scenario.name;
}

/** What a preset shows. */
export function presetAbout({ id, about }: Pick<Preset, 'id' | 'about'>): string {
  return translated('presets')?.[id]?.about ?? about;
}

/** The number that a preset reproduces, or null. */
export function presetReproduces({ id, reproduces }: Pick<Preset, 'id' | 'reproduces'>): string | null {
  return reproduces === null ? null : (translated('presets')?.[id]?.reproduces ?? reproduces);
}

/** The name of a scenario: that of its preset while it has the preset's own name, else as it was given. */
export function scenarioName(name: string, presets: readonly Preset[]): string {
  const preset = presets.find(({ scenario }) => scenario.name === name);
  return preset ? presetName(preset) : name;
}

/** The label of a measured table, shipped or a person's own. */
export function datasetLabel({ id, label }: Pick<DatasetDescription, 'id' | 'label'>): string {
  return translated('datasets')?.labels[id] ?? label;
}

/** What one should know before using a table, a sentence each. */
export function datasetRemarks({ remarks }: Pick<DatasetDescription, 'remarks'>): readonly string[] {
  const words = translated('datasets')?.remarks;
  return words ? remarks.map((remark) => words[remark] ?? remark) : remarks;
}

/** `positron flux`, `frazione di positroni`. */
export function quantityLabel(quantity: MeasuredQuantity): string {
  return translated('datasets')?.quantities[quantity] ?? MEASURED_QUANTITIES[quantity].label;
}

/** The name of a component of the model; pulsars and tables keep theirs. */
export function componentName({ kind, name }: Pick<ComponentSpectrum, 'kind' | 'name'>): string {
  return translated('components')?.(kind, name) ?? name;
}

/** The heading of a fit's report. */
export function verdictText(verdict: string): string {
  return translated('findings')?.verdict(verdict) ?? verdict;
}

/** One thing that a fit, a profile or a contour found. */
export function findingText({ text, said }: Finding): string {
  const words = translated('findings');
  return words === null || said === undefined ? text : findingInWords(words.sentences, said, namedParameter);
}

/** The same object as long as the sentences are the same, so that what is drawn with it stands. */
let translatedPlot: { readonly sentences: PlotSentences; readonly words: PlotWords } | null = null;

/** The words in and around the plot, for the functions of `plot/`. */
export function plotWords(): PlotWords {
  const sentences = translated('plot');
  if (sentences === null) return englishPlotWords;
  if (translatedPlot?.sentences !== sentences) {
    const words = { ...sentences, quantity: quantityLabel, table: datasetLabel, component: componentName };
    translatedPlot = { sentences, words };
  }
  return translatedPlot.words;
}

/** How notes about approximations are said, for `approximationNotes`; undefined in English. */
export function approximationWords(): ApproximationWords | undefined {
  const sentences = translated('approximations');
  return sentences === null ? undefined : { ...sentences, option: choiceOption };
}

/** Where a table was published, or that a person brought it. */
export function datasetReference({ reference }: Pick<DatasetDescription, 'reference'>): string {
  return translated('datasets')?.reference(reference) ?? reference;
}

/** A sentence and the language that it is in. */
export interface Said {
  readonly text: string;
  readonly lang: Language;
}

/**
 * What was wrong with an input, in the language of the page, or in English where only that can say it.
 *
 * @param place name of the place in place of its path, in English and in the language of the page
 */
export function inputErrorText(
  error: InputError,
  place: { readonly english: string; readonly own: string } | null,
): Said {
  const { path, message, said } = error;
  const own = said === null ? null : (translated('errors')?.sentence(said) ?? null);
  if (own !== null) return { text: `${place?.own ?? path} ${own}`, lang: spokenLanguage() };
  const lang = error instanceof PageInputError ? spokenLanguage() : 'en';
  if (place === null || path === '' || !message.startsWith(path)) return { text: message, lang };
  return { text: (lang === 'en' ? place.english : place.own) + message.slice(path.length), lang };
}

/** Any error as one sentence; see `inputErrorText` for one about a place that has a name. */
export function errorText(error: unknown): Said {
  if (error instanceof InputError) return inputErrorText(error, null);
  const text = error instanceof Error ? error.message : String(error);
  const own = error instanceof TroubleError ? translated('errors')?.trouble(error) : undefined;
  return { text: own ?? text, lang: spokenLanguage() };
}

/** The fit range as the place of an error. */
export function fitRangeName(): string {
  return translated('errors')?.energyRange ?? 'the fit range';
}
