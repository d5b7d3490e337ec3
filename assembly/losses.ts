import {
  BOLTZMANN_CONSTANT,
  ELECTRON_REST_ENERGY,
  ELECTRONVOLT,
  ERG,
  SPEED_OF_LIGHT,
  THOMSON_CROSS_SECTION,
} from './constants';
import { dilogarithmOfNegative } from './numerics/dilogarithm';
import { UniformTable } from './numerics/uniformTable';

/** Below this x the closed form of f_KN has lost more than five digits to cancellation. */
const SERIES_LIMIT: f64 = 0.2;
const SERIES_TERMS: i32 = 26;

/** Coefficients of f_KN = sum_n a_n x^n: the Taylor series of the closed form, term by term. */
const kleinNishinaSeries = new StaticArray<f64>(SERIES_TERMS);
for (let n = 0; n < SERIES_TERMS; n++) {
  const m = <f64>(n + 3);
  const sign: f64 = n & 1 ? 9 : -9;
  kleinNishinaSeries[n] = sign * (0.5 / (m - 1) - 6 / m + 6 / (m + 1) - (m - 2) / 12 + 2 / (m * m));
}

/**
 * Klein-Nishina suppression of the inverse Compton loss rate on isotropic photons of one energy.
 *
 *   f_KN(x) = 9 g(x) / x^3,
 *   g(x) = (x/2 + 6 + 6/x) ln(1+x) - (11 x^3/12 + 6 x^2 + 9 x + 4) / (1+x)^2 - 2 + 2 Li2(-x),
 * and the series 1 - 63 x/40 + 441 x^2/200 - … below x = 0.2.
 *
 * @param x 4 eps gamma / (m_e c^2), x >= 0
 * @returns f_KN, 1 in the Thomson limit; relative error below 1e-11
 * Ref: Moderski, Sikora, Coppi, Aharonian, MNRAS 363, 954 (2005); Jones, Phys. Rev. 167, 1159 (1968).
 */
export function kleinNishinaFactor(x: f64): f64 {
  if (x < SERIES_LIMIT) {
    let sum: f64 = 0;
    for (let n = SERIES_TERMS - 1; n >= 0; n--) sum = sum * x + kleinNishinaSeries[n];
    return sum;
  }
  const g =
    (0.5 * x + 6 + 6 / x) * Math.log1p(x) -
    (((11.0 / 12.0) * x + 6) * x * x + 9 * x + 4) / ((1 + x) * (1 + x)) -
    2 +
    2 * dilogarithmOfNegative(x);
  return 9 * g / (x * x * x);
}

// The Planck average is tabulated as ln Y(ln z): 1e-7 <= z <= 3e10, twelve points per unit of ln z.
const PLANCK_TABLE_FIRST: f64 = -16.0;
const PLANCK_TABLE_STEP: f64 = 1.0 / 12.0;
const planckTable = new UniformTable(PLANCK_TABLE_FIRST, PLANCK_TABLE_STEP, 483);

/** Mean of t = eps / (k T) over the energy of a Planck spectrum, 24 zeta(5) 15 / pi^4. */
const MEAN_PLANCK_ENERGY: f64 = 3.832229496128157;

/** Steps of the Planck table in one step of the integral over ln t, and the integral's limits in its own steps. */
const STRIDE: i32 = 3, LOWEST: i32 = -44, HIGHEST: i32 = 16;

/**
 * Tabulates the Planck average of the Klein-Nishina factor,
 *   Y(z) = 15/pi^4 int_0^inf t^3/(e^t - 1) f_KN(z t) dt,
 * by the trapezoidal rule in ln t, which converges exponentially (error below 1e-13 at step 1/4).
 *
 * All products z t lie on one grid in ln(z t), on which f_KN is computed first.
 */
function tabulatePlanckAverage(): void {
  const factors = new StaticArray<f64>(planckTable.size + STRIDE * (HIGHEST - LOWEST));
  for (let i = 0; i < factors.length; i++) {
    const logarithm = PLANCK_TABLE_FIRST + PLANCK_TABLE_STEP * <f64>(i + STRIDE * LOWEST);
    factors[i] = kleinNishinaFactor(Math.exp(logarithm));
  }
  const weights = new StaticArray<f64>(HIGHEST - LOWEST + 1);
  const step = PLANCK_TABLE_STEP * <f64>STRIDE;
  for (let i = LOWEST; i <= HIGHEST; i++) {
    const t = Math.exp(step * <f64>i);
    weights[i - LOWEST] = step * 15 / (Math.PI * Math.PI * Math.PI * Math.PI) * t * t * t * t / Math.expm1(t);
  }
  for (let i = 0; i < planckTable.size; i++) {
    let sum: f64 = 0;
    for (let j = 0; j < weights.length; j++) sum += weights[j] * factors[i + STRIDE * j];
    planckTable.values[i] = Math.log(sum);
  }
}

tabulatePlanckAverage();

