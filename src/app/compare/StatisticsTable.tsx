import { signedText } from '../../plot/numberText.ts';
import { formatChi2 } from '../format/number.ts';
import { compareWords } from './compareWords.ts';
import { bic, haveSameData } from './differences.ts';
import type { ComparedSide } from './sides.ts';

const signedChi2 = (value: number) => (value > 0 ? `+${formatChi2(value)}` : formatChi2(value));

/** χ², free parameters, AIC and BIC of both; differences only where both are held against the same data. */
export function StatisticsTable({ a, b }: { readonly a: ComparedSide; readonly b: ComparedSide }) {
  const words = compareWords();
  if (!a.evaluation || !b.evaluation) return null;
  const isSame = haveSameData(a.evaluation.scenario, b.evaluation.scenario);
  const [of, other] = [a.evaluation.goodness, b.evaluation.goodness];
  const rows = [
    { label: words.chi2, values: [of.chi2, other.chi2], isCount: false },
    { label: words.points, values: [of.points, other.points], isCount: true },
    { label: words.freeParameters, values: [of.freeParameters, other.freeParameters], isCount: true },
    { label: words.aic, values: [of.aic, other.aic], isCount: false },
    { label: words.bic, values: [bic(of), bic(other)], isCount: false },
  ] as const;
  return (
    <section>
      <h3>{words.statistics}</h3>
      <table class="compare-table" aria-label={words.statistics}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.sideA}</th>
            <th scope="col">{words.sideB}</th>
            {isSame && <th scope="col">{words.aMinusB}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values: [first, second], isCount }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {[first, second].map((value, index) => (
                <td key={index}>{isCount ? value : formatChi2(value)}</td>
              ))}
              {isSame && <td>{isCount ? signedText(first - second, 0) : signedChi2(first - second)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="compare-quiet">{isSame ? words.atBestFit : words.otherData}</p>
    </section>
  );
}
