import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { type Command, DONE } from './command.ts';
import { ENERGIES_OPTION, readEnergies } from './energies.ts';
import { writeFiles } from './files.ts';
import { outputEnding, writeResult } from './output.ts';
import { presetArgument, SCENARIO_HELP, SET_OPTION, scenarioArgument } from './scenarioArgument.ts';
import { SPECTRUM_ENDINGS, SPECTRUM_FORMATS, spectrumFiles } from './spectrumOutput.ts';

export const predictCommand: Command = {
  name: 'predict',
  usage: '[SCENARIO] [--energies LIST] [--set PATH=VALUE]... [--out FILE]',
  summary: 'positron spectrum at Earth, total and by component',
  details: [
    ...SCENARIO_HELP,
    'The table goes to standard output as CSV, or to the file of --out.',
    'Its head holds every value of the scenario, chi2 against the data set in the fit range of the scenario, and how far',
    'the approximations in use are from the exact model; the column relative_error is the numerical error of the total.',
    ...SPECTRUM_FORMATS,
  ],
  options: {
    energies: ENERGIES_OPTION,
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
