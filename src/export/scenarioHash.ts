/** A fingerprint of a scenario: equal scenarios have equal ones, whatever the order of their keys. */
import type { Scenario } from '../model/scenario.ts';

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK_64 = (1n << 64n) - 1n;
/** Bits of the fingerprint that a file name carries: six hexadecimal digits. */
const SHORT_BITS = 24n;

/** FNV-1a with 64 bits: xor with each byte, then times 2^40 + 0x1b3 (Fowler, Noll, Vo). */
export function fnv1a64(text: string): bigint {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK_64;
  return hash;
}

/** JSON without white space, the keys of every object sorted. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** Six hexadecimal digits, all 64 bits folded into them. */
export function scenarioHash(scenario: Scenario): string {
  const hash = fnv1a64(canonicalJson(scenario));
  const folded = (hash ^ (hash >> SHORT_BITS) ^ (hash >> (2n * SHORT_BITS))) & ((1n << SHORT_BITS) - 1n);
  return folded.toString(16).padStart(6, '0');
}
