import { useRef } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { dataset } from '../../data/datasets.ts';
import { exportComparisonCsv } from '../../export/exportComparison.ts';
import type { ExportedFile } from '../../export/exportedFile.ts';
import { exportFitReportCsv, exportFitReportJson, exportFitReportText } from '../../export/exportFitReport.ts';
import { exportScenarioJson } from '../../export/exportScenario.ts';
import { exportSpectrumCsv, exportSpectrumJson } from '../../export/exportSpectrum.ts';
import { InputError } from '../../model/inputError.ts';
import { parseScenarioText } from '../../model/readScenario.ts';
import { linkTo } from '../state/addressBar.ts';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { ownOrigin } from '../state/origin.ts';
import { saveFile } from './saveFile.ts';

interface ExportItem {
  readonly text: string;
  readonly make: (() => ExportedFile) | null;
}

/** Largest file that can be a scenario; anything larger is something else, bytes. */
const LARGEST_SCENARIO = 2_000_000;

async function scenarioText(file: File): Promise<string> {
  if (file.size > LARGEST_SCENARIO) {
    throw new InputError(
      file.name,
      `${file.name} has ${file.size} bytes, but a scenario has fewer than ${LARGEST_SCENARIO}; choose another file.`,
    );
  }
  return file.text();
}

/** What can be saved from the present state; `make` is null for what does not exist yet. */
function useExportItems(): ExportItem[] {
  const { store } = useApp();
  const origin = store.origin.value;
  const evaluation = store.evaluation.value;
  const lastFit = store.lastFit.value;
  const link = (scenario: Evaluation['scenario']) => linkTo(location.href, scenario, origin);
  const spectrum = (make: typeof exportSpectrumCsv) =>
    evaluation &&
    (() =>
      make(evaluation.scenario, evaluation.curve, {
        datasets: [dataset(evaluation.scenario.fit.dataset)],
        goodness: evaluation.comparison.goodness,
        approximations: evaluation.approximations,
        link: link(evaluation.scenario),
      }));
  const fitReport = (make: typeof exportFitReportCsv) => {
    if (!lastFit) return null;
    const { report, approximations } = lastFit;
    return () => make(report, dataset(report.scenario.fit.dataset), { link: link(report.scenario), approximations });
  };
  return [
    { text: 'Spectrum, CSV', make: spectrum(exportSpectrumCsv) },
    { text: 'Spectrum, JSON', make: spectrum(exportSpectrumJson) },
    {
      text: 'Data and residuals, CSV',
      make:
        evaluation &&
        (() =>
          exportComparisonCsv(evaluation.scenario, evaluation.comparison, dataset(evaluation.scenario.fit.dataset), {
            link: link(evaluation.scenario),
            approximations: evaluation.approximations,
          })),
    },
    { text: 'Fit report, text', make: fitReport(exportFitReportText) },
    { text: 'Fit report, CSV', make: fitReport(exportFitReportCsv) },
    { text: 'Fit report, JSON', make: fitReport(exportFitReportJson) },
    { text: 'Scenario, JSON', make: () => exportScenarioJson(store.scenario.peek()) },
  ];
}

/** Saves results and scenario as files, and opens a scenario file. */
export function ExportItems({ onDone }: { readonly onDone: () => void }) {
  const { store } = useApp();
  const items = useExportItems();
  const chooser = useRef<HTMLInputElement>(null);

  const save = (make: () => ExportedFile) => {
    try {
      saveFile(make());
    } catch (error) {
      store.say(messageFor(error, store.scenario.peek()));
    }
    onDone();
  };

  const open = async (file: File) => {
    try {
      const scenario = parseScenarioText(await scenarioText(file), file.name);
      store.open(scenario, ownOrigin(scenario), 'open file');
    } catch (error) {
      // The sentence is about the file: labels of the present scenario would mislead.
      const { message } = error as Error;
      store.say({ row: null, text: message.startsWith(file.name) ? message : `${file.name}: ${message}` });
    }
    onDone();
  };

  return (
    <div class="menu">
      {items.map(({ text, make }) => (
        <button
          key={text}
          type="button"
          class="menu-item"
          disabled={make === null}
          title={make === null && text.startsWith('Fit') ? 'after a fit' : undefined}
          onClick={() => make && save(make)}
        >
          {text}
        </button>
      ))}
      <hr />
      <button type="button" class="menu-item" onClick={() => chooser.current?.click()}>
        Open a scenario …
      </button>
      <input
        ref={chooser}
        type="file"
        class="visually-hidden"
        accept=".json,application/json"
        aria-label="Scenario file"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void open(file);
        }}
      />
    </div>
  );
}
