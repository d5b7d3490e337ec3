/** --set PATH=VALUE: changes one value of a scenario's document, before the document is read strictly. */
import { InputError } from '../model/inputError.ts';

const OPTION = '--set';

/** `sources[Geminga].efficiency` becomes `sources`, `[Geminga]`, `efficiency`. */
function steps(path: string): string[] {
  const found = path.match(/\[[^[\]]+\]|[^.[\]]+/g) ?? [];
  const joined = found.reduce(
    (text, step) => (step.startsWith('[') || text === '' ? text + step : `${text}.${step}`),
    '',
  );
  if (found.length === 0 || joined !== path) {
    throw new InputError(
      OPTION,
      `${OPTION} has the path "${path}"; write it like sources[Geminga].efficiency or propagation.D0_cm2_s.`,
    );
  }
  return found;
}

/** A value is JSON (1.3e28, null, true, [10, 1000]), and a word otherwise. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The key of a step in what it steps into: a list's item goes by its name or its place. */
function keyIn(container: unknown, step: string): string | number | undefined {
  if (Array.isArray(container)) {
    const name = /^\[(.+)\]$/.exec(step)?.[1];
    if (name === undefined) return undefined;
    const byName = container.findIndex((item) => (item as { name?: unknown } | null)?.name === name);
    const place = byName >= 0 ? byName : /^\d+$/.test(name) ? Number(name) : -1;
    return place >= 0 && place < container.length ? place : undefined;
  }
  return typeof container === 'object' && container !== null && Object.hasOwn(container, step) ? step : undefined;
}

/**
 * Changes the value at the path of `PATH=VALUE`; the path must exist.
 *
 * @throws {InputError} when the assignment has no `=` or its path leads nowhere
 */
export function setAt(document: unknown, assignment: string): void {
  // A source's name may hold "=": the sign that counts is the first one outside brackets.
  const [, path, text] = /^((?:[^=[\]]|\[[^\]]*\])*)=([\s\S]*)$/.exec(assignment) ?? [];
  if (path === undefined || text === undefined) {
    throw new InputError(
      OPTION,
      `${OPTION} is "${assignment}", but must be PATH=VALUE; write ${OPTION} sun.potential_MV=600 for instance.`,
    );
  }
  let container: unknown = document;
  const way = steps(path);
  for (const [index, step] of way.entries()) {
    const key = keyIn(container, step);
    if (key === undefined) {
      throw new InputError(
        OPTION,
        `${OPTION} names "${path}", but the scenario has no "${step}" there; correct the path (see "geminga help parameters").`,
      );
    }
    const holder = container as Record<string | number, unknown>;
    if (index === way.length - 1) holder[key] = readValue(text);
    else container = holder[key];
  }
}
