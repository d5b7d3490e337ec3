/** A scenario as it is kept in this browser, with what it is compared with. */
import { InputError } from '../../model/inputError.ts';
import type { Preset } from '../../model/presets/presetTypes.ts';
import { parseScenario } from '../../model/readScenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type Origin, originOfLink, ownOrigin } from './origin.ts';

/** The parts of `window` that are needed here; asking for the storage may already throw. */
export interface StorageWindow {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export interface WithOrigin {
  readonly scenario: Scenario;
  readonly origin: Origin;
}

/** The same as data: a preset is kept by its id. */
export interface KeptScenario {
  readonly scenario: Scenario;
  readonly origin: string | Scenario;
}

export function keptScenario({ scenario, origin }: WithOrigin): KeptScenario {
  return { scenario, origin: origin.presetId ?? origin.scenario };
}

/** Whether data are an object with fields; what the fields hold is another question. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function originFrom(kept: unknown, scenario: Scenario, presets: readonly Preset[]): Origin {
  if (typeof kept === 'string')
    return originOfLink(
      scenario,
      presets.find(({ id }) => id === kept),
    );
  try {
    return ownOrigin(parseScenario(kept));
  } catch {
    // What it was compared with is the lesser part: the scenario itself is whole.
    return ownOrigin(scenario);
  }
}

/**
 * Reads what `keptScenario` made, of this or of an earlier version of the scenario.
 *
 * @throws {InputError} with one sentence where the scenario cannot be read
 */
export function withOriginFrom(kept: unknown, presets: readonly Preset[]): WithOrigin {
  if (!isRecord(kept)) throw new InputError('', 'What is kept holds no scenario; remove it.');
  const scenario = parseScenario(kept['scenario']);
  return { scenario, origin: originFrom(kept['origin'], scenario, presets) };
}
