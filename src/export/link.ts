/**
 * A scenario as the fragment of a link: `#s=1.LENGTH.CHECKSUM.PAYLOAD`; `#preset=ID` opens a preset.
 *
 * PAYLOAD is JSON, `{ preset, scenario }`, deflated, in base64url; `preset` names what the scenario is compared with.
 * LENGTH (characters of the payload) and CHECKSUM (CRC-32 of the deflated bytes), both in base 36, tell a link that was
 * cut or mistyped from a whole one. The number before the first point is the version of this packing; scenarios have
 * versions and migrations of their own, so a link stays readable as long as packing version 1 is read here.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { InputError } from '../model/inputError.ts';
import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { crc32 } from './crc32.ts';

const PACKING_VERSION = 1;

/** What a fragment says. */
export interface LinkContent {
  /** Preset that it names, or null. */
  readonly presetId: string | null;
  /** Scenario that it holds, or null when it only names a preset. */
  readonly scenario: Scenario | null;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  return strToU8(atob(text.replace(/-/g, '+').replace(/_/g, '/')), true);
}

/**
 * The fragment, without `#`, that opens this scenario again.
 *
 * @param scenario a valid scenario
 * @param preset id of the preset with which the opened page compares it, or null
 */
export function encodeScenario(scenario: Scenario, preset: string | null): string {
  const bytes = deflateSync(strToU8(JSON.stringify({ preset, scenario })), { level: 9 });
  const payload = toBase64Url(bytes);
  return `s=${[PACKING_VERSION, payload.length.toString(36), crc32(bytes).toString(36), payload].join('.')}`;
}

function refuse(sentence: string): never {
  throw new InputError('link', sentence);
}

const DAMAGED = 'This link is damaged: its checksum does not fit; copy it again from where it came.';

/** The JSON that a packed text holds, once length and checksum fit. */
function unpack(packed: string): unknown {
  const version = /^(\d+)\./.exec(packed)?.[1];
  if (version !== undefined && Number(version) > PACKING_VERSION) {
    refuse(
      `This link has packing version ${version}, newer than this page reads (${PACKING_VERSION}); update Geminga Lab.`,
    );
  }
  const [, lengthText, checksum, payload] = /^1\.([0-9a-z]+)\.([0-9a-z]+)\.([A-Za-z0-9_-]*)$/.exec(packed) ?? [];
  if (lengthText === undefined || payload === undefined) {
    refuse('This link is incomplete or mistyped; copy it whole from where it came.');
  }
  const length = parseInt(lengthText, 36);
  if (payload.length < length) {
    refuse(
      `This link is incomplete: it holds ${payload.length} of ${length} characters; copy it whole from where it came.`,
    );
  }
  try {
    const bytes = fromBase64Url(payload);
    if (crc32(bytes).toString(36) === checksum && payload.length === length)
      return JSON.parse(strFromU8(inflateSync(bytes)));
  } catch {
    // Bytes that cannot be unpacked are as damaged as bytes with another checksum.
  }
  return refuse(DAMAGED);
}

/**
 * Reads the scenario or the preset of a fragment, with or without `#`; other fields are left alone.
 *
 * @returns null for a fragment that holds neither
 * @throws {InputError} with one sentence when the link is cut, damaged, newer, or holds a scenario that cannot be read
 */
export function decodeScenario(fragment: string): LinkContent | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const packed = fields.get('s');
  if (packed === null) {
    const preset = fields.get('preset');
    return preset ? { presetId: preset, scenario: null } : null;
  }
  const content = unpack(packed);
  if (typeof content !== 'object' || content === null || !('scenario' in content)) refuse(DAMAGED);
  const preset = 'preset' in content && typeof content.preset === 'string' ? content.preset : null;
  return { presetId: preset, scenario: parseScenario(content.scenario) };
}

/** Where a link leads: what a file says of the copy of the page that wrote it. */
export interface LinkPlace {
  /** Address of a copy of the page, without fragment; unknown to a terminal that was not told. */
  readonly page?: string | undefined;
  /** Preset with which the reopened page compares the scenario. */
  readonly presetId?: string | null | undefined;
}

/** How a link without the address of a page is used. */
export const FRAGMENT_USE = 'add it after the address of any copy of the page';

/** The link that opens a scenario again; only its fragment, `#s=…`, where no page is known. */
export function reopeningLink(scenario: Scenario, { page = '', presetId = null }: LinkPlace): string {
  return `${page.replace(/#.*$/s, '')}#${encodeScenario(scenario, presetId)}`;
}

/** The preset of the link that a file carries; null without one. */
export function presetInText(text: string): string | null {
  const fragment = /#s=1\.[0-9a-z]+\.[0-9a-z]+\.[\w-]+/.exec(text)?.[0];
  if (fragment === undefined) return null;
  try {
    return decodeScenario(fragment)?.presetId ?? null;
  } catch {
    // The file holds its scenario besides: without the link it opens all the same.
    return null;
  }
}
