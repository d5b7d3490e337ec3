import { energyText, significantText } from '../../plot/numberText.ts';
import { seriesTitle } from '../spectrum/seriesTitle.ts';
import { compareWords } from './compareWords.ts';
import type { ComparedSide } from './sides.ts';

function percent(share: number | undefined): string {
  if (share === undefined) return '–';
  const value = 100 * share;
  return value > 0 && value < 0.1 ? '< 0.1 %' : `${value < 10 ? significantText(value, 1) : Math.round(value)} %`;
}

/** Each component's part of the measured flux, for both. */
export function SharesTable({ a, b }: { readonly a: ComparedSide; readonly b: ComparedSide }) {
  const words = compareWords();
  if (!a.evaluation || !b.evaluation) return null;
  const sides = [a.evaluation, b.evaluation];
  const energies = a.evaluation.shares.map(({ energy_GeV }) => energy_GeV);
  const components = new Map(
    sides.flatMap(({ curve }) =>
      curve.components.map(({ name, kind }) => [name, seriesTitle({ name, kind })] as const),
    ),
  );
  return (
    <section>
      <h3>{words.shares}</h3>
      <table class="compare-table compare-shares" aria-label={words.shares}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.component}
            </th>
            {energies.map((energy) => (
              <th key={energy} scope="colgroup" colSpan={2}>
                {words.at(energyText(energy))}
              </th>
            ))}
          </tr>
          <tr>
            {energies.flatMap((energy) =>
              [words.sideA, words.sideB].map((sign) => (
                <th key={`${energy} ${sign}`} scope="col">
                  {sign}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {[...components].map(([name, title]) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              {energies.flatMap((energy) =>
                sides.map(({ shares }, index) => (
                  <td key={`${energy} ${index}`}>
                    {percent(
                      shares
                        .find(({ energy_GeV }) => energy_GeV === energy)
                        ?.measured.shares.find((one) => one.name === name)?.share,
                    )}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
