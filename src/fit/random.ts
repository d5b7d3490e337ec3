/** Pseudo-random numbers from a seed: the same sequence in every engine. */
import type { Elementary } from './elementary.ts';

/** The state of a generator: four integers of 32 bits, not all zero. */
export type RandomState = readonly [number, number, number, number];

const WORDS = 4294967296;

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Spreads every bit of a word over all others; one-to-one. */
function scrambled(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * A generator of pseudo-random numbers with a period of 2^128 - 1.
 *
 * Source: Blackman & Vigna, xoshiro128** 1.1, prng.di.unimi.it/xoshiro128starstar.c (algorithm, checked against its
 * first values).
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** Goes on from a state. */
  constructor(state: RandomState) {
    if (state.every((word) => word === 0)) throw new RangeError('The state of the generator is zero; give it a seed.');
    [this.#a, this.#b, this.#c, this.#d] = state.map((word) => word | 0) as [number, number, number, number];
  }

  /** @throws RangeError unless the seed is an integer from 0 to 4294967295 */
  static seeded(seed: number): Random {
    if (!Number.isInteger(seed) || seed < 0 || seed >= WORDS) {
      throw new RangeError(`The seed is ${seed}; it must be an integer from 0 to ${WORDS - 1}.`);
    }
    // Four different words of a one-to-one function: at most one of them is zero.
    const word = (k: number) => scrambled(seed + Math.imul(k, 0x9e3779b9));
    return new Random([word(1), word(2), word(3), word(4)]);
  }

  get state(): RandomState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#d >>> 0];
  }

  /** An integer from 0 to 2^32 - 1. */
  word(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotateLeft(this.#d, 11);
    return result;
  }

  /** A multiple of 2^-53, from 0 up to but not including 1. */
  uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** An integer from 0 up to but not including `count`, every one equally probable. */
  below(count: number): number {
    const fair = WORDS - (WORDS % count);
    for (;;) {
      const word = this.word();
      if (word < fair) return word % count;
    }
  }

  /** A number of the normal distribution with mean 0 and variance 1 (Marsaglia's polar method). */
  normal({ log }: Pick<Elementary, 'log'>): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      // The second number of the pair is not kept: the state would have to keep it as well.
      if (square < 1 && square > 0) return x * Math.sqrt((-2 * log(square)) / square);
    }
  }
}