/**
 * Klein-Nishina factor averaged over a blackbody.
 *
 * @param z 4 gamma k T / (m_e c^2), 0 <= z <= 3e10
 * @returns Y(z), 1 in the Thomson limit; relative error below 1e-9 (interpolation)
 */
export function planckAverage(z: f64): f64 {
  const logarithm = Math.log(z);
  if (!(logarithm > PLANCK_TABLE_FIRST)) return 1 - 1.575 * MEAN_PLANCK_ENERGY * z;
  return Math.exp(planckTable.at(logarithm));
}

/** Most blackbodies in one radiation field. */
export const MAX_COMPONENTS: i32 = 16;

/** Component number of synchrotron radiation. */
export const SYNCHROTRON: i32 = -1;

// The losses in force. Each part is coefficient * E^2 * (Klein-Nishina factor); Thomson losses are the first part alone.
let synchrotronCoefficient: f64 = 0;
let componentCount: i32 = 0;
const componentCoefficient = new StaticArray<f64>(MAX_COMPONENTS);
/** z / E of each component [GeV^-1]. */
const componentScale = new StaticArray<f64>(MAX_COMPONENTS);

/** b = U (4/3) sigma_T c gamma^2 [GeV s^-1] for U = 1 eV cm^-3 and E = 1 GeV. */
const LOSS_PER_ENERGY_DENSITY: f64 =
  (4.0 / 3.0) * THOMSON_CROSS_SECTION * SPEED_OF_LIGHT * ELECTRONVOLT / (ELECTRON_REST_ENERGY * ELECTRON_REST_ENERGY);

/** Puts Thomson losses in force: b = b0 (E/GeV)^2, b0 in GeV s^-1. */
export function setThomsonLosses(b0: f64): void {
  synchrotronCoefficient = b0;
  componentCount = 0;
}

/**
 * Puts synchrotron and Klein-Nishina losses in force.
 *
 * @param magneticField B [G]; U_B = B^2 / (8 pi)
 * @param count number of blackbodies, at most MAX_COMPONENTS
 * @param components pairs of temperature [K] and energy density [eV cm^-3] at this address
 * @param approximation whether the factor V/(V + gamma^2) replaces the exact one
 */
export function setKleinNishinaLosses(magneticField: f64, count: i32, components: usize, approximation: bool): void {
  approximate = approximation;
  const magneticEnergyDensity = magneticField * magneticField / (8 * Math.PI) * ERG / ELECTRONVOLT;
  synchrotronCoefficient = LOSS_PER_ENERGY_DENSITY * magneticEnergyDensity;
  componentCount = count;
  for (let i = 0; i < count; i++) {
    const temperature = load<f64>(components + (<usize>i << 4));
    const energyDensity = load<f64>(components + (<usize>i << 4), 8);
    componentCoefficient[i] = LOSS_PER_ENERGY_DENSITY * energyDensity;
    componentScale[i] = 4 * BOLTZMANN_CONSTANT * temperature / (ELECTRON_REST_ENERGY * ELECTRON_REST_ENERGY);
  }
}

/** Whether the components in force use the approximation of the Klein-Nishina factor. */
let approximate: bool = false;

/**
 * The approximation of the Klein-Nishina factor that several public codes use, V / (V + gamma^2) with
 * V = 45 (m_e c^2)^2 / (64 pi^2 (k T)^2).
 *
 * It is up to 3.6 times too high around z = 1 and falls to 0.12 to 0.15 of the exact factor far beyond.
 *
 * @param z 4 gamma k T / (m_e c^2)
 * Ref: Hooper, Cholis, Linden, Fang, PRD 96, 103013 (2017); Schlickeiser & Ruppel, New J. Phys. 12, 033044 (2010).
 */
export function approximatePlanckAverage(z: f64): f64 {
  const knee = 45.0 / (4 * Math.PI * Math.PI);
  return knee / (knee + z * z);
}

/**
 * Energy loss rate on one part of the environment: synchrotron (isotropic pitch angles), or inverse Compton on a blackbody,
 *   b_syn = (4/3) sigma_T c gamma^2 U_B,   b_IC = (4/3) sigma_T c gamma^2 U Y(4 gamma k T / (m_e c^2)).
 *
 * @param component SYNCHROTRON, or the number of a blackbody
 * @param energy E [GeV], 1e-3 … 2e10
 * @returns b [GeV s^-1], relative error below 1e-9
 * Ref: Blumenthal & Gould, RMP 42, 237 (1970); Moderski et al. (2005).
 */
export function componentLossRate(component: i32, energy: f64): f64 {
  if (component == SYNCHROTRON) return synchrotronCoefficient * energy * energy;
  const z = componentScale[component] * energy;
  const factor = approximate ? approximatePlanckAverage(z) : planckAverage(z);
  return componentCoefficient[component] * energy * energy * factor;
}

/** Total energy loss rate b(E) = -dE/dt [GeV s^-1] of the losses in force, the sum of its parts. */
export function lossRate(energy: f64): f64 {
  let rate = synchrotronCoefficient * energy * energy;
  for (let i = 0; i < componentCount; i++) rate += componentLossRate(i, energy);
  return rate;
}
