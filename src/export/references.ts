/** Whom a scenario owes: the works behind every method, field and table that it uses. */
import { descriptionOf } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import { OWN_DATA_ID, type TableId } from '../model/datasetIds.ts';
import { freePaths, placedParameters } from '../model/paths.ts';
import * as PRESET_CITATIONS from '../model/presets/citations.ts';
import { presetById } from '../model/presets/presets.ts';
import type { Citation } from '../model/presets/presetTypes.ts';
import { RADIATION_FIELDS } from '../model/radiationFields.ts';
import type { Scenario } from '../model/scenario.ts';
import { type ScenarioValue, scenarioValues } from './scenarioLines.ts';

/** A published work; its title may stand apart from the rest of the citation. */
export interface Work extends Citation {
  readonly title?: string;
}

/** A work, and what it is cited for. */
export interface CitedWork extends Work {
  readonly use: string;
}

/** Works behind the methods; a title or a DOI stands here only where it was looked up. */
const METHODS = {
  moderski2005: {
    text: 'Moderski, Sikora, Coppi, Aharonian, MNRAS 363, 954 (2005)',
    title: 'Klein–Nishina effects in the spectra of non-thermal sources immersed in external radiation fields',
    doi: '10.1111/j.1365-2966.2005.09494.x',
  },
  blumenthalGould1970: {
    text: 'Blumenthal, Gould, RMP 42, 237 (1970)',
    title:
      'Bremsstrahlung, Synchrotron Radiation, and Compton Scattering of High-Energy Electrons Traversing Dilute Gases',
    doi: '10.1103/RevModPhys.42.237',
  },
  jones1968: { text: 'Jones, Phys. Rev. 167, 1159 (1968)', doi: '10.1103/PhysRev.167.1159' },
  atoyan1995: { text: 'Atoyan, Aharonian, Völk, PRD 52, 3265 (1995)', doi: '10.1103/PhysRevD.52.3265' },
  carslawJaeger1959: { text: 'Carslaw, Jaeger, Conduction of Heat in Solids (1959)', doi: '' },
  tangPiran2019: {
    text: 'Tang, Piran, MNRAS 484, 3491 (2019)',
    title: 'Positron flux and γ-ray emission from Geminga pulsar and pulsar wind nebula',
    doi: '10.1093/mnras/stz268',
  },
  aharonian2010: {
    text: 'Aharonian, Kelner, Prosekin, PRD 82, 043002 (2010)',
    title:
      'Angular, spectral, and time distributions of highest energy protons and associated secondary gamma-rays and neutrinos propagating through extragalactic magnetic and radiation fields',
    doi: '10.1103/PhysRevD.82.043002',
  },
  alexander1977: {
    text: 'Alexander, SIAM J. Numer. Anal. 14, 1006 (1977)',
    title: 'Diagonally Implicit Runge–Kutta Methods for Stiff O.D.E.’s',
    doi: '10.1137/0714068',
  },
  gaenslerSlane2006: { text: 'Gaensler, Slane, ARA&A 44, 17 (2006)', doi: '' },
  gleesonAxford1968: {
    text: 'Gleeson, Axford, ApJ 154, 1011 (1968)',
    title: 'Solar Modulation of Galactic Cosmic Rays',
    doi: '10.1086/149822',
  },
  aafrag2023: {
    text: 'Kachelrieß, Ostapchenko, Tjemsland, Comput. Phys. Commun. 287, 108698 (2023)',
    title:
      'AAfrag 2.01: Interpolation routines for Monte Carlo results on secondary production including light antinuclei in hadronic interactions',
    doi: '10.1016/j.cpc.2023.108698',
  },
  ams2021: {
    text: 'Aguilar et al. (AMS), Phys. Rep. 894, 1 (2021)',
    title:
      'The Alpha Magnetic Spectrometer (AMS) on the International Space Station: Part II — Results from the First Seven Years',
    doi: '10.1016/j.physrep.2020.09.003',
  },
  voyager2016: { text: 'Cummings et al., ApJ 831, 18 (2016)', doi: '' },
  dampe2026: { text: 'DAMPE, Nature 653, 52 (2026)', doi: '10.1038/s41586-026-10472-0' },
  crdb2023: {
    text: 'Maurin, Ahlers, Dembinski, Haungs, Mangeard, Melot, Mertsch, Wochele, Wochele, EPJC 83, 971 (2023)',
    title: 'A cosmic-ray database update: CRDB v4.1',
    doi: '10.1140/epjc/s10052-023-12092-8',
  },
  more1978: { text: 'Moré, Lecture Notes in Mathematics 630, 105 (1978)', doi: '' },
  dennis1981: { text: 'Dennis, Gay, Welsch, ACM Trans. Math. Softw. 7, 348 (1981)', doi: '' },
  jamesRoos1975: { text: 'James, Roos, Comput. Phys. Commun. 10, 343 (1975)', doi: '' },
  goodmanWeare2010: { text: 'Goodman, Weare, Commun. Appl. Math. Comput. Sci. 5, 65 (2010)', doi: '' },
  foremanMackey2013: { text: 'Foreman-Mackey et al. (2013)', doi: '10.1086/670067' },
  vehtari2021: { text: 'Vehtari et al., Bayesian Analysis 16, 667 (2021)', doi: '' },
} as const satisfies Readonly<Record<string, Work>>;

