import type { PosteriorReport } from '../../analysis/inferenceTypes.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { fixedText, significantText } from '../../plot/numberText.ts';
import { intervalText, medianText } from '../format/pdg.ts';
import { withUnit } from '../format/units.ts';
import { parameterName } from '../inspector/reportWords.ts';

interface PosteriorTableProps {
  readonly scenario: Scenario;
  readonly report: PosteriorReport;
}

function nameOf(scenario: Scenario, path: string): string {
  const parameter = parameterAt(scenario, path);
  const name = parameterName(scenario, path);
  return parameter && parameter.kind !== 'choice' && parameter.unit !== 'none'
    ? withUnit(`${name},`, parameter.unit)
    : name;
}

/** Medians, 68 % intervals and what tells of convergence. */
export function PosteriorTable({ scenario, report }: PosteriorTableProps) {
  return (
    <table class="fit-table" aria-label="Medians and 68 % intervals">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Median</th>
          <th scope="col">68 % interval</th>
          <th scope="col" title="autocorrelation time, steps; split R-hat">
            <i>τ</i>, R̂
          </th>
        </tr>
      </thead>
      <tbody>
        {report.parameters.map(({ name, median, lower, upper, autocorrelationTime, splitRHat }) => (
          <tr key={name}>
            <th scope="row">{nameOf(scenario, name)}</th>
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
