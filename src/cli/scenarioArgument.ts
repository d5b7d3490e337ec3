/** The SCENARIO of a command line: a file, `-`, or `preset:NAME`; changed by --set before it is read strictly. */
import { prepareData } from '../data/prepare.ts';
import { scenarioDocument } from '../export/openExport.ts';
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
  'SCENARIO is a scenario file (JSON), - for standard input, or a preset such as preset:geminga (see "geminga presets");',
  'any other file that this program wrote (ECSV, CSV, JSON, SVG) does too, since it holds its scenario.',
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

/** A scenario file, or any other file of this program, which all hold their scenario. */
async function fileDocument(path: string, io: Io): Promise<unknown> {
  return scenarioDocument(await readText(path, io), placeOf(path));
}

/** The preset that the arguments name, changed or not; null for a file. */
export function presetArgument(args: Arguments): string | null {
  const name = args.positionals[0] ?? `${PRESET}${DEFAULT_PRESET_ID}`;
  return name.startsWith(PRESET) ? name.slice(PRESET.length) : null;
}

/**
 * The scenario that the arguments name.
 *
 * @param complete what a command adds to the document before --set acts; `given` says whether the arguments name one
 * @throws {InputError} when it cannot be read or holds what a scenario may not hold
 */
export async function scenarioArgument(
  args: Arguments,
  io: Io,
  complete: (document: unknown, given: boolean) => void = () => {},
): Promise<Scenario> {
  const given = args.positionals[0];
  if (given === undefined) {
    io.stderr(`No scenario given: taking the preset "${DEFAULT_PRESET_ID}" (see "geminga presets").\n`);
  }
  const name = given ?? `${PRESET}${DEFAULT_PRESET_ID}`;
  const document = name.startsWith(PRESET) ? presetDocument(name.slice(PRESET.length)) : await fileDocument(name, io);
  complete(document, given !== undefined);
  for (const assignment of args.all('set')) setAt(document, assignment);
  try {
    const scenario = parseScenario(document);
    await prepareData(scenario);
    return scenario;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.path, `${name.startsWith(PRESET) ? name : placeOf(name)}: ${error.message}`);
  }
}
