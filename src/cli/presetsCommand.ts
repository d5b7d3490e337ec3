import { exportScenarioJson } from '../export/exportScenario.ts';
import { InputError } from '../model/inputError.ts';
import { DEFAULT_PRESET_ID, presetById, presets } from '../model/presets/presets.ts';
import { type Command, DONE } from './command.ts';
import { outputEnding, writeResult } from './output.ts';

function listText(): string {
  return presets
    .map(({ id, scenario, about, citations, reproduces }) => {
      const papers = citations.map(({ text, doi }) => (doi ? `${text}, doi:${doi}` : text));
      return [
        `preset:${id}${id === DEFAULT_PRESET_ID ? ' (default)' : ''}: ${scenario.name}`,
        `  ${about}`,
        ...(reproduces ? [`  reproduces: ${reproduces}`] : []),
        ...papers.map((paper) => `  ${paper}`),
      ].join('\n');
    })
    .join('\n\n');
}

export const presetsCommand: Command = {
  name: 'presets',
  usage: '[NAME] [--out FILE]',
  summary: 'published models: the list, or one of them as a scenario file',
  details: [
    'Without NAME the presets are listed with their papers; with NAME its scenario is written as JSON,',
    'ready to be edited: geminga presets geminga --out mine.json',
  ],
  options: { out: { value: 'FILE', about: 'write the scenario to a file (.json)' } },
  maxPositionals: 1,
  async run(args, io) {
    const [name] = args.positionals;
    const out = args.option('out');
    if (name === undefined) {
      if (out !== undefined)
        throw new InputError('--out', '--out needs the name of a preset; write geminga presets NAME --out FILE.json.');
      io.stdout(`${listText()}\n`);
      return DONE;
    }
    if (out !== undefined && out !== '-') outputEnding(out, ['json']);
    const id = name.replace(/^preset:/, '');
    const preset = presetById(id);
    if (preset === undefined) {
      throw new InputError(
        'NAME',
        `preset "${id}" does not exist; the presets are ${presets.map((entry) => entry.id).join(', ')}.`,
      );
    }
    await writeResult(exportScenarioJson(preset.scenario), out, io);
    return DONE;
  },
};
