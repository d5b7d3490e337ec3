/** What the page has computed that can be written to files. */
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { fittedDatasets } from '../../analysis/fittedDatasets.ts';
import { datasetOf } from '../../data/datasets.ts';
import { chainOfDraws } from '../../export/chainOfDraws.ts';
import { bandsAround } from '../../export/chosenFiles.ts';
import type { ExportContext, PosteriorChain, SpectrumBand } from '../../export/exportTypes.ts';
import type { PosteriorContent, ResultContent } from '../../export/resultFiles.ts';
import { sessionOf } from '../posterior/sessionOf.ts';
import type { AppState } from '../state/context.ts';
import { pageContext } from './pageContext.ts';

/** The results that there are, and what stands around them. */
export interface PageResults {
  readonly content: ResultContent;
  readonly context: Omit<ExportContext, 'datasets'>;
  /** The fit is of a scenario that has changed since. */
  readonly fitIsStale: boolean;
  readonly posteriorIsOfAnother: boolean;
}

function bandsOf({ band }: AppState, { curve }: Evaluation): SpectrumBand[] {
  const known = band.band.value;
  return known && band.shown.value?.isOfAnother === false ? bandsAround(curve, known.bands) : [];
}

function posteriorOf(app: AppState): PosteriorContent | undefined {
  const session = sessionOf(app);
  const { draws, report, scenario, state } = session;
  const isResting = state.value.kind === 'paused' || state.value.kind === 'ended';
  const saved = session.saved();
  if (!isResting || !draws.value || !report.value || !scenario.value || !saved) return undefined;
  const { seed } = saved.run;
  const [sampled, values, said] = [scenario.value, draws.value, report.value];
  let chain: PosteriorChain | null = null;
  return {
    scenario: sampled,
    get chain() {
      chain ??= chainOfDraws(sampled, values, said, seed);
      return chain;
    },
    said: { report: said, seed },
    bands: app.band.band.value?.bands,
  };
}

/** Null before the first curve, and while a hand moves. Call it while drawing: it reads signals. */
export function pageResults(app: AppState): PageResults | null {
  const { store, view, likelihood } = app;
  const evaluation = store.evaluation.value;
  if (!evaluation || evaluation.draft) return null;
  const { scenario, curve, comparisons, goodness, approximations, shares } = evaluation;
  const tables = fittedDatasets(scenario);
  const lastFit = store.lastFit.value;
  const fitted = lastFit?.report.scenario;
  const posterior = posteriorOf(app);
  return {
    content: {
      scenario,
      curve,
      bands: bandsOf(app, evaluation),
      comparisons: comparisons.flatMap((comparison, index) => {
        const dataset = tables[index];
        return dataset ? [{ dataset, comparison }] : [];
      }),
      ...(lastFit && fitted && { fit: { report: lastFit.report, dataset: datasetOf(fitted, fitted.fit.dataset) } }),
      profiles: likelihood.profiles.value ?? undefined,
      contour: likelihood.contour.value ?? undefined,
      posterior,
      quantity: view.quantity.value,
    },
    context: { ...pageContext(store.origin.value), goodness, approximations, shares },
    fitIsStale: store.reportIsStale.value,
    posteriorIsOfAnother: sessionOf(app).isOfAnother.value,
  };
}
