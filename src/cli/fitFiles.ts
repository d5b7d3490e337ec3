/** The files that a fit writes to its folder. */
import type { Approximation, FitReport } from '../analysis/analysisTypes.ts';
import { CURVE_GRID, compare } from '../analysis/evaluate.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { exportBibliography } from '../export/bibliography.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from '../export/exportComparison.ts';
import { type ExportedFile, textFile } from '../export/exportedFile.ts';
import {
  exportFitReportCsv,
  exportFitReportEcsv,
  exportFitReportJson,
  exportFitReportText,
} from '../export/exportFitReport.ts';
import { exportScenarioJson } from '../export/exportScenario.ts';
import { exportSpectrumEcsv } from '../export/exportSpectrum.ts';
import { exportFigureSvg } from '../export/figureSvg.ts';
import { pythonPlot } from '../export/pythonPlot.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { predictSpectrum } from '../predict/spectrum.ts';

/** All results of a fit, under names that do not depend on the scenario. */
export function fitFiles(
  kernel: Kernel,
  report: FitReport,
  data: Dataset,
  approximations: readonly Approximation[],
): readonly (readonly [name: string, file: ExportedFile])[] {
  const { scenario, goodness } = report;
  const comparison = compare(kernel, scenario, data);
  const curve = predictSpectrum(kernel, scenario, logarithmicGrid(kernel, ...CURVE_GRID), { withError: true });
  const beside = { approximations };
  const context = { datasets: [data], goodness, approximations };
  const figure = { scenario, curve, data: [{ dataset: data, comparison }] };
  const drawn = data.quantity === 'positron-flux' ? ['spectrum.ecsv'] : [];
  const program = pythonPlot(figure, { spectrum: 'curve.ecsv', comparisons: drawn }, context);
  return [
    ['spectrum.csv', exportComparisonCsv(scenario, comparison, data, beside)],
    ['spectrum.ecsv', exportComparisonEcsv(scenario, comparison, data, beside)],
    ['spectrum.json', exportComparisonJson(scenario, comparison, data, beside)],
    ['curve.ecsv', exportSpectrumEcsv(scenario, curve, context)],
    ['parameters.csv', exportFitReportCsv(report, data, beside)],
    ['parameters.ecsv', exportFitReportEcsv(report, data, beside)],
    ['parameters.json', exportFitReportJson(report, data, beside)],
    ['report.txt', exportFitReportText(report, data, beside)],
    ['figure.svg', exportFigureSvg(figure, context)],
    ['plot.py', textFile('plot', 'py', program)],
    ['references.bib', exportBibliography(scenario, context)],
    ['scenario.json', exportScenarioJson(scenario)],
  ];
}
