/**
 * Spectra of protons and helium nuclei between the stars around us, before the Sun slows them.
 *
 * Fluxes are per nucleus, GeV^-1 m^-2 s^-1 sr^-1, against the kinetic energy T of the nucleus; points are joined by power
 * laws.
 */
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { SecondariesBackground } from '../../src/model/scenario.ts';
import { HELIUM, type Nucleus, PROTON } from './particles.ts';
import { readColumns, readRows } from './readTable.ts';

export type PrimarySpectra = SecondariesBackground['primarySpectra'];

/** ln flux as a function of ln T. */
export type LogSpectrum = (logKinetic: number) => number;

/** Both nuclei. */
export interface InterstellarNuclei {
  readonly protons: LogSpectrum;
  readonly helium: LogSpectrum;
}

/**
 * Mean potential of 2011-05 to 2018-05, when AMS-02 took the tables that are demodulated: monthly values of Usoskin et al.,
 * JGR Space Phys. 122, 3875 (2017).
 */
export const AMS02_PERIOD_POTENTIAL_MV = 573;

/** Intervals at the upper end from which a measured spectrum is continued. */
const CONTINUED_FROM = 3;
/** Measurements at high energies take over where they lie this much above the last one of AMS-02. */
const CLEAR_OF = 1.05;
/** Proton rest energy of the parametrisation, as its source has it [GeV]. */
const PARAMETRISATION_PROTON_GeV = 0.938;

interface Points {
  readonly kinetic_GeV: readonly number[];
  readonly flux: readonly number[];
}

/**
 * A spectrum at Earth against rigidity, as kinetic energies and fluxes outside the heliosphere by the force field:
 *   T' = T + Z phi,   Phi'(T') = Phi(T) T'(T' + 2m) / [T (T + 2m)],   Phi(T) = Phi(R) dR/dT,   dR/dT = (T + m) / (Z^2 R).
 */
function demodulated(rigidity_GV: Float64Array, flux: Float64Array, nucleus: Nucleus, potential_MV: number): Points {
  const { restEnergy_GeV, charge } = nucleus;
  const kinetic_GeV: number[] = [];
  const interstellar: number[] = [];
  rigidity_GV.forEach((rigidity, i) => {
    const momentum = charge * rigidity;
    const total = Math.sqrt(momentum * momentum + restEnergy_GeV * restEnergy_GeV);
    const outside = total - restEnergy_GeV + (charge * potential_MV) / 1000;
    const gain = (outside * (outside + 2 * restEnergy_GeV)) / (momentum * momentum);
    kinetic_GeV.push(outside);
    interstellar.push((flux[i] as number) * (total / (charge * momentum)) * gain);
  });
  return { kinetic_GeV, flux: interstellar };
}

/** Power laws from point to point, and beyond the last one with the mean slope of the last intervals. */
function joined(kernel: Kernel, parts: readonly Points[]): LogSpectrum {
  const abscissae = parts.flatMap(({ kinetic_GeV }) => kinetic_GeV.map((energy) => kernel.naturalLogarithm(energy)));
  const ordinates = parts.flatMap(({ flux }) => flux.map((value) => kernel.naturalLogarithm(value)));
  const last = abscissae.length - 1;
  return (logKinetic) => {
    let right = abscissae.findIndex((abscissa) => abscissa > logKinetic);
    if (right === 0) right = 1;
    const left = right < 0 ? last - CONTINUED_FROM : right - 1;
    if (right < 0) right = last;
    const [x0, x1] = [abscissae[left] as number, abscissae[right] as number];
    const [y0, y1] = [ordinates[left] as number, ordinates[right] as number];
    const slope = (y1 - y0) / (x1 - x0);
    return y1 + slope * (logKinetic - x1);
  };
}

function above(limit_GeV: number, file: string): Points {
  const { Ek_mean, value } = readColumns(file, ['Ek_mean', 'value']);
  const kept = Array.from(Ek_mean.keys()).filter((i) => (Ek_mean[i] as number) > limit_GeV * CLEAR_OF);
  return { kinetic_GeV: kept.map((i) => Ek_mean[i] as number), flux: kept.map((i) => value[i] as number) };
}

/**
 * Measurements: Voyager 1 outside the heliosphere below, AMS-02 demodulated in the middle, DAMPE or CALET above.
 *
 * Protons: Voyager 1 4 to 306 MeV, a power law across to 1.1 GeV, AMS-02 to 1.4 TeV, DAMPE from 2 to 125 TeV, then continued.
 * Helium: Voyager 1 15 MeV to 2.3 GeV, AMS-02 2.9 GeV to 4.6 TeV, DAMPE from 5 to 198 TeV, then continued.
 *
 * @param options.above calorimeter whose spectra continue those of AMS-02
 */
