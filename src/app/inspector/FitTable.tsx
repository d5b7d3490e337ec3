import type { FitReport, FittedParameter } from '../../analysis/analysisTypes.ts';
import type { ParameterProfile } from '../../analysis/inferenceTypes.ts';
import { parameterAt } from '../../model/paths.ts';
import { AsymmetricValue } from '../controls/AsymmetricValue.tsx';
import { SymbolText } from '../controls/SymbolText.tsx';
import { formatNumber } from '../format/number.ts';
import { formatMeasurement, intervalText } from '../format/pdg.ts';
import { withUnit } from '../format/units.ts';
import { useApp } from '../state/context.ts';
import { parameterLabel } from '../words/modelWords.ts';
import { fitWords } from './fitWords.ts';
import { ownerOf } from './reportWords.ts';

interface BestCellProps {
  readonly parameter: FittedParameter;
  readonly profile: ParameterProfile | undefined;
}

function BestCell({ parameter, profile }: BestCellProps) {
  const { value, error, atBound, lower, upper } = parameter;
  const words = fitWords();
  if (profile && (profile.errorBelow !== null || profile.errorAbove !== null)) {
    return (
      <td>
        <AsymmetricValue value={profile.value} below={profile.errorBelow} above={profile.errorAbove} />
      </td>
    );
  }
  if (atBound !== null) {
    return (
      <td class="fit-held">
        {formatNumber(value)}{' '}
        <span title={words.heldAt(formatNumber(atBound === 'lower' ? lower : upper))}>! {words.bounds[atBound]}</span>
      </td>
    );
  }
  return (
    <td>
      <b>{formatMeasurement(value, error)}</b>
      {error === null && <span class="fit-held"> ! {words.noError}</span>}
    </td>
  );
}

/** From where to where χ² stays within 1 of its minimum. */
function IntervalCell({ profile }: { readonly profile: ParameterProfile | undefined }) {
  if (!profile) return <td class="fit-start" />;
  const { value, errorBelow, errorAbove } = profile;
  return <td class="fit-start">{intervalText(value, errorBelow, errorAbove)}</td>;
}

/** The free parameters with best value and error, rounded by the PDG rule. */
export function FitTable({ report }: { readonly report: FitReport }) {
  const { likelihood } = useApp();
  const words = fitWords();
  const profiles = likelihood.profiles.value?.parameters ?? null;
  return (
    <table class="fit-table">
      <caption class="visually-hidden">{words.bestValues}</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {words.parameter}
          </th>
          <th scope="col" title={words.bestHelp}>
            {words.best}
          </th>
          {profiles === null ? (
            <th scope="col">{words.start}</th>
          ) : (
            <th scope="col" title={words.intervalHelp}>
              {words.interval}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {report.parameters.map((fitted) => {
          const parameter = parameterAt(report.scenario, fitted.path);
          if (!parameter || parameter.kind === 'choice') return null;
          const owner = ownerOf(report.scenario, fitted.path);
          const profile = profiles?.find(({ path }) => path === fitted.path);
          return (
            <tr key={fitted.path}>
              <td>
                <SymbolText symbol={parameter.symbol} />
              </td>
              <th scope="row">
                {withUnit(`${parameterLabel(parameter)}${parameter.unit === 'none' ? '' : ','}`, parameter.unit)}
                {owner !== null && <small> {owner}</small>}
              </th>
              <BestCell parameter={fitted} profile={profile} />
              {profiles === null ? (
                <td class="fit-start">{formatNumber(fitted.start)}</td>
              ) : (
                <IntervalCell profile={profile} />
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
