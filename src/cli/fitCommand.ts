import type { FitProgress, FitReport } from '../analysis/analysisTypes.ts';
import { approximationsInUse } from '../analysis/approximations.ts';
import { type FitOptions, fitSlices } from '../analysis/fitScenario.ts';
import type { Starts } from '../analysis/fitSearch.ts';
import { datasetOf } from '../data/datasets.ts';
import { exportFitReportCsv } from '../export/exportFitReport.ts';
import { fitReportInWords } from '../export/fitReportText.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Arguments, type Command, DONE, NOT_VALID } from './command.ts';
import { writeFiles } from './files.ts';
import { fitFiles } from './fitFiles.ts';
import { withFree } from './freeOption.ts';
import type { Io } from './io.ts';
import { LINK_BASE_OPTION, linkPlace } from './linkBase.ts';
import { LARGEST_SEED, wholeNumber } from './numberOption.ts';
import { writeResult } from './output.ts';
import { OWN_DATA_HELP, OWN_DATA_OPTIONS, ownDataOption } from './ownDataOption.ts';
import { isDeeper, NO_PROFILES, profilesInWords, profilesWanted, runProfiles } from './profileOptions.ts';
import { breathe, ProgressLine } from './progressLine.ts';
import { givenScenario, SCENARIO_HELP, SET_OPTION } from './scenarioArgument.ts';
import { withoutTrailingSlash } from './writeComplete.ts';

/** Starts of the search that --starts and --seed ask for. */
function startsOf(args: Arguments): Starts | undefined {
  const count = wholeNumber(args, 'starts', 1, 10_000);
  const seed = wholeNumber(args, 'seed', 0, LARGEST_SEED);
  if (count === undefined && seed !== undefined)
    throw new InputError('--seed', '--seed draws starting values, of which there are none; give --starts N as well.');
  return count === undefined ? undefined : { count, seed: seed ?? 1 };
}

async function runFit(kernel: Kernel, scenario: Scenario, options: FitOptions, io: Io): Promise<FitReport> {
  const progress = new ProgressLine(io);
  const slices: Generator<FitProgress, FitReport> = fitSlices(kernel, scenario, options);
  try {
    for (;;) {
      const slice = slices.next();
      if (slice.done) return slice.value;
      const { iteration, chi2, start, starts } = slice.value;
      const from = start === undefined ? '' : `start ${start} of ${starts}, `;
      progress.show(`${from}iteration ${iteration}: chi2 = ${chi2.toPrecision(6)}`);
      await breathe();
    }
  } finally {
    progress.clear();
  }
}

export const fitCommand: Command = {
  name: 'fit',
  usage:
    '[SCENARIO] [--data FILE [--data-says NAME=VALUE]...] [--free PATH,...] [--set PATH=VALUE]... [--starts N [--seed N]] [--profile[=PATH,...]] [--contour PATH,PATH] [--link-base URL] [--out DIR]',
  summary: 'best fit to the data, with errors',
  details: [
    ...SCENARIO_HELP,
    'The report in words goes to standard error, the table of the fitted parameters to standard output as CSV.',
    'With --out nothing goes to standard output; the folder then holds report.txt, parameters.csv, .ecsv and .json,',
    'spectrum.csv, .ecsv and .json (the fitted spectrum beside the data, with residuals), curve.ecsv (the fitted spectrum on',
    'a fine grid), figure.svg, plot.py (draws the figure with matplotlib), references.bib and scenario.json (the best fit).',
    '--profile adds asymmetric errors from the profile likelihood and profiles.csv and .json, --contour the regions of 39, 68',
    'and 95 % of two parameters as contour.csv and .json.',
    'A fit that did not converge or cannot succeed is written all the same and marked NOT VALID; the exit status is then 1,',
    'as it is when a profile meets a deeper minimum.',
    ...OWN_DATA_HELP,
  ],
  options: {
    ...OWN_DATA_OPTIONS,
    free: {
      value: 'PATH,...',
      about: 'parameters to free, sources[Geminga].efficiency,background.normalisation for instance',
    },
    set: SET_OPTION,
    'link-base': LINK_BASE_OPTION,
    starts: {
      value: 'N',
      about:
        'search from N starts, the first one the scenario itself, the others spread over the ranges of the sliders',
    },
    seed: { value: 'N', about: 'draws the starts; the same seed gives the same starts, 1 unless stated' },
    profile: {
      optionalValue: 'PATH,...',
      about: 'profile likelihood of all free parameters, or of those named after an equals sign',
    },
    contour: { value: 'PATH,PATH', about: 'regions by probability of two free parameters' },
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
    const given = await givenScenario(args, io, ownDataOption(args, io));
    const scenario = withFree(given.scenario, args);
    const place = linkPlace(args, given.presetId);
    const starts = startsOf(args);
    const wanted = profilesWanted(args, scenario);
    const kernel = await loadNodeKernel();
    const report = await runFit(kernel, scenario, starts ? { starts } : {}, io);
    if (!Number.isFinite(report.goodness.chi2)) {
      throw new InputError(
        'SCENARIO',
        `the fit has no place to start from: ${report.verdict}; change the starting values (--set PATH=VALUE).`,
      );
    }
    const data = datasetOf(report.scenario, report.scenario.fit.dataset);
    const approximations = approximationsInUse(kernel, report.scenario);
    io.stderr(fitReportInWords(report, data, approximations));
    const profiled = report.valid ? await runProfiles(kernel, report.scenario, wanted, io) : NO_PROFILES;
    io.stderr(profilesInWords(report.scenario, profiled));
    if (out === undefined) {
      await writeResult(exportFitReportCsv(report, data, { ...place, approximations }), undefined, io);
    } else {
      const found = {
        ...(profiled.profiles && { profiles: profiled.profiles }),
        ...(profiled.contour && { contour: profiled.contour }),
      };
      const files = fitFiles(kernel, report, data, found, { ...place, approximations });
      await writeFiles(
        files.map(([name, { bytes }]) => ({ path: `${withoutTrailingSlash(out)}/${name}`, bytes })),
        io,
      );
      io.stderr(`Wrote ${files.map(([name]) => name).join(', ')} to ${out}\n`);
    }
    return report.valid && !isDeeper(profiled) ? DONE : NOT_VALID;
  },
};
