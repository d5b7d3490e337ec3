import { approximationsInUse } from '../analysis/approximations.ts';
import { compare } from '../analysis/evaluate.ts';
import { dataset } from '../data/datasets.ts';
import { exportSpectrumCsv, exportSpectrumJson } from '../export/exportSpectrum.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { predictSpectrum } from '../predict/spectrum.ts';
import { type Command, DONE } from './command.ts';
import { ENERGIES_OPTION, readEnergies } from './energies.ts';
import { outputEnding, writeResult } from './output.ts';
import { SCENARIO_HELP, SET_OPTION, scenarioArgument } from './scenarioArgument.ts';

export const predictCommand: Command = {
  name: 'predict',
  usage: '[SCENARIO] [--energies LIST] [--set PATH=VALUE]... [--out FILE]',
  summary: 'positron spectrum at Earth, total and by component',
  details: [
    ...SCENARIO_HELP,
    'The table goes to standard output as CSV, or to the file of --out.',
    'Its head holds every value of the scenario, chi2 against the data set in the fit range of the scenario, and how far',
    'the approximations in use are from the exact model; the column relative_error is the numerical error of the total.',
  ],
  options: {
    energies: ENERGIES_OPTION,
    set: SET_OPTION,
    out: { value: 'FILE', about: 'write to a file, as CSV or JSON by its ending (.csv, .json)' },
  },
  maxPositionals: 1,
  async run(args, io) {
    const out = args.option('out');
    const ending = out === undefined || out === '-' ? 'csv' : outputEnding(out, ['csv', 'json']);
    const scenario = await scenarioArgument(args, io);
    const kernel = await loadNodeKernel();
    const table = dataset(scenario.fit.dataset);
    const energies = args.option('energies');
    const spectrum = predictSpectrum(
      kernel,
      scenario,
      energies === undefined ? table.meanEnergy_GeV : readEnergies(kernel, energies),
      { withError: true },
    );
    const context = {
      datasets: [table],
      goodness: compare(kernel, scenario).goodness,
      approximations: approximationsInUse(kernel, scenario),
    };
    const write = ending === 'json' ? exportSpectrumJson : exportSpectrumCsv;
    await writeResult(write(scenario, spectrum, context), out, io);
    return DONE;
  },
};
