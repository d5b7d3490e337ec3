import { useMemo } from 'preact/hooks';
import { useApp } from '../state/context.ts';
import { canTakeValue, withValueOf } from '../state/copying.ts';
import { compareWords } from './compareWords.ts';
import { parameterDifferences } from './parameterDifferences.ts';
import type { ComparedSide } from './sides.ts';

/** The values that differ, each with a button that takes it into the present scenario. */
export function ParameterTable({ a, b }: { readonly a: ComparedSide; readonly b: ComparedSide }) {
  const { store, classroom } = useApp();
  const words = compareWords();
  const rows = parameterDifferences(a.scenario, b.scenario);
  // Whatever is not at work can give: B, unless B is what is at work.
  const [giver, sign] = b.side === 'present' ? [a, words.sideA] : [b, words.sideB];
  const present = a.side === 'present' ? a.scenario : b.side === 'present' ? b.scenario : store.scenario.value;
  const takeable = useMemo(
    () => new Set(rows.map(({ path }) => path).filter((path) => canTakeValue(present, giver.scenario, path))),
    [a.scenario, b.scenario, present, giver.scenario],
  );
  if (rows.length === 0) {
    return (
      <section>
        <h3>{words.parameters}</h3>
        <p class="compare-quiet">{words.same}</p>
      </section>
    );
  }
  const isLocked = (path: string) => classroom.locks(path) || classroom.locksChoices(path.replace(/\.\w+$/, ''));
  return (
    <section>
      <h3>{words.parameters}</h3>
      <table class="compare-table compare-parameters" aria-label={words.parameters}>
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.sideA}</th>
            <th scope="col">{words.sideB}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, label, a: first, b: second }) => (
            <tr key={path}>
              <th scope="row">{label}</th>
              <td>{first}</td>
              <td>{second}</td>
              <td>
                {takeable.has(path) && !isLocked(path) && (
                  <button
                    type="button"
                    class="text-button"
                    aria-label={words.takeFrom(label, sign)}
                    title={words.takeFrom(label, sign)}
                    onClick={() =>
                      store.change((scenario) => withValueOf(scenario, giver.scenario, path), {
                        change: label,
                        row: path,
                      })
                    }
                  >
                    {words.take}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="compare-quiet">{words.takeHelp(sign)}</p>
    </section>
  );
}
