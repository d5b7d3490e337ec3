/** The one sentence that the page has to say. */
import { InputError } from '../../model/inputError.ts';
import { radiationComponentBlock } from '../../model/parameters.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';

export interface Message {
  /** Path of the row below which it stands; null for a sentence that belongs to no row and stands above the plot. */
  readonly row: string | null;
  readonly text: string;
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

/** What a person calls the place at a path; undefined where it has no name but its path. */
function labelAt(scenario: Scenario, path: string): string | undefined {
  if (path.startsWith('fit.energyRange_GeV')) return 'the fit range';
  const [, index, key] = /^losses\.radiationComponents\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const component = scenario.losses.radiationComponents?.[Number(index)];
  if (component && key && key in radiationComponentBlock) {
    return `${component.name}, ${radiationComponentBlock[key as keyof typeof radiationComponentBlock].label}`;
  }
  return parameterAt(scenario, pagePath(scenario, path))?.label;
}

/**
 * An error about a scenario as a message for the page, with the label of the parameter in place of its path.
 *
 * @param row path of the row where the person was at work, if any
 */
export function messageFor(error: unknown, scenario: Scenario, row: string | null = null): Message {
  const text = error instanceof Error ? error.message : String(error);
  const path = error instanceof InputError ? error.path : '';
  const label = path === '' ? undefined : labelAt(scenario, path);
  return { row, text: sentence(label !== undefined && text.startsWith(path) ? label + text.slice(path.length) : text) };
}
