/**
 * A scenario as the fragment of a link: `#s=1.LENGTH.CHECKSUM.PAYLOAD`; `#preset=ID` opens a preset. Fields of a teacher's view
 * (src/lessons/teacherLink.ts) may stand beside either, or alone.
 *
 * PAYLOAD is JSON, `{ preset, scenario }`, deflated, in base64url; `preset` names what the scenario is compared with.
 * LENGTH (characters of the payload) and CHECKSUM (CRC-32 of the deflated bytes), both in base 36, tell a link that was
 * cut or mistyped from a whole one. The number before the first point is the version of this packing; scenarios have
 * versions and migrations of their own, so a link stays readable as long as packing version 1 is read here.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { decodeTeacherView, encodeTeacherView } from '../../lessons/teacherLink.ts';
import type { TeacherView } from '../../lessons/teacherView.ts';
import { InputError, quoteValue } from '../../model/inputError.ts';
import { parseScenario } from '../../model/readScenario.ts';
import type { Scenario } from '../../model/scenario.ts';

const PACKING_VERSION = 1;

/** What a fragment says. */
export interface LinkContent {
  /** Preset that it names, or null. */
  readonly presetId: string | null;
  /** Scenario that it holds, or null when it only names a preset. */
  readonly scenario: Scenario | null;
}

const CRC_POLYNOMIAL = 0xedb88320;

/** CRC-32 as in ISO 3309 and gzip (reflected, polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CRC_POLYNOMIAL : crc >>> 1;
  }
  return ~crc >>> 0;
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
 * @param view what a teacher has prepared, or nothing
 */
export function encodeLink(scenario: Scenario, preset: string | null, view?: TeacherView): string {
  const bytes = deflateSync(strToU8(JSON.stringify({ preset, scenario })), { level: 9 });
  const payload = toBase64Url(bytes);
  const packed = [PACKING_VERSION, payload.length.toString(36), crc32(bytes).toString(36), payload].join('.');
  return [`s=${packed}`, view && encodeTeacherView(view)].filter(Boolean).join('&');
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
 * Reads a fragment, with or without `#`.
 *
 * @returns what it holds; null for an empty fragment and for one that holds a teacher's view only
 * @throws {InputError} with one sentence when the link is cut, damaged, newer, or holds a scenario that cannot be read
 */
export function decodeLink(fragment: string): LinkContent | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return null;
  const fields = new URLSearchParams(text);
  const packed = fields.get('s');
  if (packed === null) {
    const preset = fields.get('preset');
    if (preset) return { presetId: preset, scenario: null };
    if (decodeTeacherView(text) !== null) return null;
    refuse(
      `This link ends in ${quoteValue(`#${text}`)}, but must hold a scenario (#s=…) or name a preset (#preset=…); copy it whole from where it came.`,
    );
  }
  const content = unpack(packed);
  if (typeof content !== 'object' || content === null || !('scenario' in content)) refuse(DAMAGED);
  const preset = 'preset' in content && typeof content.preset === 'string' ? content.preset : null;
  return { presetId: preset, scenario: parseScenario(content.scenario) };
}
