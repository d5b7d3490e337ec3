/** The SCENARIO of a command line: a file, `-`, or `preset:NAME`; changed by --set before it is read strictly. */
import { InputError } from '../model/inputError.ts';
import { DEFAULT_PRESET_ID, presetById, presets } from '../model/presets/presets.ts';
import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Arguments, OptionDeclaration } from './command.ts';
import { placeOf, readText } from './files.ts';
import type { Io } from './io.ts';
import { setAt } from './setAt.ts';

const PRESET = 'preset:';

/** What the help of every command with a scenario says. */
export const SCENARIO_HELP = [
  'SCENARIO is a scenario file (JSON), - for standard input, or a preset such as preset:geminga (see "geminga presets").',
  `Without it the preset "${DEFAULT_PRESET_ID}" is taken.`,
];
export const SET_OPTION: OptionDeclaration = {
  value: 'PATH=VALUE',
  about: 'change one value of the scenario, sources[Geminga].efficiency=0.2 for instance',
  repeatable: true,
};

function presetDocument(id: string): unknown {
  const preset = presetById(id);
  if (preset === undefined) {
    const known = presets.map((entry) => entry.id).join(', ');
    throw new InputError('SCENARIO', `preset "${id}" does not exist; the presets are ${known}.`);
  }
  return structuredClone(preset.scenario);
}

async function fileDocument(path: string, io: Io): Promise<unknown> {
  const text = await readText(path, io);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const cause = (error as Error).message.replace(/\s+/g, ' ');
    throw new InputError(path, `${placeOf(path)} is not JSON (${cause}); save the whole scenario again.`);
  }
}

/**
 * The scenario that the arguments name.
 *
 * @throws {InputError} when it cannot be read or holds what a scenario may not hold
 */
export async function scenarioArgument(args: Arguments, io: Io): Promise<Scenario> {
  const given = args.positionals[0];
  if (given === undefined) {
    io.stderr(`No scenario given: taking the preset "${DEFAULT_PRESET_ID}" (see "geminga presets").\n`);
  }
  const name = given ?? `${PRESET}${DEFAULT_PRESET_ID}`;
  const document = name.startsWith(PRESET) ? presetDocument(name.slice(PRESET.length)) : await fileDocument(name, io);
  for (const assignment of args.all('set')) setAt(document, assignment);
  try {
    return parseScenario(document);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.path, `${name.startsWith(PRESET) ? name : placeOf(name)}: ${error.message}`);
  }
}
