import { compare } from '../analysis/evaluate.ts';
import { dataset, datasets, loadDatasets } from '../data/datasets.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from '../export/exportComparison.ts';
import type { ExportedFile } from '../export/exportedFile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { DATASET_IDS, type DatasetId } from '../model/datasetIds.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Command, DONE } from './command.ts';
import { ENERGIES_OPTION, readEnergies } from './energies.ts';
import { writeFiles } from './files.ts';
import { outputEnding, writeResult } from './output.ts';
import { presetArgument, SCENARIO_HELP, SET_OPTION, scenarioArgument } from './scenarioArgument.ts';
import { SPECTRUM_ENDINGS, SPECTRUM_FORMATS, spectrumFiles } from './spectrumOutput.ts';

/** Tables whose quantity the program predicts. */
function predictedTables(): DatasetId[] {
  return DATASET_IDS.filter((id) => MEASURED_QUANTITIES[datasets[id].quantity].predicted);
}

/** The model beside a measured table, in the format of the ending of `out`. */
async function besideTable(
  kernel: Kernel,
  scenario: Scenario,
  id: string,
  out: string | undefined,
): Promise<ExportedFile> {
  const known = predictedTables().find((one) => one === id);
  if (known === undefined)
    throw new InputError(
      '--table',
      `--table is "${id}", but must be one of ${predictedTables().join(', ')}; change it.`,
    );
  const ending = out === undefined || out === '-' ? 'csv' : outputEnding(out, ['csv', 'ecsv', 'json']);
  await loadDatasets();
  const data = dataset(known);
  const write = { csv: exportComparisonCsv, ecsv: exportComparisonEcsv, json: exportComparisonJson }[ending];
  return write(scenario, compare(kernel, scenario, data), data, { datasets: [data] });
}

export const predictCommand: Command = {
  name: 'predict',
  usage: '[SCENARIO] [--energies LIST | --table ID] [--set PATH=VALUE]... [--out FILE]',
  summary: 'positron spectrum at Earth, total and by component',
  details: [
    ...SCENARIO_HELP,
    'The table goes to standard output as CSV, or to the file of --out.',
    'Its head holds every value of the scenario, chi2 against the data set in the fit range of the scenario, and how far',
    'the approximations in use are from the exact model; the column relative_error is the numerical error of the total.',
    ...SPECTRUM_FORMATS,
    'With --table the model stands beside a measured table, in its quantity: positron flux, positron fraction, or electrons and',
    'positrons together. Electrons are those that AMS-02 measured; points beyond them (0.5 to 1400 GeV) are not compared.',
  ],
  options: {
    energies: ENERGIES_OPTION,
    table: { value: 'ID', about: `beside a measured table: ${predictedTables().join(', ')}` },
    set: SET_OPTION,
    out: {
      value: 'FILE',
      about: `write to a file in the format of its ending (${SPECTRUM_ENDINGS.map((ending) => `.${ending}`).join(', ')})`,
    },
  },
  maxPositionals: 1,
  async run(args, io) {
    const out = args.option('out');
    const ending = out === undefined || out === '-' ? null : outputEnding(out, SPECTRUM_ENDINGS);
    const scenario = await scenarioArgument(args, io);
    const kernel = await loadNodeKernel();
    const energies = args.option('energies');
    const table = args.option('table');
    if (table !== undefined) {
      if (energies !== undefined)
        throw new InputError(
          '--energies',
          'a table of --table has its own energies; leave --energies or --table away.',
        );
      await writeResult(await besideTable(kernel, scenario, table, out), out, io);
      return DONE;
    }
    const request = {
      scenario,
      energies_GeV: energies === undefined ? null : readEnergies(kernel, energies),
      presetId: presetArgument(args),
    };
    const files = spectrumFiles(kernel, request, ending ?? 'csv', out ?? '-');
    if (ending === null) await writeResult(files[0].file, out, io);
    else
      await writeFiles(
        files.map(({ path, file }) => ({ path, bytes: file.bytes })),
        io,
      );
    return DONE;
  },
};
