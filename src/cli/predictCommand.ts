import { compare } from '../analysis/evaluate.ts';
import { datasetOf, datasets, loadDatasets } from '../data/datasets.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from '../export/exportComparison.ts';
import type { ExportedFile } from '../export/exportedFile.ts';
import type { LinkPlace } from '../export/link.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { DATASET_IDS, OWN_DATA_ID, type TableId } from '../model/datasetIds.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Command, DONE } from './command.ts';
import { ENERGIES_OPTION, readEnergies } from './energies.ts';
import { writeFiles } from './files.ts';
import { LINK_BASE_OPTION, linkPlace } from './linkBase.ts';
import { outputEnding, writeResult } from './output.ts';
import { OWN_DATA_HELP, OWN_DATA_OPTIONS, ownDataOption } from './ownDataOption.ts';
import { givenScenario, SCENARIO_HELP, SET_OPTION } from './scenarioArgument.ts';
import { SPECTRUM_ENDINGS, SPECTRUM_FORMATS, spectrumFiles } from './spectrumOutput.ts';

/** Shipped tables whose quantity the program predicts. */
const PREDICTED_TABLES = DATASET_IDS.filter((id) => MEASURED_QUANTITIES[datasets[id].quantity].predicted);

/** The same, and the scenario's own one where it has one. */
function predictedTables({ ownData }: Scenario): readonly TableId[] {
  const isOwn = ownData !== null && MEASURED_QUANTITIES[ownData.quantity].predicted;
  return isOwn ? [...PREDICTED_TABLES, OWN_DATA_ID] : PREDICTED_TABLES;
}

/** The model beside a measured table, in the format of the ending of `out`. */
async function besideTable(
  kernel: Kernel,
  scenario: Scenario,
  id: string,
  out: string | undefined,
  place: LinkPlace,
): Promise<ExportedFile> {
  const tables = predictedTables(scenario);
  const known = tables.find((one) => one === id);
  if (known === undefined)
    throw new InputError('--table', `--table is "${id}", but must be one of ${tables.join(', ')}; change it.`);
  const ending = out === undefined || out === '-' ? 'csv' : outputEnding(out, ['csv', 'ecsv', 'json']);
  await loadDatasets();
  const data = datasetOf(scenario, known);
  const write = { csv: exportComparisonCsv, ecsv: exportComparisonEcsv, json: exportComparisonJson }[ending];
  return write(scenario, compare(kernel, scenario, data), data, { ...place, datasets: [data] });
}

export const predictCommand: Command = {
  name: 'predict',
  usage:
    '[SCENARIO] [--energies LIST | --table ID] [--data FILE [--data-says NAME=VALUE]...] [--set PATH=VALUE]... [--link-base URL] [--out FILE]',
  summary: 'positron spectrum at Earth, total and by component',
  details: [
    ...SCENARIO_HELP,
    'The table goes to standard output as CSV, or to the file of --out.',
    'Its head holds every value of the scenario, chi2 against the data set in the fit range of the scenario, and how far',
    'the approximations in use are from the exact model; the column relative_error is the numerical error of the total.',
    ...SPECTRUM_FORMATS,
    'With --table the model stands beside a measured table, in its quantity: positron flux, positron fraction, or electrons and',
    'positrons together. Electrons are those that AMS-02 measured; points beyond them (0.5 to 1400 GeV) are not compared.',
    ...OWN_DATA_HELP,
  ],
  options: {
    energies: ENERGIES_OPTION,
    table: {
      value: 'ID',
      about: `beside a measured table: ${PREDICTED_TABLES.join(', ')}, or own (that of --data, or of the scenario)`,
    },
    ...OWN_DATA_OPTIONS,
    set: SET_OPTION,
    'link-base': LINK_BASE_OPTION,
    out: {
      value: 'FILE',
      about: `write to a file in the format of its ending (${SPECTRUM_ENDINGS.map((ending) => `.${ending}`).join(', ')})`,
    },
  },
  maxPositionals: 1,
  async run(args, io) {
    const out = args.option('out');
    const ending = out === undefined || out === '-' ? null : outputEnding(out, SPECTRUM_ENDINGS);
    const { scenario, presetId } = await givenScenario(args, io, ownDataOption(args, io));
    const place = linkPlace(args, presetId);
    const kernel = await loadNodeKernel();
    const energies = args.option('energies');
    const table = args.option('table');
    if (table !== undefined) {
      if (energies !== undefined)
        throw new InputError(
          '--energies',
          'a table of --table has its own energies; leave --energies or --table away.',
        );
      await writeResult(await besideTable(kernel, scenario, table, out, place), out, io);
      return DONE;
    }
    const request = {
      scenario,
      energies_GeV: energies === undefined ? null : readEnergies(kernel, energies),
      place,
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
