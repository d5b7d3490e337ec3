/**
 * THE declaration: every parameter of a scenario, once.
 *
 * Types, strict reading, JSON Schema, sliders, command-line help, fit limits and export headers derive from it. A key
 * carries its unit (`distance_pc`); a block is one object of the scenario file.
 */

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

/** Units as they stand at the end of a key, and as people read them. */
export const UNIT_TEXT = {
  none: '',
  pc: 'pc',
  kyr: 'kyr',
  erg_s: 'erg s⁻¹',
  cm2_s: 'cm² s⁻¹',
  GeV: 'GeV',
  GeV_s: 'GeV s⁻¹',
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
const number = (options: NumberOptions): NumberParameter => ({ kind: 'number', published: [], fit: true, ...options });

type NullableOptions = Omit<NullableNumberParameter, 'kind' | 'published' | 'fit'> &
  Partial<Pick<NullableNumberParameter, 'published' | 'fit'>>;
const nullable = (options: NullableOptions): NullableNumberParameter => ({
  kind: 'nullable-number',
  published: [],
  fit: true,
  ...options,
});

const choice = <Value extends string>(options: Omit<ChoiceParameter<Value>, 'kind'>): ChoiceParameter<Value> => ({
  kind: 'choice',
  ...options,
});

const DI_MAURO_2019 = 'Di Mauro, Manconi, Donato, PRD 100, 123015 (2019)';
const HAWC_2017 = 'Abeysekara et al. (HAWC), Science 358, 911 (2017)';
const PROFUMO_2018 = 'Profumo, Reynoso-Cordova, Kaaz, Silverman, PRD 97, 123008 (2018)';
const EVOLI_2018 = 'Evoli, Linden, Morlino, PRD 98, 063017 (2018)';
const EVOLI_2021 = 'Evoli, Amato, Blasi, Aloisio, PRD 103, 083010 (2021)';
const ATNF = 'Manchester et al., AJ 129, 1993 (2005), catalogue 2.65';
const AMS_2019 = 'Aguilar et al. (AMS), PRL 122, 041102 (2019)';

/** A pulsar that injects electron-positron pairs. */
export const pulsarBlock = {
  efficiency: number({
    symbol: 'η',
    label: 'efficiency',
    unit: 'none',
    default: 0.1,
    range: [0, 1000],
    slider: [0.001, 10],
    scale: 'log',
    level: 'basic',
    help: 'Fraction of the spin-down energy that leaves as electrons and positrons together. The whole curve rises with it; above 1 the pulsar would give more energy than it lost.',
    published: [
      { value: 0.01, paper: DI_MAURO_2019 },
      { value: 0.39, paper: HAWC_2017 },
    ],
  }),
  spectralIndex: number({
    symbol: 'γ',
    label: 'spectral index',
    unit: 'none',
    default: 2,
    range: [0, 5],
    slider: [1, 3],
    scale: 'linear',
    level: 'basic',
    help: 'γ of the injected spectrum E^−γ (below the break, if there is one). A larger index moves positrons from high to low energies.',
    published: [
      { value: 2.24, paper: HAWC_2017 },
      { value: 2.34, paper: PROFUMO_2018 },
    ],
  }),
  cutoffEnergy_GeV: nullable({
    symbol: 'E_c',
    label: 'cutoff energy',
    unit: 'GeV',
    default: 1e5,
    start: 1e5,
    whenNull: 'no exponential cutoff',
    range: [1, 1e8],
    slider: [100, 1e6],
    scale: 'log',
    level: 'basic',
    help: 'The injected spectrum falls as exp(−E/E_c). A lower cutoff removes the highest energies, and through cooling the bump at the energy whose cooling time is the age.',
    published: [{ value: 1e5, paper: EVOLI_2018 }],
  }),
  distance_pc: number({
    symbol: 'd',
    label: 'distance',
    unit: 'pc',
    default: 250,
    range: [1, 30000],
    slider: [50, 2000],
    scale: 'log',
    level: 'basic',
    help: 'Distance from the Earth today. Farther pulsars lose first the lowest energies, which diffuse slowest, and then everything.',
    published: [
      { value: 190, paper: `${ATNF}: J0633+1746` },
      { value: 250, paper: HAWC_2017 },
      { value: 288, paper: `${HAWC_2017}: B0656+14` },
    ],
  }),
  age_kyr: number({
    symbol: 't_age',
    label: 'age',
    unit: 'kyr',
    default: 342,
    range: [0.01, 1e5],
    slider: [1, 1e4],
    scale: 'log',
    level: 'advanced',
    help: 'Time since birth, taken as the real age. The bump stands where the cooling time equals the age: older pulsars have it at lower energy.',
    published: [
      { value: 111, paper: `${HAWC_2017}: B0656+14` },
      { value: 342, paper: HAWC_2017 },
    ],
  }),
  spinDownLuminosity_erg_s: number({
    symbol: 'Ė',
    label: 'spin-down luminosity today',
    unit: 'erg_s',
    default: 3.25e34,
    range: [1e28, 1e41],
    slider: [1e32, 1e38],
    scale: 'log',
    level: 'advanced',
    help: 'Power that the rotation loses today. The curve is proportional to it.',
    published: [
      { value: 3.25e34, paper: `${ATNF}: J0633+1746` },
      { value: 3.8e34, paper: `${ATNF}: B0656+14` },
    ],
  }),
  spinDownTimescale_kyr: number({
    symbol: 'τ_0',
    label: 'spin-down timescale',
    unit: 'kyr',
    default: 12,
    range: [0.001, 1e4],
    slider: [0.1, 100],
    scale: 'log',
    level: 'advanced',
    help: 'Time over which the pulsar kept its initial power. At fixed power today a shorter timescale means more energy in total, released at birth.',
    published: [
      { value: 10, paper: EVOLI_2018 },
      { value: 12, paper: HAWC_2017 },
    ],
  }),
  brakingIndex: number({
    symbol: 'n',
    label: 'braking index',
    unit: 'none',
    default: 3,
    range: [1.1, 10],
    slider: [1.5, 5],
    scale: 'linear',
    level: 'advanced',
    help: 'Power falls as (1 + t/τ₀) to the power −(n+1)/(n−1); 3 is a rotating magnetic dipole. A smaller index means a faster fall, so more energy at birth.',
    published: [{ value: 3, paper: HAWC_2017 }],
  }),
  injection: choice({
    symbol: '',
    label: 'injection',
    default: 'continuous',
    options: { continuous: 'continuous, follows the spin-down', burst: 'all at once' },
    level: 'advanced',
    help: 'A burst has no positrons above the energy whose cooling time is the age; continuous injection keeps a fresh tail there.',
  }),
  releaseDelay_kyr: number({
    symbol: 't_rel',
    label: 'release delay',
    unit: 'kyr',
    default: 0,
    range: [0, 1e5],
    slider: [0, 200],
    scale: 'linear',
    level: 'advanced',
    help: 'Nothing escapes before this time after birth (the remnant holds it). Continuous injection lacks what came before; a burst comes out then.',
    published: [{ value: 60, paper: EVOLI_2021 }],
  }),
  breakEnergy_GeV: nullable({
    symbol: 'E_br',
    label: 'break energy',
    unit: 'GeV',
    default: null,
    start: 500,
    whenNull: 'no break',
    range: [1, 1e8],
    slider: [50, 1e4],
    scale: 'log',
    level: 'advanced',
    help: 'Energy where the injected spectrum changes from γ to γ₂.',
    published: [],
  }),
  spectralIndex2: nullable({
    symbol: 'γ_2',
    label: 'index above the break',
    unit: 'none',
    default: null,
    start: 2.3,
    whenNull: 'no break',
    range: [0, 6],
    slider: [1.5, 3.5],
    scale: 'linear',
    level: 'advanced',
    help: 'Spectral index above the break energy. A larger one removes the highest energies.',
    published: [],
  }),
  minEnergy_GeV: number({
    symbol: 'E_min',
    label: 'lowest energy of the budget',
    unit: 'GeV',
    default: 0.1,
    range: [1e-3, 1e5],
    slider: [0.01, 100],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'The efficiency counts energy from here up; the spectrum itself is not cut here. Raising it raises the curve.',
    published: [{ value: 1, paper: HAWC_2017 }],
  }),
  maxEnergy_GeV: nullable({
    symbol: 'E_max',
    label: 'highest energy',
    unit: 'GeV',
    default: null,
    start: 5e5,
    whenNull: 'no sharp end',
    range: [1, 1e8],
    slider: [1e3, 1e7],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'The injected spectrum ends sharply here.',
    published: [{ value: 5e5, paper: HAWC_2017 }],
  }),
  transverseVelocity_km_s: number({
    symbol: 'v',
    label: 'transverse velocity',
    unit: 'km_s',
    default: 0,
    range: [0, 3000],
    slider: [0, 1000],
    scale: 'linear',
    level: 'advanced',
    help: 'Proper motion across the sky: the pulsar stood farther away when it emitted the oldest positrons, so low energies fall.',
    published: [{ value: 211, paper: `${DI_MAURO_2019}: 178 mas/yr at 250 pc` }],
  }),
} as const satisfies Block;

/** The positron flux that the AMS collaboration fitted to its own data, with its own effective modulation. */
export const ams02FitFunctionBlock = {
  diffuseCoefficient: number({
    symbol: 'C_d',
    label: 'diffuse term at 7 GeV',
    unit: 'flux',
    default: 6.51e-2,
    range: [0, 10],
    slider: [0.01, 0.3],
    scale: 'log',
    level: 'basic',
    help: 'Flux of the diffuse term at E₁ = 7 GeV. The low energies rise with it.',
    published: [{ value: 6.51e-2, paper: AMS_2019 }],
  }),
  diffuseIndex: number({
    symbol: 'γ_d',
    label: 'index of the diffuse term',
    unit: 'none',
    default: 4.07,
    range: [0, 8],
    slider: [3, 5],
    scale: 'linear',
    level: 'basic',
    help: 'γ_d of E^−γ_d (the paper writes the sign into the index). A larger index steepens the diffuse term.',
    published: [{ value: 4.07, paper: AMS_2019 }],
  }),
  sourceCoefficient: number({
    symbol: 'C_s',
    label: 'source term at 60 GeV',
    unit: 'flux',
    default: 6.8e-5,
    range: [0, 1],
    slider: [1e-6, 1e-3],
    scale: 'log',
    level: 'basic',
    help: 'Flux of the source term at E₂ = 60 GeV before its cutoff. The high energies rise with it.',
    published: [{ value: 6.8e-5, paper: AMS_2019 }],
  }),
  sourceIndex: number({
    symbol: 'γ_s',
    label: 'index of the source term',
    unit: 'none',
    default: 2.58,
    range: [0, 8],
    slider: [1.5, 4],
    scale: 'linear',
    level: 'basic',
    help: 'γ_s of E^−γ_s. A larger index makes the bump lower and broader.',
    published: [{ value: 2.58, paper: AMS_2019 }],
  }),
  inverseCutoff_per_TeV: number({
    symbol: '1/E_s',
    label: 'inverse cutoff energy',
    unit: 'per_TeV',
    default: 1.23,
    range: [0, 100],
    slider: [0, 5],
    scale: 'linear',
    level: 'basic',
    help: 'The source term falls as exp(−E/E_s); 0 means no cutoff. The highest energies fall as it grows.',
    published: [{ value: 1.23, paper: AMS_2019 }],
  }),
  effectivePotential_MV: number({
    symbol: 'φ_e+',
    label: 'effective potential',
    unit: 'MV',
    default: 1100,
    range: [0, 5000],
    slider: [0, 2000],
    scale: 'linear',
    level: 'basic',
    help: 'The shift of energy in the formula, Ê = E + φ. The lowest energies fall as it grows.',
    published: [{ value: 1100, paper: AMS_2019 }],
  }),
} as const satisfies Block;

/** How positrons move through the Galaxy. */
export const propagationBlock = {
  D0_cm2_s: number({
    symbol: 'D_0',
    label: 'diffusion at 1 GeV',
    unit: 'cm2_s',
    default: 2e28,
    range: [1e22, 1e32],
    slider: [1e25, 1e30],
    scale: 'log',
    level: 'basic',
    help: 'How fast positrons spread. Slower diffusion starves us of low energies, since they do not arrive; faster diffusion dilutes them over more space.',
    published: [
      { value: 1.4e26, paper: HAWC_2017 },
      { value: 2.2e28, paper: `${EVOLI_2021}: 0.44e28 per kpc of halo height, 5 kpc` },
      { value: 3.86e28, paper: 'Fang, Bi, Yin, Yuan, ApJ 863, 30 (2018): 1.8e30 at 100 TeV' },
    ],
  }),
  delta: number({
    symbol: 'δ',
    label: 'slope with energy',
    unit: 'none',
    default: 0.33,
    range: [0, 1],
    slider: [0.1, 0.9],
    scale: 'linear',
    level: 'basic',
    help: 'D grows as E^δ. A larger slope spreads high energies wider.',
    published: [
      { value: 0.3333, paper: HAWC_2017 },
      { value: 0.54, paper: EVOLI_2021 },
    ],
  }),
  referenceEnergy_GeV: nullable({
    symbol: 'E_0',
    label: 'low-energy flattening',
    unit: 'GeV',
    default: null,
    start: 3,
    whenNull: 'pure power law, D = D₀ (E/GeV)^δ',
    range: [0.01, 1e4],
    slider: [0.1, 100],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'D = D₀ (1 + E/E₀)^δ instead of the pure power law.',
    published: [{ value: 3, paper: HAWC_2017 }],
  }),
  breakEnergy_GeV: nullable({
    symbol: 'E_b',
    label: 'break of diffusion',
    unit: 'GeV',
    default: null,
    start: 312,
    whenNull: 'no break',
    range: [1, 1e6],
    slider: [50, 5000],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Above this energy D grows with the slope δ_2, smoothly (s = 0.1).',
    published: [{ value: 312, paper: EVOLI_2021 }],
  }),
  deltaAboveBreak: nullable({
    symbol: 'δ_2',
    label: 'slope above the break',
    unit: 'none',
    default: null,
    start: 0.2,
    whenNull: 'no break',
    range: [0, 1],
    slider: [0, 0.9],
    scale: 'linear',
    level: 'advanced',
    help: 'Slope of D above its break. A smaller one keeps high energies closer to the pulsar.',
    published: [],
  }),
  solver: choice({
    symbol: '',
    label: 'solver',
    default: 'greens',
    options: { greens: 'exact Green’s function', 'finite-volume': 'finite volumes in r, E, t' },
    level: 'advanced',
    help: 'Both solve the same equation. Finite volumes can do what has no Green’s function: another slope in the halo, a smooth edge, a halo that comes and goes; they are slower and good to about 1 %.',
  }),
  propagator: choice({
    symbol: '',
    label: 'propagator',
    default: 'gaussian',
    options: { gaussian: 'Gaussian (diffusion)', juettner: 'Jüttner (nothing faster than light)' },
    level: 'advanced',
    help: 'The Gaussian of diffusion spreads faster than light at first; the Jüttner form does not. It matters for young, near pulsars at the highest energies.',
  }),
} as const satisfies Block;

/** The zone of slow diffusion around a pulsar. */
export const haloBlock = {
  D0_cm2_s: number({
    symbol: 'D_halo',
    label: 'diffusion in the halo',
    unit: 'cm2_s',
    default: 1e26,
    range: [1e22, 1e32],
    slider: [1e24, 1e29],
    scale: 'log',
    level: 'basic',
    help: 'Diffusion coefficient within the halo at 1 GeV, with the slope δ of outside. Slower diffusion keeps positrons near the pulsar: low energies have no time to come out.',
    published: [
      { value: 9.7e25, paper: `${HAWC_2017}: 4.5e27 at 100 TeV` },
      { value: 2.4e26, paper: `${DI_MAURO_2019}: 1.1e27 at 100 GeV` },
    ],
  }),
  radius_pc: number({
    symbol: 'r_b',
    label: 'halo radius',
    unit: 'pc',
    default: 50,
    range: [0.1, 1e4],
    slider: [5, 500],
    scale: 'log',
    level: 'basic',
    help: 'Radius of the slow zone. A bubble of 50 pc raises the flux at hundreds of GeV, one of 100 pc starves us below 100 GeV.',
    published: [
      { value: 30, paper: PROFUMO_2018 },
      { value: 50, paper: 'Fang, Bi, Yin, Yuan, ApJ 863, 30 (2018)' },
    ],
  }),
  greensFunction: choice({
    symbol: '',
    label: 'two-zone Green’s function',
    default: 'exact',
    options: { exact: 'exact', 'tang-piran-2019': 'closed form of Tang & Piran 2019 (approximation)' },
    level: 'advanced',
    help: 'The closed form is in several papers; it is not a solution, and gives up to three times the flux of the exact one.',
  }),
  centre: choice({
    symbol: '',
    label: 'halo is centred on',
    default: 'emission',
    options: { emission: 'the place of emission', pulsar: 'the pulsar, which carries it along' },
    level: 'advanced',
    help: 'For a moving pulsar: around the place where each positron was emitted, or at the distance of today whenever it was emitted.',
  }),
  delta: nullable({
    symbol: 'δ_halo',
    label: 'slope in the halo',
    unit: 'none',
    default: null,
    start: 0.33,
    whenNull: 'the slope outside',
    range: [0, 1],
    slider: [0, 0.9],
    scale: 'linear',
    level: 'advanced',
    help: 'Slope of D within the halo, if it differs from that outside. Needs the finite-volume solver.',
  }),
  edgeWidth_pc: number({
    symbol: 'w',
    label: 'width of the edge',
    unit: 'pc',
    default: 0,
    range: [0, 1e3],
    slider: [0, 50],
    scale: 'linear',
    level: 'advanced',
    fit: false,
    help: 'ln D passes from inside to outside as (1 + tanh[(r − r_b)/w])/2, over about 4 w; 0 is a sharp edge. Needs the finite-volume solver.',
  }),
  beginTime_kyr: number({
    symbol: 't_1',
    label: 'halo begins',
    unit: 'kyr',
    default: 0,
    range: [0, 1e5],
    slider: [0, 300],
    scale: 'linear',
    level: 'advanced',
    fit: false,
    help: 'Time since birth at which slow diffusion sets in. Needs the finite-volume solver.',
  }),
  endTime_kyr: nullable({
    symbol: 't_2',
    label: 'halo ends',
    unit: 'kyr',
    default: null,
    start: 200,
    whenNull: 'the halo lasts',
    range: [0.01, 1e5],
    slider: [1, 1000],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Time since birth at which the halo dissolves and lets everything go. Needs the finite-volume solver.',
  }),
} as const satisfies Block;

/** How positrons lose energy. */
export const lossesBlock = {
  model: choice({
    symbol: '',
    label: 'energy losses',
    default: 'klein-nishina',
    options: {
      'klein-nishina': 'exact Klein–Nishina',
      'kn-fit': 'approximate Klein–Nishina, V/(V + γ²)',
      thomson: 'Thomson, b = b₀ E² (approximation)',
    },
    level: 'advanced',
    help: 'Thomson losses are too strong at high energies: they move the bump down. The approximation V/(V + γ²) is in several public codes and up to 3 times off for one field.',
  }),
  magneticField_uG: nullable({
    symbol: 'B',
    label: 'magnetic field',
    unit: 'uG',
    default: 3,
    start: 3,
    whenNull: 'not used by Thomson losses',
    range: [0, 1000],
    slider: [0.1, 20],
    scale: 'log',
    level: 'basic',
    help: 'Synchrotron losses grow as B². A stronger field cools positrons faster and moves the bump to lower energy.',
    published: [
      { value: 1, paper: EVOLI_2018 },
      { value: 3, paper: HAWC_2017 },
    ],
  }),
  b0_GeV_s: nullable({
    symbol: 'b_0',
    label: 'Thomson loss rate at 1 GeV',
    unit: 'GeV_s',
    default: null,
    start: 1e-16,
    whenNull: 'not used by Klein–Nishina losses',
    range: [1e-20, 1e-10],
    slider: [1e-17, 1e-15],
    scale: 'log',
    level: 'basic',
    help: 'b = b₀ (E/GeV)². Faster cooling moves the bump to lower energy.',
    published: [{ value: 1e-16, paper: 'the round number in common use' }],
  }),
} as const satisfies Block;

/** One diluted blackbody of a custom radiation field. */
export const radiationComponentBlock = {
  temperature_K: number({
    symbol: 'T',
    label: 'temperature',
    unit: 'K',
    default: 2.7,
    range: [0.1, 1e6],
    slider: [1, 1e5],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Temperature of the diluted blackbody. Hotter photons leave the Thomson regime at lower positron energy.',
  }),
  energyDensity_eV_cm3: number({
    symbol: 'U',
    label: 'energy density',
    unit: 'eV_cm3',
    default: 0.26,
    range: [0, 1e6],
    slider: [0.01, 100],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Energy density of the field; the losses on it are proportional to it.',
  }),
} as const satisfies Block;

/** Positrons that no pulsar made: the diffuse term of the AMS-02 fit. */
export const diffuseTermBlock = {
  normalisation: number({
    symbol: 'A_sec',
    label: 'secondaries',
    unit: 'none',
    default: 1,
    range: [0, 100],
    slider: [0.1, 5],
    scale: 'log',
    level: 'basic',
    help: 'Multiplies the AMS-02 diffuse term, C_d (E/7 GeV)^−4.07 with C_d = 0.0651. The low energies rise with it.',
    published: [{ value: 1, paper: AMS_2019 }],
  }),
} as const satisfies Block;

/** What the Sun does to every component. */
export const sunBlock = {
  potential_MV: number({
    symbol: 'φ',
    label: 'modulation potential',
    unit: 'MV',
    default: 600,
    range: [0, 5000],
    slider: [0, 2000],
    scale: 'linear',
    level: 'basic',
    help: 'Force-field potential. A larger one lowers the flux, most at low energies: 8 % at 60 GeV for 1100 MV.',
    published: [
      { value: 583, paper: 'mean of 2011-05 to 2017-11, Usoskin et al. (2017)' },
      { value: 1100, paper: AMS_2019 },
    ],
  }),
} as const satisfies Block;

/** Energies that take part in a fit. */
export const ENERGY_RANGE_LIMITS_GeV = [0, 1e6] as const;

/** Energies at which a flux can be asked for, above the atmosphere and inside the Galaxy. */
export const FLUX_ENERGY_LIMITS_GeV = [0.05, 1e7] as const;
