/**
 * Inverse Compton radiation of electrons on isotropic, diluted blackbodies, with the full Klein-Nishina kernel.
 *
 * One electron of energy E = gamma m_e c^2 radiates photons of energy Eg at the rate
 *   dN/(dt dEg) = 3 sigma_T c / (4 gamma^2) int n(eps) deps/eps [2 q ln q + (1 + 2q)(1 - q) + (w z / 2)(1 - q)],
 *   z = Eg/E,   w = z / (1 - z),   q = w m_e c^2 / (4 eps gamma) <= 1
 * (gamma >> 1; photons are scattered upwards only, so Eg must be far above eps). For a Planck spectrum of temperature
 * T and total energy density U the integral depends on one variable, y = w m_e c^2 / (4 gamma k T):
 *   dN/(dt dEg) = 3 sigma_T c / (4 gamma^2) 15 U / (pi^4 (kT)^2) [A(y) + (w z / 2) B(y)],
 *   A(y) = int_y^inf t/(e^t - 1) [2 q ln q + (1 + 2q)(1 - q)] dt,   B(y) = int_y^inf t/(e^t - 1) (1 - q) dt,   q = y/t.
 *
 * Ref: Jones, Phys. Rev. 167, 1159 (1968); Blumenthal & Gould, RMP 42, 237 (1970), eq. 2.48.
 */
import {
  BOLTZMANN_CONSTANT, ELECTRON_REST_ENERGY, ELECTRONVOLT, SPEED_OF_LIGHT, THOMSON_CROSS_SECTION,
} from '../constants';
import { MAX_COMPONENTS } from '../losses';
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { UniformTable } from '../numerics/uniformTable';

/** Below this y the series around 0 is used, above it the tables; the series converges for y < 2 pi. */
const SERIES_LIMIT: f64 = 0.4;

/** Above this y the kernels, of order e^-y, are written as 0. */
export const LARGEST_Y: f64 = 700;

const EULER_GAMMA: f64 = 0.5772156649015329;
/** First Stieltjes constant. */
const STIELTJES: f64 = -0.07281584548367672;
const ZETA_2: f64 = Math.PI * Math.PI / 6;

// A(y) = zeta(2) + y (-L^2 - L + a_1) + y^2 (-L + a_2) + sum_k a_k y^k, L = ln y, k = 3, 5, 7 …: the residues of the
// Mellin transform Gamma(s+2) zeta(s+2) [1/s + 1/(s+1) - 2/(s+2) - 2/(s+1)^2] at s = -k. In the same way for B, 1/s - 1/(s+1).
const LINEAR_TERM: f64 = -3 - 2 * (-STIELTJES - 0.5 * EULER_GAMMA * EULER_GAMMA + Math.PI * Math.PI / 12);
const QUADRATIC_TERM: f64 = 1.75 - EULER_GAMMA + Math.log(2 * Math.PI);
const ODD_TERMS: i32 = 6;
const oddTermsOfA = new StaticArray<f64>(ODD_TERMS);
const oddTermsOfB = new StaticArray<f64>(ODD_TERMS);
/** -zeta(-k) / k! for k = 1, 3, 5 …, from the Bernoulli numbers: B_{k+1} / (k+1)!. */
const bernoulliRatios: StaticArray<f64> = [
  1.0 / 12.0, -1.0 / 720.0, 1.0 / 30240.0, -1.0 / 1209600.0, 1.0 / 47900160.0, -691.0 / 1307674368000.0,
];
for (let i = 0; i < ODD_TERMS; i++) {
  const n = <f64>(2 * i + 3);
  oddTermsOfA[i] = bernoulliRatios[i] * (2 / (n - 2) - 1 / n - 1 / (n - 1) - 2 / ((n - 1) * (n - 1)));
  oddTermsOfB[i] = bernoulliRatios[i] / (n * (n - 1));
}

// e^y A(y) and e^y B(y) as functions of ln y, which vary slowly; 24 points per unit of ln y.
const TABLE_FIRST: f64 = -1.0;
const tableOfA = new UniformTable(TABLE_FIRST, 1.0 / 24.0, 185);
const tableOfB = new UniformTable(TABLE_FIRST, 1.0 / 24.0, 185);

/** Panels in t - y, on which the integrals for A and B are done. */
const panelEdges: StaticArray<f64> = [0, 1, 4, 10, 20, 42];
const panelRule = new GaussLegendreRule(16);