export function measuredNuclei(
  kernel: Kernel,
  options: { readonly potential_MV?: number; readonly above?: 'dampe' | 'calet' } = {},
): InterstellarNuclei {
  const { potential_MV = AMS02_PERIOD_POTENTIAL_MV, above: calorimeter = 'dampe' } = options;
  const rigidityColumns = ['R_mean', 'value'] as const;
  const protons = readColumns('ams02_proton_flux_2021.csv', rigidityColumns);
  const helium = readColumns('ams02_helium_flux_2021.csv', rigidityColumns);
  const middleProtons = demodulated(protons.R_mean, protons.value, PROTON, potential_MV);
  const middleHelium = demodulated(helium.R_mean, helium.value, HELIUM, potential_MV);
  const voyagerProtons = readColumns('voyager1_proton_2012.csv', ['Ek_GeVn', 'value']);
  const voyagerHelium = readColumns('voyager1_helium_2016.csv', ['E_plot', 'value']);
  const year = { dampe: { protons: 2026, helium: 2026 }, calet: { protons: 2022, helium: 2023 } }[calorimeter];
  return {
    protons: joined(kernel, [
      { kinetic_GeV: [...voyagerProtons.Ek_GeVn], flux: [...voyagerProtons.value] },
      middleProtons,
      above(middleProtons.kinetic_GeV.at(-1) as number, `${calorimeter}_proton_flux_${year.protons}.csv`),
    ]),
    helium: joined(kernel, [
      // Per nucleon there, per nucleus here.
      {
        kinetic_GeV: Array.from(voyagerHelium.E_plot, (energy) => HELIUM.nucleons * energy),
        flux: Array.from(voyagerHelium.value, (flux) => flux / HELIUM.nucleons),
      },
      middleHelium,
      above(middleHelium.kinetic_GeV.at(-1) as number, `${calorimeter}_helium_flux_${year.helium}.csv`),
    ]),
  };
}

/**
 * The proton spectrum of lis_parametrisations.csv,
 *   J(R) = N R^G1 [1 + exp(-(ln R - mu)/sigma)]^(-1/nu) {1 + [(R/R1) (1 + (R/R2)^(DG2/S2))^S2]^(DG1/S1)}^S1,
 * per energy, J(T) = J(R) (T + m)/R.
 */
function parametrisedProtons(kernel: Kernel): LogSpectrum {
  const values = new Map(readRows('lis_parametrisations.csv').map(([name, value]) => [name, Number(value)]));
  const value = (name: string): number => {
    const found = values.get(name);
    if (found === undefined) throw new Error(`lis_parametrisations.csv has no ${name}`);
    return found;
  };
  const ln = (x: number): number => kernel.naturalLogarithm(x);
  const exp = (x: number): number => kernel.exponential(Float64Array.of(x))[0] as number;
  const [logFirst, logSecond] = [ln(value('Rb1_GV')), ln(value('Rb2_GV'))];
  return (logKinetic) => {
    const total = exp(logKinetic) + PARAMETRISATION_PROTON_GeV;
    const logRigidity = 0.5 * ln(total * total - PARAMETRISATION_PROTON_GeV * PARAMETRISATION_PROTON_GeV);
    const low = (-1 / value('nu')) * ln(1 + exp(-(logRigidity - value('mu')) / value('sigma')));
    const second = value('S2') * ln(1 + exp((value('DG2') / value('S2')) * (logRigidity - logSecond)));
    const first = value('S1') * ln(1 + exp((value('DG1') / value('S1')) * (logRigidity - logFirst + second)));
    return ln(value('Norm')) + value('G1') * logRigidity + low + first + ln(total) - logRigidity;
  };
}

/** The parametrised protons, and helium by its measured ratio to protons at the same rigidity. */
function parametrisedNuclei(kernel: Kernel): InterstellarNuclei {
  const measured = measuredNuclei(kernel);
  const protons = parametrisedProtons(kernel);
  return {
    protons,
    helium: (logKinetic) => {
      const kinetic = kernel.exponential(Float64Array.of(logKinetic))[0] as number;
      const momentum = Math.sqrt(kinetic * (kinetic + 2 * HELIUM.restEnergy_GeV));
      const rigidity = momentum / HELIUM.charge;
      const total = Math.sqrt(rigidity * rigidity + PROTON.restEnergy_GeV * PROTON.restEnergy_GeV);
      const logProton = kernel.naturalLogarithm((rigidity * rigidity) / (total + PROTON.restEnergy_GeV));
      // dT/dR is the same for parametrised and measured protons.
      return measured.helium(logKinetic) + protons(logProton) - measured.protons(logProton);
    },
  };
}

/** The spectra that a scenario names. */
export function interstellarNuclei(kernel: Kernel, primarySpectra: PrimarySpectra): InterstellarNuclei {
  return primarySpectra === 'ams02-demodulated' ? measuredNuclei(kernel) : parametrisedNuclei(kernel);
}
