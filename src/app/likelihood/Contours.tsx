import { useState } from 'preact/hooks';
import type { FitReport } from '../../analysis/analysisTypes.ts';
import type { ContourReport } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Progress } from '../controls/Progress.tsx';
import { DataTable } from '../inspector/DataTable.tsx';
import { Findings } from '../inspector/Findings.tsx';
import { parameterName } from '../inspector/reportWords.ts';
import { useApp } from '../state/context.ts';
import { ContourPlot } from './ContourPlot.tsx';
import { contourNumbers } from './contourNumbers.ts';
import { likelihoodWords } from './likelihoodWords.ts';
import { type MakeFile, SaveButtons } from './SaveButtons.tsx';

interface ChoiceProps {
  readonly report: FitReport;
  readonly label: string;
  readonly value: string;
  readonly not: string;
  readonly onChoose: (path: string) => void;
}

function Choice({ report, label, value, not, onChoose }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {report.scenario.fit.free
        .filter((path) => path !== not)
        .map((path) => (
          <option key={path} value={path}>
            {parameterName(report.scenario, path)}
          </option>
        ))}
    </select>
  );
}

async function contourFiles(scenario: Scenario, contour: ContourReport): Promise<Record<'CSV' | 'JSON', MakeFile>> {
  const { exportContourCsv, exportContourJson } = await import('../../export/exportProfiles.ts');
  return {
    CSV: (context) => exportContourCsv(scenario, contour, context),
    JSON: (context) => exportContourJson(scenario, contour, context),
  };
}

/** Regions of two parameters of the last fit. */
export function Contours({ report }: { readonly report: FitReport }) {
  const { likelihood } = useApp();
  const { free } = report.scenario.fit;
  const [chosen, choose] = useState<readonly [string, string] | null>(null);
  const state = likelihood.contouring.value;
  const contour = likelihood.contour.value;
  if (free.length < 2) return null;
  const paths: readonly [string, string] = chosen?.every((path) => free.includes(path))
    ? chosen
    : [free[0] as string, free[1] as string];
  const deeper = contour?.deeper ?? null;
  const words = likelihoodWords();
  return (
    <section class="likelihood" aria-label={words.contour}>
      <h3>{words.contourHeading}</h3>
      <div class="contour-choice">
        <Choice
          report={report}
          label={words.horizontal}
          value={paths[0]}
          not={paths[1]}
          onChoose={(path) => choose([path, paths[1]])}
        />
        <Choice
          report={report}
          label={words.vertical}
          value={paths[1]}
          not={paths[0]}
          onChoose={(path) => choose([paths[0], path])}
        />
        {state.kind !== 'running' && (
          <button
            type="button"
            class="button button-outline"
            title={words.contourHelp}
            onClick={() => void likelihood.startContour(paths)}
          >
            {words.drawContour}
          </button>
        )}
      </div>
      {state.kind === 'running' && (
        <Progress
          label={words.contour}
          part={null}
          words={state.progress ? words.contourProgress(state.progress.minimisations) : words.starting}
          onCancel={likelihood.cancelContour}
        />
      )}
      {state.kind === 'stopped' && <p role="status">{state.text}</p>}
      {contour !== null && (
        <>
          <ContourPlot scenario={report.scenario} report={contour} />
          <DataTable numbers={() => [contourNumbers(report.scenario, contour)]} />
          <SaveButtons label={words.contourFiles} load={() => contourFiles(report.scenario, contour)} />
          {contour.findings.length > 0 && <Findings report={contour} />}
          {deeper !== null && (
            <button type="button" class="button button-outline" onClick={() => void likelihood.fitFrom(deeper)}>
              {words.goThere}
            </button>
          )}
        </>
      )}
    </section>
  );
}
