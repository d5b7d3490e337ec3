import type { FitReport } from '../../analysis/analysisTypes.ts';
import { fitBlock } from '../../model/parameters.ts';
import { signedText, significantText } from '../../plot/numberText.ts';
import { formatChi2 } from '../format/number.ts';

function Tables({ report }: { readonly report: FitReport }) {
  if (report.tables.length < 2) return null;
  return (
    <table class="fit-table" aria-label="χ² by data set">
      <thead>
        <tr>
          <th scope="col">Data set</th>
          <th scope="col">Points</th>
          <th scope="col">χ²</th>
        </tr>
      </thead>
      <tbody>
        {report.tables.map(({ dataset, label, points, chi2 }) => (
          <tr key={dataset}>
            <th scope="row">{label}</th>
            <td>{points}</td>
            <td>{formatChi2(chi2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ErrorModels({ report }: { readonly report: FitReport }) {
  const { errors: inForce } = report.scenario.fit;
  return (
    <table class="fit-table" aria-label="χ² by the way of counting errors">
      <thead>
        <tr>
          <th scope="col">Errors, at the best values</th>
          <th scope="col">χ²</th>
        </tr>
      </thead>
      <tbody>
        {report.chi2ByErrorModel.map(({ errors, chi2 }) => (
          <tr key={errors}>
            <th scope="row">
              {errors === inForce ? <b>{fitBlock.errors.options[errors]}, fitted</b> : fitBlock.errors.options[errors]}
            </th>
            <td>{chi2 === null ? <small>the table lacks them</small> : formatChi2(chi2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EnergyScales({ report }: { readonly report: FitReport }) {
  if (report.energyScales.length === 0) return null;
  return (
    <table class="fit-table" aria-label="Energy scales">
      <thead>
        <tr>
          <th scope="col">Energy scale</th>
          <th scope="col">Shift</th>
        </tr>
      </thead>
      <tbody>
        {report.energyScales.map(({ experiment, shift, error }) => (
          <tr key={experiment}>
            <th scope="row">{experiment}</th>
            <td>
              {signedText(100 * shift, 2)}
              {error !== null && ` ± ${significantText(100 * error, 2)}`} %
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** χ² table by table and in every way of counting errors, and the energy scales that were fitted. */
export function FitBreakdown({ report }: { readonly report: FitReport }) {
  return (
    <div class="breakdown">
      <Tables report={report} />
      <ErrorModels report={report} />
      <EnergyScales report={report} />
    </div>
  );
}
