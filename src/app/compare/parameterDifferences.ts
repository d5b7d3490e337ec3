import type { Scenario } from '../../model/scenario.ts';
import { ownerOf } from '../inspector/reportWords.ts';
import { modifications } from '../state/modifications.ts';
import { stateWords } from '../state/stateWords.ts';
import { compareWords } from './compareWords.ts';

/** One value in which two scenarios differ. */
export interface ParameterDifference {
  readonly path: string;
  readonly label: string;
  readonly a: string;
  readonly b: string;
}

/** Everything that differs between two scenarios; sources that only one of them has come first, each as a whole. */
export function parameterDifferences(a: Scenario, b: Scenario): ParameterDifference[] {
  const words = compareWords();
  const { on, off, ofOwner } = stateWords();
  const state = (of: Scenario, name: string) => {
    const source = of.sources.find((one) => one.name === name);
    return source ? (source.enabled ? on : off) : words.absent;
  };
  const names = [...new Set([...a.sources, ...b.sources].map(({ name }) => name))];
  const alone = names.filter((name) => [a, b].some(({ sources }) => sources.every((one) => one.name !== name)));
  return [
    ...alone.map((name) => ({ path: `sources[${name}]`, label: name, a: state(a, name), b: state(b, name) })),
    ...modifications(a, b).map(({ path, label, before, after }) => {
      const owner = ownerOf(a, path);
      return { path, label: owner === null || label === owner ? label : ofOwner(label, owner), a: after, b: before };
    }),
  ];
}
