import { describe, expect, test } from 'vitest';
import {
  type CrossSections,
  emissivity,
  emissivityTable,
  readCrossSections,
  tabulatedEnergies,
} from '../../scripts/secondaries/emissivity.ts';
import {
  type InterstellarNuclei,
  interstellarNuclei,
  measuredNuclei,
} from '../../scripts/secondaries/interstellarNuclei.ts';
import { HELIUM, PION_THRESHOLD_GeV, PROTON } from '../../scripts/secondaries/particles.ts';
import { readColumns, readRows } from '../../scripts/secondaries/readTable.ts';
import { testKernel } from '../support.ts';

const kernel = await testKernel();
const crossSections = readCrossSections(kernel);
const measured = measuredNuclei(kernel);

/** What the gas of the disc makes: 0.9 hydrogen and 0.1 helium atoms per cm^3. */
function production(
  energies: readonly number[],
  nuclei: InterstellarNuclei = measured,
  tables: CrossSections = crossSections,
  options: { readonly tabulatedOnly?: boolean; readonly step?: number } = {},
): number[] {
  const { hydrogen, helium } = emissivity(kernel, nuclei, tables, Float64Array.from(energies), options);
  return Array.from(hydrogen, (value, i) => 0.9 * value + 0.1 * (helium[i] as number));
}

/** Relative differences of two lists. */
const differences = (one: readonly number[], other: readonly number[]) =>
  one.map((value, i) => value / (other[i] as number) - 1);
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

/** Protons as a power law, and next to no helium. */
const powerLawProtons = (index: number): InterstellarNuclei => ({
  protons: (logKinetic) => -index * logKinetic,
  helium: () => -400,
});

/** One of the tables as it stands in the file. */
function rawTable(collision: string) {
  const [header, ...rows] = readRows(`aafrag_positron_${collision}.csv`) as [string[], ...string[][]];
  return {
    energies: header.slice(1).map(Number),
    rows: rows.map(([total, ...cells]) => ({ total: Number(total), values: cells.map(Number) })),
  };
}

test('the shipped table is what the raw tables give (npx vitest run --project unit -u writes it)', async () => {
  await expect(emissivityTable(kernel)).toMatchFileSnapshot('../../src/data/secondaryTables/positron_emissivity.csv');
});

describe('interstellar protons and helium', () => {
  const at = (spectrum: (logKinetic: number) => number, kinetic: number) => Math.exp(spectrum(Math.log(kinetic)));

  test('a measured point is found again: rigidity to energy, and the force field backwards', () => {
    // 10.54 GV, 21.55 per GV at Earth; T = 9.643 GeV there, 573 MeV more outside.
    const total = Math.hypot(10.54, PROTON.restEnergy_GeV);
    const outside = total - PROTON.restEnergy_GeV + 0.573;
    const momentum = outside * (outside + 2 * PROTON.restEnergy_GeV);
    const expected = 21.55 * (total / 10.54) * (momentum / 10.54 ** 2);
    // Rounding.
    expect(at(measured.protons, outside) / expected - 1).toBeCloseTo(0, 12);
    const helium = Math.hypot(2 * 10.54, HELIUM.restEnergy_GeV);
    const nucleus = helium - HELIUM.restEnergy_GeV + 2 * 0.573;
    const gain = (nucleus * (nucleus + 2 * HELIUM.restEnergy_GeV)) / (2 * 10.54) ** 2;
    expect(at(measured.helium, nucleus) / (3.927 * (helium / (4 * 10.54)) * gain) - 1).toBeCloseTo(0, 12);
  });

  test('fluxes of Voyager 1 and of AMS-02 meet, and those of AMS-02 and DAMPE', () => {
    // Across a gap the slope must lie between those on both sides, or near: a step of 10 % over the gap of a factor 3.4 is 0.08.
    const slope = (spectrum: (logKinetic: number) => number, from: number, to: number) =>
      (spectrum(Math.log(to)) - spectrum(Math.log(from))) / Math.log(to / from);
    expect(slope(measured.protons, 0.306, 1.06)).toBeLessThan(slope(measured.protons, 0.2, 0.306) + 0.5);
    expect(slope(measured.protons, 0.306, 1.06)).toBeGreaterThan(slope(measured.protons, 1.1, 2));
    // AMS-02 errors at 1.4 TV 5 %, at 2.3 TV 8 %; DAMPE 7 and 11 %: the steps are 2 and 3 %.
    const dampe = readColumns('dampe_proton_flux_2026.csv', ['Ek_mean', 'value']);
    const ams = at(measured.protons, 1251);
    const point = dampe.value[Array.from(dampe.Ek_mean).indexOf(1251)] as number;
    expect(Math.abs(ams / point - 1)).toBeLessThan(0.03);
    const heliumPoint = 1.06e-6 * (4609 / 4981) ** -2.6;
    expect(Math.abs(at(measured.helium, 4609) / heliumPoint - 1)).toBeLessThan(0.04);
  });

  test('DAMPE, transcribed once, agrees with CALET within the errors of both', () => {
    const calet = measuredNuclei(kernel, { above: 'calet' });
    for (const kinetic of [5e3, 1e4, 2e4, 5e4]) {
      // CALET 8 to 25 %, DAMPE 10 to 12 %: the largest step, 17 % for protons of 20 TeV, is 1.1 times both errors together.
      expect(Math.abs(at(calet.protons, kinetic) / at(measured.protons, kinetic) - 1)).toBeLessThan(0.18);
      expect(Math.abs(at(calet.helium, kinetic) / at(measured.helium, kinetic) - 1)).toBeLessThan(0.06);
    }
  });

  test('the parametrised protons lie within 16 % of the measured ones to 3 TeV, and miss the fall above 15 TeV', () => {
    const parametrised = interstellarNuclei(kernel, 'lis-parametrisation');
    const ratio = (kinetic: number) => at(parametrised.protons, kinetic) / at(measured.protons, kinetic);
    const ratios = [0.1, 0.3, 1, 2, 5, 10, 30, 100, 300, 1000, 3000].map(ratio);
    expect(Math.min(...ratios)).toBeGreaterThan(0.84);
    expect(Math.max(...ratios)).toBeLessThan(1.04);
    expect(ratio(1e5)).toBeGreaterThan(1.2);
  });

  test('its helium keeps the measured ratio to protons at one rigidity', () => {
    const parametrised = interstellarNuclei(kernel, 'lis-parametrisation');
    const rigidity = 40;
    const proton = Math.hypot(rigidity, PROTON.restEnergy_GeV) - PROTON.restEnergy_GeV;
    const nucleus = Math.hypot(2 * rigidity, HELIUM.restEnergy_GeV) - HELIUM.restEnergy_GeV;
    const ratio = (nuclei: InterstellarNuclei) => at(nuclei.helium, nucleus) / at(nuclei.protons, proton);
    // Rounding.
    expect(ratio(parametrised) / ratio(measured) - 1).toBeCloseTo(0, 12);
  });
});

