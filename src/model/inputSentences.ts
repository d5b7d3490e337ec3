/**
 * What can be wrong with a scenario, one sentence each, behind the path of the place; other languages follow its shape.
 *
 * Sentences about files and command lines, which stand where they are made, are not among them.
 */
import { InputError } from './inputError.ts';

/** A choice or a number as it stands in a scenario. */
type Value = number | string | null;

export const inputSentences = {
  // Shape
  notAllowed: (value: string, allowed: string) => `is ${value}, but must be ${allowed}; change it.`,
  unknownKey: () => 'is not a key of a scenario; remove it or correct its spelling.',
  missing: () => 'is missing; add it (every key of a scenario is written out, see "geminga schema").',

  // Injection
  halfABreak: (value: Value, missing: string) =>
    `is ${value} while ${missing} is null; give both for a break, or null for neither.`,
  belowMinEnergy: (value_GeV: number, least_GeV: number) =>
    `is ${value_GeV} GeV, but must be above minEnergy_GeV, ${least_GeV} GeV; raise it.`,
  cutoffBelowMinEnergy: (value_GeV: number, least_GeV: number) =>
    `is ${value_GeV} GeV, but must not be below minEnergy_GeV, ${least_GeV} GeV; raise it.`,
  infiniteEnergy: (index: number) =>
    `is null while the spectral index is ${index}: the energy would be infinite; give cutoffEnergy_GeV or maxEnergy_GeV, or an index above 2.`,
  delayAboveAge: (delay_kyr: number, age_kyr: number) =>
    `is ${delay_kyr} kyr, but must be below the age, ${age_kyr} kyr; lower it.`,

  // Pulsars of a catalogue
  twice: (name: string, what: string) => `names "${name}" again; name every ${what} once.`,
  agesCross: (least_kyr: number, most_kyr: number) =>
    `is ${least_kyr} kyr, but must be below maxAge_kyr, ${most_kyr} kyr; lower it.`,
  catalogueInVolumes: () =>
    'holds a catalogue while propagation.solver is "finite-volume", which would take minutes; set the solver to "greens", or population to null.',
  catalogueInClosedForm: () =>
    'is "tang-piran-2019", a closed form for comparison with listed pulsars; set it to "exact", or population to null.',

  // Tables
  columnLength: (values: number, energies: number) =>
    `has ${values} numbers for ${energies} energies; give one for every energy.`,
  unsorted: (energy_GeV: number) => `is ${energy_GeV} GeV, not above the one before; sort the table by energy.`,

  // Dark matter
  processNeeds: (process: string) => `is null, but ${process} needs it; give a number.`,
  processIgnores: (value: Value, process: string) => `is ${value}, but ${process} does not use it; set it to null.`,
  channelNeedsTable: () => 'is null, but channel "table" needs it; give positrons per event, or another channel.',
  channelHasSpectrum: (channel: string) => `is given, but channel "${channel}" brings its own; set it to null.`,
  beyondMass: (last_GeV: number, most_GeV: number) =>
    `ends at ${last_GeV} GeV, but no positron can have more than ${most_GeV} GeV; cut the table or raise the mass.`,

  // Diffusion
  twoForms: (energy_GeV: number) =>
    `is ${energy_GeV} GeV together with breakEnergy_GeV; use one form of D(E) and set the other to null.`,
  juettnerAlone: () =>
    'is "juettner", which holds for one zone and the solver "greens" only; set halo to null and the solver to "greens", or use "gaussian".',
  movesInVolumes: (pulsar: string, velocity_km_s: number) =>
    `is "finite-volume", which needs pulsars at rest, but ${pulsar} moves with ${velocity_km_s} km/s; use "greens" or set its velocity to 0.`,
  discAboveHalo: (thickness_kpc: number, height_kpc: number) =>
    `is ${thickness_kpc} kpc, but must not exceed haloHalfHeight_kpc, ${height_kpc} kpc; lower it.`,
  haloEndsEarly: (end_kyr: number, begin_kyr: number) =>
    `is ${end_kyr} kyr, but must be after beginTime_kyr, ${begin_kyr} kyr; raise it.`,
  formInVolumes: (form: string) => `is "${form}", but the solver "finite-volume" uses none; set it to "exact".`,
  noGreensFunction: (value: Value) =>
    `is ${value}, which has no Green's function; set propagation.solver to "finite-volume", or take it back.`,
  formInsideHalo: (pulsar: string, distance_pc: number, radius_pc: number) =>
    `is "tang-piran-2019", which can be negative inside the halo, where the Earth is for ${pulsar} (${distance_pc} pc, radius ${radius_pc} pc); use "exact".`,

  // Losses
  thomsonNeedsRate: () => 'is null, but Thomson losses need it; give b0 in GeV/s, 1e-16 for instance.',
  thomsonIgnores: () => 'is given, but Thomson losses do not use it; set it to null.',
  kleinNishinaIgnoresRate: (rate: number) => `is ${rate}, but Klein-Nishina losses do not use it; set it to null.`,
  kleinNishinaNeedsField: () => 'is null, but Klein-Nishina losses need it; give B in uG, 3 for instance.',
  kleinNishinaNeedsRadiation: () =>
    'is null, but Klein-Nishina losses need it; name a field, "hooper2017" for instance.',
  noBlackbodies: () => 'is null, but radiationField "custom" needs it; list the blackbodies.',
  sameBlackbody: (name: string) => `names "${name}" twice (synchrotron counts too); give every component its own name.`,
  nothingCools: () => 'is 0 uG and no radiation component has energy: nothing would cool; raise one of them.',
  fieldHasBlackbodies: (field: string) =>
    `is given, but radiationField "${field}" brings its own; set it to null or the field to "custom".`,

  // Priors
  priorOfFixed: (path: string) => `is "${path}", which is not free; free it, or remove the prior.`,
  secondPrior: (path: string) => `is "${path}" again; give a parameter one prior.`,
  priorWidth: (deviation: number) => `is ${deviation}, but must be above 0; raise it.`,
  priorCrosses: (low: number, high: number) => `is ${low}, but must be below high, ${high}; exchange them.`,
  priorNotPositive: (low: number) => `is ${low}, but a log-uniform prior needs a number above 0; raise it.`,

  // Names, fit
  sameName: (name: string) => `is "${name}", the name of another source; give every source its own.`,
  rangeCrosses: (low_GeV: number, high_GeV: number) =>
    `is ${low_GeV} to ${high_GeV} GeV, but the lower end must be below the upper one; exchange them.`,
  fittedAlready: (dataset: string) => `is "${dataset}", the data set of the fit already; remove it.`,
  notFreeable: (path: string, allowed: string) =>
    `is "${path}", which is no number of this scenario that a fit can free; use one of ${allowed}, …`,
  freeTwice: (path: string) => `is "${path}" again; name every free parameter once.`,
  nothingFree: () => 'is empty: there is nothing to fit; free at least one parameter.',
  notPredicted: (table: string, quantity: string) =>
    `holds ${table}, whose ${quantity} the program does not predict; remove it.`,
  fewPointsForProfile: (points: number, free: number) =>
    `holds ${points} points for ${free} free parameters: there is no minimum to take a profile of; widen it or free fewer.`,
  notFreeForProfile: (free: string) => `is not free, so that it has no profile; free parameters are ${free}.`,
  noInverse: (table: string) =>
    `is "covariance", but the errors of ${table} have no inverse: each point needs a statistical error; use "quadrature".`,
  noSuchError: (errors: string, table: string, energy_GeV: number) =>
    `is "${errors}", but ${table} has no such error at ${energy_GeV} GeV; use "quadrature".`,
};

export type InputSentences = typeof inputSentences;

/** What an error is made of, so that it can be said in any language. */
export interface SaidInputError {
  readonly id: keyof InputSentences;
  readonly values: readonly Value[];
}

/** An error whose sentence is one of `inputSentences`, behind the path of the place. */
export function inputError<Id extends keyof InputSentences>(
  path: string,
  id: Id,
  ...values: Parameters<InputSentences[Id]>
): InputError {
  const sentence = inputSentences[id] as (...values: Parameters<InputSentences[Id]>) => string;
  return new InputError(path, `${path || 'the scenario'} ${sentence(...values)}`, { id, values });
}
