import type { FitReport } from '../../analysis/analysisTypes.ts';
import { fitBlock } from '../../model/parameters.ts';
import { signedText, significantText } from '../../plot/numberText.ts';
import { formatChi2 } from '../format/number.ts';
import { choiceOption, datasetLabel } from '../words/modelWords.ts';
import { likelihoodWords } from './likelihoodWords.ts';

function Tables({ report }: { readonly report: FitReport }) {
  if (report.tables.length < 2) return null;
  const words = likelihoodWords();
  return (
    <table class="fit-table" aria-label={words.byTable}>
      <thead>
        <tr>
          <th scope="col">{words.table}</th>
          <th scope="col">{words.points}</th>
          <th scope="col">χ²</th>
        </tr>
      </thead>
      <tbody>
        {report.tables.map(({ dataset, label, points, chi2 }) => (
          <tr key={dataset}>
            <th scope="row">{datasetLabel({ id: dataset, label })}</th>
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
  const words = likelihoodWords();
  const option = (errors: string) => choiceOption(fitBlock.errors, errors);
  return (
    <table class="fit-table" aria-label={words.byErrors}>
      <thead>
        <tr>
          <th scope="col">{words.errors}</th>
          <th scope="col">χ²</th>
        </tr>
      </thead>
      <tbody>
        {report.chi2ByErrorModel.map(({ errors, chi2 }) => (
          <tr key={errors}>
            <th scope="row">{errors === inForce ? <b>{words.inForce(option(errors))}</b> : option(errors)}</th>
            <td>{chi2 === null ? <small>{words.errorsLacking}</small> : formatChi2(chi2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EnergyScales({ report }: { readonly report: FitReport }) {
  if (report.energyScales.length === 0) return null;
  const words = likelihoodWords();
  return (
    <table class="fit-table" aria-label={words.energyScales}>
      <thead>
        <tr>
          <th scope="col">{words.energyScale}</th>
          <th scope="col">{words.shift}</th>
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
