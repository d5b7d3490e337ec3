import type { Approximation, FitProgress, FitReport } from '../analysis/analysisTypes.ts';
import { approximationsInUse } from '../analysis/approximations.ts';
import { compare } from '../analysis/evaluate.ts';
import { fitSlices } from '../analysis/fitScenario.ts';
import { dataset, readDatasetCsv } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { exportComparisonCsv, exportComparisonJson } from '../export/exportComparison.ts';
import type { ExportedFile } from '../export/exportedFile.ts';
import { exportFitReportCsv, exportFitReportJson, exportFitReportText } from '../export/exportFitReport.ts';
import { exportScenarioJson } from '../export/exportScenario.ts';
import { fitReportInWords } from '../export/fitReportText.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { InputError } from '../model/inputError.ts';
import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Arguments, type Command, DONE, NOT_VALID } from './command.ts';
import { placeOf, readText, writeFiles } from './files.ts';
import type { Io } from './io.ts';
import { writeResult } from './output.ts';
import { breathe, ProgressLine } from './progressLine.ts';
import { SCENARIO_HELP, SET_OPTION, scenarioArgument } from './scenarioArgument.ts';
import { splitPaths } from './splitPaths.ts';

/** The scenario with the parameters that --free names. */
function withFree(scenario: Scenario, args: Arguments): Scenario {
  const paths = args.option('free');
  if (paths === undefined) return scenario;
  return parseScenario({ ...scenario, fit: { ...scenario.fit, free: splitPaths(paths) } });
}

async function userData(args: Arguments, io: Io): Promise<Dataset | undefined> {
  const path = args.option('data');
  return path === undefined ? undefined : readDatasetCsv(await readText(path, io), placeOf(path));
}

async function runFit(kernel: Kernel, scenario: Scenario, data: Dataset | undefined, io: Io): Promise<FitReport> {
  const progress = new ProgressLine(io);
  const slices: Generator<FitProgress, FitReport> = fitSlices(
    kernel,
    scenario,
    data === undefined ? {} : { dataset: data },
  );
  try {
    for (;;) {
      const slice = slices.next();
      if (slice.done) return slice.value;
      progress.show(`iteration ${slice.value.iteration}: chi2 = ${slice.value.chi2.toPrecision(6)}`);
      await breathe();
    }
  } finally {
    progress.clear();
  }
}

/** The files of --out DIR, under names that do not depend on the scenario. */
function resultFiles(
  kernel: Kernel,
  report: FitReport,
  data: Dataset,
  approximations: readonly Approximation[],
): readonly (readonly [name: string, file: ExportedFile])[] {
  const comparison = compare(kernel, report.scenario, data);
  const context = { approximations };
  return [
    ['spectrum.csv', exportComparisonCsv(report.scenario, comparison, data, context)],
    ['spectrum.json', exportComparisonJson(report.scenario, comparison, data, context)],
    ['parameters.csv', exportFitReportCsv(report, data, context)],
    ['parameters.json', exportFitReportJson(report, data, context)],
    ['report.txt', exportFitReportText(report, data, context)],
    ['scenario.json', exportScenarioJson(report.scenario)],
  ];
}

const withoutTrailingSlash = (folder: string) => folder.replace(/(?<=.)[/\\]+$/, '');

export const fitCommand: Command = {
  name: 'fit',
  usage: '[SCENARIO] [--data FILE] [--free PATH,...] [--set PATH=VALUE]... [--out DIR]',
  summary: 'best fit to the data, with errors',
  details: [
    ...SCENARIO_HELP,
    'The report in words goes to standard error, the table of the fitted parameters to standard output as CSV.',
    'With --out nothing goes to standard output; the folder then holds report.txt, parameters.csv and .json,',
    'spectrum.csv and .json (the fitted spectrum beside the data, with residuals) and scenario.json (the best fit).',
    'A fit that did not converge is written all the same and marked NOT VALID; the exit status is then 1.',
  ],
  options: {
    data: {
      value: 'FILE',
      about:
        "fit to a CSV table with the columns E_lo, E_hi, E_mean, flux, stat, syst instead of the scenario's data set",
    },
    free: {
      value: 'PATH,...',
      about: 'parameters to free, sources[Geminga].efficiency,background.normalisation for instance',
    },
    set: SET_OPTION,
    out: { value: 'DIR', about: 'write all results to a folder, which is made if it is not there' },
  },
  maxPositionals: 1,
  async run(args, io) {
    const out = args.option('out');
    if (out === '-')
      throw new InputError(
        '--out',
        '--out is "-", but a fit writes several files; name a folder, or leave --out away for standard output.',
      );
    const scenario = withFree(await scenarioArgument(args, io), args);
    const given = await userData(args, io);
    const kernel = await loadNodeKernel();
    const report = await runFit(kernel, scenario, given, io);
    if (!Number.isFinite(report.goodness.chi2)) {
      throw new InputError(
        'SCENARIO',
        `the fit has no place to start from: ${report.verdict}; change the starting values (--set PATH=VALUE).`,
      );
    }
    const data = given ?? dataset(report.scenario.fit.dataset);
    const approximations = approximationsInUse(kernel, report.scenario);
    io.stderr(fitReportInWords(report, data, approximations));
    if (out === undefined) {
      await writeResult(exportFitReportCsv(report, data, { approximations }), undefined, io);
    } else {
      const files = resultFiles(kernel, report, data, approximations);
      await writeFiles(
        files.map(([name, { bytes }]) => ({ path: `${withoutTrailingSlash(out)}/${name}`, bytes })),
        io,
      );
      io.stderr(`Wrote ${files.map(([name]) => name).join(', ')} to ${out}\n`);
    }
    return report.valid ? DONE : NOT_VALID;
  },
};
