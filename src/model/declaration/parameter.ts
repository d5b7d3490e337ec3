/** What a parameter is: a number with its unit and range, or one of a few words; and how the declaration writes it down. */

/** A value that somebody published, offered as a tick on the slider. */
export interface PublishedValue {
  readonly value: number;
  readonly paper: string;
}

/** A real number with its unit, its physical range and the range that its slider shows. */
export interface NumberParameter {
  readonly kind: 'number';
  readonly symbol: string;
  readonly label: string;
  readonly unit: Unit;
  readonly default: number;
  /** Physical range: values outside are refused, everywhere. Both ends are allowed. */
  readonly range: readonly [number, number];
  /** Range of the slider; a typed value may leave it, but not the physical range. */
  readonly slider: readonly [number, number];
  readonly scale: 'linear' | 'log';
  readonly level: 'basic' | 'advanced';
  /** What happens to the curve when the value grows. */
  readonly help: string;
  /** May be free in a fit. */
  readonly fit: boolean;
  readonly published: readonly PublishedValue[];
}

/** A number that may also be `null`; `whenNull` says what that means. */
export interface NullableNumberParameter extends Omit<NumberParameter, 'kind' | 'default'> {
  readonly kind: 'nullable-number';
  readonly default: number | null;
  /** The value that a control starts from when it is switched on. */
  readonly start: number;
  readonly whenNull: string;
}

/** One of a few words. */
export interface ChoiceParameter<Value extends string = string> {
  readonly kind: 'choice';
  readonly symbol: string;
  readonly label: string;
  readonly default: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly level: 'basic' | 'advanced';
  readonly help: string;
}

export type Parameter = NumberParameter | NullableNumberParameter | ChoiceParameter;
export type Block = Readonly<Record<string, Parameter>>;

type ValueOf<P> =
  P extends ChoiceParameter<infer Value>
    ? Value
    : P extends NullableNumberParameter
      ? number | null
      : P extends NumberParameter
        ? number
        : never;
/** The values of one block of the declaration. */
export type Values<B extends Block> = { -readonly [Key in keyof B]: ValueOf<B[Key]> };

/** A block with every parameter at its default. */
export function defaultsOf<B extends Block>(block: B): Values<B> {
  return Object.fromEntries(Object.entries(block).map(([key, parameter]) => [key, parameter.default])) as Values<B>;
}

/** Units as they stand at the end of a key, and as people read them. */
export const UNIT_TEXT = {
  none: '',
  pc: 'pc',
  kpc: 'kpc',
  kyr: 'kyr',
  erg_s: 'erg s⁻¹',
  cm2_s: 'cm² s⁻¹',
  GeV: 'GeV',
  GeV_s: 'GeV s⁻¹',
  GeV_cm3: 'GeV cm⁻³',
  per_cm3: 'cm⁻³',
  cm3_s: 'cm³ s⁻¹',
  s: 's',
  dex: 'dex',
  uG: 'µG',
  km_s: 'km s⁻¹',
  MV: 'MV',
  K: 'K',
  eV_cm3: 'eV cm⁻³',
  per_TeV: 'TeV⁻¹',
  flux: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
} as const;
export type Unit = keyof typeof UNIT_TEXT;

type NumberOptions = Omit<NumberParameter, 'kind' | 'published' | 'fit'> &
  Partial<Pick<NumberParameter, 'published' | 'fit'>>;
export const number = (options: NumberOptions): NumberParameter => ({
  kind: 'number',
  published: [],
  fit: true,
  ...options,
});

type NullableOptions = Omit<NullableNumberParameter, 'kind' | 'published' | 'fit'> &
  Partial<Pick<NullableNumberParameter, 'published' | 'fit'>>;
export const nullable = (options: NullableOptions): NullableNumberParameter => ({
  kind: 'nullable-number',
  published: [],
  fit: true,
  ...options,
});

/** The words are inferred from the options alone, so that a block keeps them as a union and not as any string. */
export const choice = <const Options extends Readonly<Record<string, string>>>(
  choices: Omit<ChoiceParameter, 'kind' | 'default' | 'options'> & {
    readonly default: NoInfer<keyof Options & string>;
    readonly options: Options;
  },
) => ({ kind: 'choice' as const, ...choices }) as const satisfies ChoiceParameter;