/** What was done with a scenario beyond its prediction. */
export type AnalysisKind = 'fit' | 'profile' | 'posterior';

/** The methods of each: the walkers of a posterior start at a fit, and so do profiles. */
const ANALYSES: Readonly<Record<AnalysisKind, readonly CitedWork[]>> = {
  fit: [
    { ...METHODS.more1978, use: 'minimisation' },
    { ...METHODS.dennis1981, use: 'second derivatives of the residuals' },
    { ...METHODS.jamesRoos1975, use: 'errors of a fit' },
  ],
  profile: [{ ...METHODS.jamesRoos1975, use: 'profile likelihood' }],
  posterior: [
    { ...METHODS.goodmanWeare2010, use: 'sampler of the posterior' },
    { ...METHODS.foremanMackey2013, use: 'halves of the ensemble' },
    { ...METHODS.vehtari2021, use: 'convergence of the chains' },
  ],
};

/** Works that are known with their titles, for those that others cite without. */
export const KNOWN_WORKS: readonly Work[] = [...Object.values(METHODS), ...Object.values(PRESET_CITATIONS)];

type Test = (value: ScenarioValue['value']) => boolean;
const is =
  (...options: readonly string[]): Test =>
  (value) =>
    options.includes(String(value));
const isGiven: Test = (value) => value !== null && value !== 0;

/** What a value of a scenario brings in: every rule whose path and value fit counts. */
const RULES: readonly (readonly [path: RegExp, test: Test, use: string, works: readonly Work[]])[] = [
  [/^sources\[.+\]\.type$/, is('pulsar'), 'spin-down of a pulsar', [METHODS.gaenslerSlane2006]],
  [/^sources\[.+\]\.type$/, is('ams02-fit-function'), 'the fit function', [PRESET_CITATIONS.AMS_2019]],
  [/^population\.catalogue$/, isGiven, 'spin-down of a pulsar', [METHODS.gaenslerSlane2006]],
  [/^population\.catalogue$/, is('atnf-2.65'), 'catalogue of pulsars', [PRESET_CITATIONS.ATNF]],
  [/^propagation\.solver$/, is('greens'), 'diffusion with energy losses', [METHODS.atoyan1995]],
  [/^propagation\.solver$/, is('finite-volume'), 'steps in time of the finite volumes', [METHODS.alexander1977]],
  [/^propagation\.propagator$/, is('juettner'), 'propagator without superluminal motion', [METHODS.aharonian2010]],
  [/^propagation\.referenceEnergy_GeV$/, isGiven, 'form of the diffusion coefficient', [PRESET_CITATIONS.HAWC_2017]],
  [/^propagation\.breakEnergy_GeV$/, isGiven, 'break of the diffusion coefficient', [PRESET_CITATIONS.EVOLI_2021]],
  [/^propagation\.halo\.greensFunction$/, is('exact'), 'diffusion in two zones', [METHODS.carslawJaeger1959]],
  [/^propagation\.halo\.greensFunction$/, is('tang-piran-2019'), 'closed form of two zones', [METHODS.tangPiran2019]],
  [
    /^losses\.model$/,
    is('klein-nishina'),
    'Klein-Nishina losses',
    [METHODS.moderski2005, METHODS.blumenthalGould1970, METHODS.jones1968],
  ],
  [/^losses\.model$/, is('kn-fit', 'thomson'), 'energy losses', [METHODS.blumenthalGould1970]],
  [/^background\.model$/, is('ams02-diffuse-term'), 'diffuse term', [PRESET_CITATIONS.AMS_2019]],
  [/^background\.model$/, is('secondaries'), 'cross sections of secondary positrons', [METHODS.aafrag2023]],
  [
    /^background\.primarySpectra$/,
    is('ams02-demodulated'),
    'spectra of protons and helium nuclei',
    [METHODS.ams2021, METHODS.voyager2016, METHODS.dampe2026],
  ],
  [/^sun\.potential_MV$/, isGiven, 'solar modulation', [METHODS.gleesonAxford1968]],
];