describe('production of positrons', () => {
  test('by protons with a power law, equals the sum over the rows of the table without any interpolation', () => {
    // Even steps of 0.2 dex over a smooth hump several e-folds wide: the trapezoidal rule is as good as exact. 4e-3: the
    // interpolation between rows, which this sum has not.
    const { energies, rows } = rawTable('pp');
    const used = rows.filter(({ total }) => total >= 10);
    const step = Math.log((used.at(-1)?.total as number) / 10) / (used.length - 1);
    for (const index of [2.4, 2.7, 3]) {
      for (const energy of [10, 100, 1000]) {
        const column = energies.findIndex((one) => Math.abs(one / energy - 1) < 1e-5);
        const sum = used.reduce((subtotal, { total, values }) => {
          const kinetic = total - PROTON.restEnergy_GeV;
          return subtotal + total * kinetic ** -index * (values[column] as number);
        }, 0);
        const expected = (4 * Math.PI * step * sum * 1e-31) / energy;
        const { hydrogen } = emissivity(kernel, powerLawProtons(index), crossSections, Float64Array.of(energy));
        expect(Math.abs((hydrogen[0] as number) / expected - 1), `E^-${index}, ${energy} GeV`).toBeLessThan(4e-3);
      }
    }
  });

  test('positrons carry the energy that the cross sections give them', () => {
    // Protons around 1 TeV, a Gaussian in ln T times T^-2.7; the energy per proton from the rows alone, int F dE.
    const { energies, rows } = rawTable('pp');
    const logFlux = (logKinetic: number) => -2.7 * logKinetic - 0.5 * (logKinetic - Math.log(1000)) ** 2;
    const nuclei: InterstellarNuclei = { protons: logFlux, helium: () => -400 };
    const logStep = Math.LN10 * 0.05;
    const perRow = rows.map(({ total, values }) => ({
      logKinetic: Math.log(total - PROTON.restEnergy_GeV),
      logEnergy: Math.log(values.reduce((sum, value, i) => sum + value * (energies[i] as number) * logStep, 0)),
    }));
    const [from, to] = [Math.log(5), Math.log(1e6)];
    const steps = 2000;
    let expected = 0;
    for (let k = 0; k < steps; k++) {
      const logKinetic = from + ((to - from) * (k + 0.5)) / steps;
      const right = perRow.findIndex((row) => row.logKinetic > logKinetic);
      const [low, high] = [perRow[right - 1], perRow[right]] as const;
      if (!low || !high) throw new Error('the protons leave the table');
      const weight = (logKinetic - low.logKinetic) / (high.logKinetic - low.logKinetic);
      const perProton = (1 - weight) * low.logEnergy + weight * high.logEnergy;
      expected += Math.exp(perProton + logFlux(logKinetic) + logKinetic);
    }
    expected *= (4e-31 * Math.PI * (to - from)) / steps;
    const grid = Float64Array.from({ length: 112 }, (_, i) => 10 ** (-1.5 + 0.05 * i));
    const { hydrogen } = emissivity(kernel, nuclei, crossSections, grid);
    const energy = hydrogen.reduce((sum, value, i) => sum + value * (grid[i] as number) ** 2 * logStep, 0);
    // 2e-3: between the rows ln F is linear in ln T here, the logarithm of its integral there.
    expect(Math.abs(energy / expected - 1)).toBeLessThan(2e-3);
  });

  const energies = [0.5, 1, 2, 5, 10, 30, 100, 300, 1000];

  test('has the size known for it: some 5e-27 positrons per GeV, cm^3 and s at 1 GeV, falling as E^-2.7', () => {
    const [atOne, atTen] = production([1, 10]) as [number, number];
    // 1e-3: the numbers of a separate program with the same definitions (4.3819e-27 and 8.966e-30).
    expect(atOne / 4.3819e-27 - 1).toBeCloseTo(0, 3);
    expect(atTen / 8.9658e-30 - 1).toBeCloseTo(0, 3);
    expect(Math.log10(atTen / atOne)).toBeCloseTo(-2.69, 2);
  });

  test('owes 0.2 % at most to the interpolation between rows', () => {
    const coarse = production(energies, measured, readCrossSections(kernel, { everyOther: true }));
    // Every other row gives 0.6 %; the error falls as the square of the distance of rows.
    expect(largest(differences(coarse, production(energies)))).toBeLessThan(0.006);
  });

  test('owes 2e-5 at most to the step of the integral', () => {
    const fine = production(energies, measured, crossSections, { step: 0.01 });
    expect(largest(differences(production(energies), fine))).toBeLessThan(2e-5);
  });

  test('comes from extrapolated cross sections to 21 % at 0.5 GeV, 6 % at 1 GeV, and not at all from 5 GeV', () => {
    const without = production(energies, measured, crossSections, { tabulatedOnly: true });
    const share = differences(without, production(energies)).map((difference) => -difference);
    expect(share[0]).toBeCloseTo(0.212, 3);
    expect(share[1]).toBeCloseTo(0.061, 3);
    expect(share[2]).toBeLessThan(1e-3);
    for (const value of share.slice(3)) expect(Math.abs(value)).toBeLessThan(1e-5);
  });

  test('changes by 2 % at 1 GeV and 0.2 % at 10 GeV for a potential of 530 MV, the other calibration', () => {
    const other = differences(
      production(energies, measuredNuclei(kernel, { potential_MV: 530 })),
      production(energies),
    );
    expect(other[1]).toBeCloseTo(-0.021, 3);
    expect(other[4]).toBeCloseTo(-0.002, 3);
  });

  test('changes by 2 % at 100 GeV and 6 % at 1 TeV with CALET above AMS-02', () => {
    const other = differences(production(energies, measuredNuclei(kernel, { above: 'calet' })), production(energies));
    expect(other[6]).toBeCloseTo(-0.02, 2);
    expect(other[8]).toBeCloseTo(-0.065, 2);
  });

  test('differs between the two choices of spectra by 1 % to 10 GeV and 13 % to 1 TeV', () => {
    const other = differences(
      production(energies, interstellarNuclei(kernel, 'lis-parametrisation')),
      production(energies),
    );
    expect(largest(other.slice(0, 5))).toBeLessThan(0.014);
    expect(largest(other)).toBeLessThan(0.13);
  });

  test('no positron has more than the energy per nucleon, and none is made below the threshold', () => {
    const { pp, Hep } = crossSections;
    const grid = Float64Array.of(Math.log(9), Math.log(11));
    expect(pp.at(Math.log(10), grid)[1]).toBe(0);
    expect(Hep.at(Math.log(40), grid)[1]).toBe(0);
    expect(pp.at(Math.log(0.99 * PION_THRESHOLD_GeV), Float64Array.of(Math.log(0.05)))[0]).toBe(0);
    // Free nucleons make a pion from 290 MeV on.
    expect(PION_THRESHOLD_GeV).toBeCloseTo(0.29, 3);
  });

  test('ten energies a decade are enough: cubics between them', () => {
    const shipped = tabulatedEnergies(kernel);
    const logarithms = Array.from(emissivity(kernel, measured, crossSections, shipped).hydrogen, Math.log);
    const middles = Float64Array.from(shipped.slice(1, -2), (energy, i) =>
      Math.sqrt(energy * (shipped[i + 2] as number)),
    );
    const between = emissivity(kernel, measured, crossSections, middles).hydrogen;
    const errors = Array.from(between, (value, i) => {
      const [a, b, c, d] = logarithms.slice(i, i + 4) as [number, number, number, number];
      return Math.exp((-a + 9 * b + 9 * c - d) / 16) / value - 1;
    });
    // 8e-4 around 1 GeV, where tables and extrapolation meet; 1e-4 from 5 GeV to 10 TeV.
    expect(largest(errors)).toBeLessThan(1.5e-3);
    const high = errors.filter((_, i) => (middles[i] as number) > 5 && (middles[i] as number) < 1e4);
    expect(largest(high)).toBeLessThan(2e-4);
  });
});
