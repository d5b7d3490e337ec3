import type { PosteriorReport } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { fixedText, significantText } from '../../plot/numberText.ts';
import { intervalText, medianText } from '../format/pdg.ts';
import { headOf } from '../inspector/headOf.ts';
import { posteriorWords } from './posteriorWords.ts';

interface PosteriorTableProps {
  readonly scenario: Scenario;
  readonly report: PosteriorReport;
}

/** Medians, 68 % intervals and what tells of convergence. */
export function PosteriorTable({ scenario, report }: PosteriorTableProps) {
  const words = posteriorWords();
  return (
    <table class="fit-table" aria-label={words.summary}>
      <thead>
        <tr>
          <th scope="col">{words.parameter}</th>
          <th scope="col">{words.median}</th>
          <th scope="col">{words.interval}</th>
          <th scope="col" title={words.convergenceHelp}>
            <i>τ</i>, R̂
          </th>
        </tr>
      </thead>
      <tbody>
        {report.parameters.map(({ name, median, lower, upper, autocorrelationTime, splitRHat }) => (
          <tr key={name}>
            <th scope="row">{headOf(scenario, name)}</th>
            <td>
              <b>{medianText(median, median - lower, upper - median)}</b>
            </td>
            <td class="fit-start">{intervalText(median, median - lower, upper - median)}</td>
            <td class="fit-start">
              {autocorrelationTime === null ? '–' : significantText(autocorrelationTime, 2)},{' '}
              {splitRHat === null ? '–' : fixedText(splitRHat, 3)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