/** Tables that were not read from the cosmic-ray database. */
const NOT_FROM_CRDB: readonly TableId[] = [
  OWN_DATA_ID,
  'ams02-positrons-2019',
  'calet-all-electrons-2023',
  'veritas-all-electrons-2018',
];

/** The values that act on the flux: those of blocks in use, of sources that are switched on. */
function valuesInUse(scenario: Scenario): ScenarioValue[] {
  const free = new Set(freePaths(scenario));
  const blocks = new Map<string, boolean>();
  for (const { path, blockPath, parameter } of placedParameters(scenario)) {
    const isFreeable = parameter.kind !== 'choice' && parameter.fit;
    if (isFreeable) blocks.set(blockPath, (blocks.get(blockPath) ?? false) || free.has(path));
  }
  return scenarioValues(scenario).filter(({ path }) => blocks.get(path.slice(0, path.lastIndexOf('.'))) !== false);
}

/** The measured electrons that are added to the positrons. */
function electronsOf(scenario: Scenario): CitedWork[] {
  const { reference, doi } = descriptionOf(scenario, scenario.electrons.flux);
  return [{ text: reference, doi, use: 'electrons beside the positrons' }];
}

function radiationField(name: unknown): CitedWork[] {
  if (typeof name !== 'string' || !Object.hasOwn(RADIATION_FIELDS, name)) return [];
  const { paper } = RADIATION_FIELDS[name as keyof typeof RADIATION_FIELDS];
  return [{ text: paper, doi: '', use: `radiation field ${name}` }];
}

/**
 * The works that a scenario, its data and its preset rest on, in the order of the scenario; one may come several times.
 *
 * @param datasets tables that the model is compared with
 * @param presetId published model that the scenario follows or changes, if any
 * @param analyses what was done with it
 */
export function worksOf(
  scenario: Scenario,
  datasets: readonly Dataset[],
  presetId?: string | null,
  analyses: readonly AnalysisKind[] = [],
): CitedWork[] {
  const preset = presetId == null ? undefined : presetById(presetId);
  const values = valuesInUse(scenario);
  const field = values.find(({ path }) => path === 'losses.radiationField')?.value;
  const needsElectrons = datasets.some(({ quantity }) => MEASURED_QUANTITIES[quantity].needsElectrons);
  const tables = [...datasets.map(({ id }) => id), ...(needsElectrons ? [scenario.electrons.flux] : [])];
  return [
    ...datasets.map(({ reference, doi, label }) => ({ text: reference, doi, use: `data: ${label}` })),
    ...(tables.some((id) => !NOT_FROM_CRDB.includes(id)) ? [{ ...METHODS.crdb2023, use: 'database of the data' }] : []),
    ...(needsElectrons ? electronsOf(scenario) : []),
    ...(preset?.citations ?? []).map((work) => ({ ...work, use: `preset ${preset?.id}` })),
    ...values.flatMap(({ path, value }) =>
      RULES.flatMap(([place, test, use, works]) =>
        place.test(path) && test(value) ? works.map((work) => ({ ...work, use })) : [],
      ),
    ),
    ...radiationField(field),
    ...analyses.flatMap((kind) => ANALYSES[kind]),
  ];
}
