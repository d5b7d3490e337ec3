/** Colours, dashes and weights of a printed figure: those of the page in its light theme. */

/** A curve's colour and its dash pattern; colour and dash together, so that no two differ by colour alone. */
export interface Look {
  readonly color: string;
  /** Lengths of dashes and gaps in line widths of the page; empty for a full line. */
  readonly dash: readonly number[];
}

const GEMINGA = '#c04f00';
const OTHERS = '#00795a';
const SECONDARIES = '#a8487f';

/** The looks by the class that `series.ts` gives a component. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'series-total': { color: '#0072b2', dash: [] },
  'series-pulsar-1': { color: GEMINGA, dash: [9, 4] },
  'series-pulsar-2': { color: OTHERS, dash: [5, 3] },
  'series-pulsar-3': { color: SECONDARIES, dash: [14, 4] },
  'series-pulsar-4': { color: GEMINGA, dash: [9, 3, 2, 3, 2, 3] },
  'series-pulsar-5': { color: OTHERS, dash: [16, 3, 5, 3] },
  'series-pulsar-6': { color: SECONDARIES, dash: [4, 4] },
  'series-population-1': { color: OTHERS, dash: [10, 3, 2, 3] },
  'series-dark-matter-1': { color: '#6f6300', dash: [2, 3, 8, 3] },
  'series-source-term-1': { color: OTHERS, dash: [10, 3, 2, 3] },
  'series-source-term-2': { color: GEMINGA, dash: [10, 3, 2, 3] },
  'series-diffuse-term-1': { color: SECONDARIES, dash: [2, 3] },
  'series-diffuse-term-2': { color: SECONDARIES, dash: [2, 7] },
};

const TOTAL: Look = { color: '#0072b2', dash: [] };
/** For components of kinds that have no look of their own, in turn. */
const SPARE: readonly Look[] = [
  { color: '#6a51a3', dash: [12, 3, 3, 3] },
  { color: '#4d4d4d', dash: [6, 2] },
  { color: '#0b7285', dash: [3, 2] },
  { color: '#8c6d1f', dash: [10, 2, 2, 2, 2, 2] },
];

export const totalLook = (): Look => LOOKS['series-total'] ?? TOTAL;

/** The looks of components in their order. */
export function looksOf(series: readonly { readonly className: string }[]): Look[] {
  let spare = 0;
  return series.map(({ className }) => {
    if (Object.hasOwn(LOOKS, className)) return LOOKS[className] as Look;
    spare += 1;
    return SPARE[(spare - 1) % SPARE.length] as Look;
  });
}

/** Colour and shape of the points of several data sets, in turn. */
export const POINT_LOOKS = [
  { color: '#101418', shape: 'circle' },
  { color: '#7a3b00', shape: 'square' },
  { color: '#1f4e79', shape: 'diamond' },
  { color: '#5b5b5b', shape: 'triangle' },
] as const;
export type PointLook = (typeof POINT_LOOKS)[number];

export const INK = '#101418';
export const QUIET_INK = '#596470';
export const FRAME = '#101418';
export const PAPER = '#ffffff';
/** Bands: the colour of the total, mostly transparent. */
export const BAND_OPACITY = 0.18;

export const FONT_TEXT = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
export const FONT_SYMBOL = "'STIX Two Text', 'Times New Roman', 'Liberation Serif', serif";

/** Lengths in font sizes: what is 11 px high on the page is the unit of the figure. */
export const WEIGHTS = {
  total: 0.17,
  component: 0.12,
  error: 0.08,
  frame: 0.07,
  pointRadius: 0.16,
  dashUnit: 0.085,
  majorTick: 0.5,
  minorTick: 0.28,
} as const;