function tabulatePlanckKernels(): void {
  for (let i = 0; i < tableOfA.size; i++) {
    const y = Math.exp(tableOfA.argument(i));
    let a: f64 = 0, b: f64 = 0;
    for (let panel = 0; panel < panelEdges.length - 1; panel++) {
      const half = 0.5 * (panelEdges[panel + 1] - panelEdges[panel]);
      for (let j = 0; j < panelRule.size; j++) {
        const above = panelEdges[panel] + half * (1 + panelRule.nodes[j]);
        const t = y + above;
        const q = y / t, rest = above / t;
        const planck = half * panelRule.weights[j] * t * Math.exp(-above) / -Math.expm1(-t);
        a += planck * (2 * q * Math.log1p(-rest) + (1 + 2 * q) * rest);
        b += planck * rest;
      }
    }
    tableOfA.values[i] = a;
    tableOfB.values[i] = b;
  }
}
tabulatePlanckKernels();

/**
 * A(y) + recoil B(y), the kernel averaged over a blackbody.
 *
 * @param y w m_e c^2 / (4 gamma k T), > 0
 * @param recoil w z / 2
 * @returns relative error below 1e-9 (interpolation); 0 above y = 700
 */
export function planckKernel(y: f64, recoil: f64): f64 {
  if (y > LARGEST_Y) return 0;
  const logarithm = Math.log(y);
  if (y > SERIES_LIMIT) return Math.exp(-y) * (tableOfA.at(logarithm) + recoil * tableOfB.at(logarithm));
  const square = y * y;
  let a: f64 = 0, b: f64 = 0;
  for (let i = ODD_TERMS - 1; i >= 0; i--) {
    a = a * square + oddTermsOfA[i];
    b = b * square + oddTermsOfB[i];
  }
  a = ZETA_2 + y * (LINEAR_TERM - logarithm * (1 + logarithm) + y * (QUADRATIC_TERM - logarithm + y * a));
  b = ZETA_2 + y * (logarithm - 1 + y * (-0.25 + y * b));
  return a + recoil * b;
}

// The radiation field in force.
let componentCount: i32 = 0;
const componentCoefficient = new StaticArray<f64>(MAX_COMPONENTS);
/** 4 k T / (m_e c^2)^2 of each component [GeV^-1]. */
const componentScale = new StaticArray<f64>(MAX_COMPONENTS);

/** 3 sigma_T c / 4 * 15 (m_e c^2)^2 / pi^4, with U in eV cm^-3. */
const RATE_PER_ENERGY_DENSITY: f64 = 0.75 * THOMSON_CROSS_SECTION * SPEED_OF_LIGHT * ELECTRONVOLT
  * 15 * ELECTRON_REST_ENERGY * ELECTRON_REST_ENERGY / (Math.PI * Math.PI * Math.PI * Math.PI);

/**
 * Puts a radiation field in force for inverse Compton emission.
 *
 * @param count number of blackbodies, at most MAX_COMPONENTS
 * @param components pairs of temperature [K] and energy density [eV cm^-3] at this address
 */
export function setRadiationField(count: i32, components: usize): void {
  componentCount = count;
  for (let i = 0; i < count; i++) {
    const thermalEnergy = BOLTZMANN_CONSTANT * load<f64>(components + (<usize>i << 4));
    const energyDensity = load<f64>(components + (<usize>i << 4), 8);
    componentCoefficient[i] = RATE_PER_ENERGY_DENSITY * energyDensity / (thermalEnergy * thermalEnergy);
    componentScale[i] = 4 * thermalEnergy / (ELECTRON_REST_ENERGY * ELECTRON_REST_ENERGY);
  }
}

/** Largest 4 k T / (m_e c^2)^2 of the field in force [GeV^-1]. */
export function hottestScale(): f64 {
  let scale: f64 = 0;
  for (let i = 0; i < componentCount; i++) scale = max<f64>(scale, componentScale[i]);
  return scale;
}

/**
 * Photon rate of one electron in the radiation field in force.
 *
 * @param photonEnergy Eg [GeV]
 * @param excess E - Eg [GeV], given on its own so that it keeps its digits where the spectrum piles up at Eg -> E
 * @returns dN/(dt dEg) [GeV^-1 s^-1], relative error below 1e-9
 */
export function photonRate(photonEnergy: f64, excess: f64): f64 {
  if (!(excess > 0)) return 0;
  const energy = photonEnergy + excess;
  const w = photonEnergy / excess;
  const recoil = 0.5 * w * photonEnergy / energy;
  let sum: f64 = 0;
  for (let i = 0; i < componentCount; i++) {
    sum += componentCoefficient[i] * planckKernel(w / (componentScale[i] * energy), recoil);
  }
  return sum / (energy * energy);
}

/** result = dN/(dt dEg) of electrons of one energy E, at many photon energies. */
export function photonRates(energy: f64, photonEnergies: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) {
    const photonEnergy = load<f64>(photonEnergies + (<usize>i << 3));
    store<f64>(result + (<usize>i << 3), photonRate(photonEnergy, energy - photonEnergy));
  }
}
