/** The SCENARIO of a command line: a file, `-`, or `preset:NAME`; changed by --set before it is read strictly. */
import { prepareData } from '../data/prepare.ts';
import { presetInText } from '../export/link.ts';
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

/** A scenario as it was found, and the preset that it follows or changes. */
interface Found {
  readonly document: unknown;
  readonly presetId: string | null;
}

/** A preset, a scenario file, or any other file of this program, which all hold their scenario. */
async function find(name: string, io: Io): Promise<Found> {
  if (name.startsWith(PRESET)) {
    const presetId = name.slice(PRESET.length);
    return { document: presetDocument(presetId), presetId };
  }
  const text = await readText(name, io);
  return { document: scenarioDocument(text, placeOf(name)), presetId: presetInText(text) };
}

/** A scenario, and the preset that it follows or changes; null where none is known. */
export interface GivenScenario {
  readonly scenario: Scenario;
  readonly presetId: string | null;
}

/**
 * The scenario that the arguments name.
 *
 * @param complete what a command adds to the document before --set acts; `given` says whether the arguments name one
 * @throws {InputError} when it cannot be read or holds what a scenario may not hold
 */
export async function givenScenario(
  args: Arguments,
  io: Io,
  complete: (document: unknown, given: boolean) => void | Promise<void> = () => {},
): Promise<GivenScenario> {
  const given = args.positionals[0];
  if (given === undefined) {
    io.stderr(`No scenario given: taking the preset "${DEFAULT_PRESET_ID}" (see "geminga presets").\n`);
  }
  const name = given ?? `${PRESET}${DEFAULT_PRESET_ID}`;
  const { document, presetId } = await find(name, io);
  await complete(document, given !== undefined);
  for (const assignment of args.all('set')) setAt(document, assignment);
  try {
    const scenario = parseScenario(document);
    await prepareData(scenario);
    return { scenario, presetId };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.path, `${name.startsWith(PRESET) ? name : placeOf(name)}: ${error.message}`);
  }
}

/** The same without its preset. */
export async function scenarioArgument(...given: Parameters<typeof givenScenario>): Promise<Scenario> {
  return (await givenScenario(...given)).scenario;
}
