/** The one sentence that the page has to say. */
import type { Language } from '../../lessons/texts/language.ts';
import { InputError } from '../../model/inputError.ts';
import { radiationComponentBlock } from '../../model/parameters.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { errorText, fitRangeName, inputErrorText, parameterLabel } from '../words/modelWords.ts';
import { spokenLanguage } from '../words/words.ts';

export interface Message {
  /** Path of the row below which it stands; null for a sentence that belongs to no row and stands above the plot. */
  readonly row: string | null;
  readonly text: string;
  /** Where it is another than that of the page. */
  readonly lang?: Language;
}

function sentence(text: string): string {
  return text === '' ? text : text[0]?.toUpperCase() + text.slice(1);
}

/** `sources[0].x`, as the reader of files says it, as `sources[Geminga].x`, as the page says it. */
function pagePath({ sources, population }: Scenario, path: string): string {
  return path.replace(/^(sources|population\.overrides)\[(\d+)\]/, (whole, list: string, index) => {
    const member = (list === 'sources' ? sources : population?.overrides)?.[Number(index)];
    return member ? `${list}[${member.name}]` : whole;
  });
}

/** What a person calls the place at a path, in English and in the language of the page; null where it has no name but its path. */
function placeAt(scenario: Scenario, path: string): { readonly english: string; readonly own: string } | null {
  if (path.startsWith('fit.energyRange_GeV')) return { english: 'the fit range', own: fitRangeName() };
  const [, index, key] = /^losses\.radiationComponents\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const component = scenario.losses.radiationComponents?.[Number(index)];
  if (component && key && key in radiationComponentBlock) {
    const parameter = radiationComponentBlock[key as keyof typeof radiationComponentBlock];
    return { english: `${component.name}, ${parameter.label}`, own: `${component.name}, ${parameterLabel(parameter)}` };
  }
  const parameter = path === '' ? undefined : parameterAt(scenario, pagePath(scenario, path));
  return parameter ? { english: parameter.label, own: parameterLabel(parameter) } : null;
}

/**
 * An error about a scenario as a message for the page, with the label of the parameter in place of its path.
 *
 * @param row path of the row where the person was at work, if any
 */
export function messageFor(error: unknown, scenario: Scenario, row: string | null = null): Message {
  const { text, lang } =
    error instanceof InputError ? inputErrorText(error, placeAt(scenario, error.path)) : errorText(error);
  return { row, text: sentence(text), ...(lang === spokenLanguage() ? {} : { lang }) };
}
