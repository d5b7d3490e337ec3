import { describe, expect, test } from 'vitest';
import type { Catalogue, CataloguePulsar } from '../../src/data/catalogue/catalogueTypes.ts';
import { loadCatalogue } from '../../src/data/catalogue.ts';
import { InputError } from '../../src/model/inputError.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import type { Halo, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { KILOYEAR_s, PARSEC_cm, SPEED_OF_LIGHT_cm_s } from '../../src/model/units.ts';
import { dipoleAnisotropy } from '../../src/predict/dipole.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import { geminga, powerLawDiffusion, preset, testKernel, thomson, worstRelativeDifference } from '../support.ts';
import { integrate, logarithmicEdges, onPanels } from './quadrature.ts';

const kernel = await testKernel();
const atnf = await loadCatalogue();
const b0 = 1e-16;
const D0 = 1e28;
const energies = Float64Array.of(20, 100, 300, 700);

/** A catalogue of pulsars that differ in name and place only. */
function skyOf(places: Readonly<Record<string, readonly [l: number, b: number]>>): Catalogue {
  const [anyPulsar] = atnf.pulsars as [CataloguePulsar];
  const pulsars = Object.entries(places).map(([name, [longitude_deg, latitude_deg]]) => ({
    ...anyPulsar,
    name,
    alias: null,
    longitude_deg,
    latitude_deg,
  }));
  return { ...atnf, pulsars };
}

/** Listed sources in Thomson losses and fast diffusion, without a background or the Sun's modulation. */
function scenario(sources: PulsarSource[], changes: Partial<Scenario> = {}): Scenario {
  return {
    ...preset('geminga'),
    sources,
    background: { model: 'none' },
    sun: { potential_MV: 0 },
    losses: thomson(b0),
    propagation: powerLawDiffusion(D0, 0.5),
    ...changes,
  };
}

const halo = (changes: Partial<Halo> = {}): Halo => ({
  D0_cm2_s: D0 / 50,
  radius_pc: 50,
  greensFunction: 'exact',
  centre: 'emission',
  delta: null,
  edgeWidth_pc: 0,
  beginTime_kyr: 0,
  endTime_kyr: null,
  ...changes,
});
const inHalo = (changes: Partial<Halo> = {}) => ({ ...powerLawDiffusion(D0, 0.5), halo: halo(changes) });

/** lambda^2 between Es(t) and E, cm^2, and Es, in Thomson losses with D = D0 E^0.5. */
function way(energy: number, time_s: number) {
  const sourceEnergy = energy / (1 - b0 * energy * time_s);
  return { sourceEnergy, lambdaSquared: ((4 * D0) / (b0 * 0.5)) * (energy ** -0.5 - sourceEnergy ** -0.5) };
}
const diffusion = (energy: number) => D0 * Math.sqrt(energy);

describe('one source', () => {
  const burst = geminga({ injection: 'burst' });
  const distance = burst.distance_pc * PARSEC_cm;

  /** (3 D / c)(2 d / lambda^2). */
  const closedForm = energies.map((energy) => {
    const { lambdaSquared } = way(energy, burst.age_kyr * KILOYEAR_s);
    return ((3 * diffusion(energy)) / SPEED_OF_LIGHT_cm_s) * ((2 * distance) / lambdaSquared);
  });

  test('a burst alone gives (3D/c)(2d/lambda^2) towards the pulsar', () => {
    const dipole = dipoleAnisotropy(kernel, scenario([burst]), atnf, energies);
    // 1e-8: four points of ln N, which is a parabola in d here; rounding of ln N over the step.
    expect(worstRelativeDifference(dipole.amplitude, closedForm)).toBeLessThan(1e-8);
    for (const [k] of energies.entries()) {
      // Geminga: l = 195.134, b = 4.266 degrees.
      expect(dipole.longitude_deg[k]).toBeCloseTo(195.134, 10);
      expect(dipole.latitude_deg[k]).toBeCloseTo(4.266, 10);
    }
  });

  test('under an isotropic background it counts by its share of the flux, modulated or not', () => {
    for (const potential_MV of [0, 600]) {
      const among = scenario([burst], {
        background: { model: 'ams02-diffuse-term', normalisation: 1 },
        sun: { potential_MV },
      });
      const { components, total } = predictSpectrum(kernel, among, energies);
      const alone = dipoleAnisotropy(kernel, { ...among, background: { model: 'none' } }, atnf, energies).amplitude;
      const expected = alone.map((amplitude, k) => (amplitude * components[0]!.flux[k]!) / total[k]!);
      // Rounding.
      const found = dipoleAnisotropy(kernel, among, atnf, energies).amplitude;
      expect(worstRelativeDifference(found, expected)).toBeLessThan(1e-12);
      expect(found.every((amplitude, k) => amplitude < (alone[k] as number))).toBe(true);
    }
  });

  test('the Sun moves the energy at which density and D count to T + phi', () => {
    const atEarth = dipoleAnisotropy(kernel, scenario([burst], { sun: { potential_MV: 1000 } }), atnf, energies);
    const outside = dipoleAnisotropy(
      kernel,
      scenario([burst]),
      atnf,
      energies.map((energy) => energy + 1),
    );
    expect(worstRelativeDifference(atEarth.amplitude, outside.amplitude)).toBeLessThan(1e-12);
  });

  test('continuous injection gives the gradient of the integral of the Green’s function', () => {
    const source = geminga({ spectralIndex: 2, cutoffEnergy_GeV: 1e5, spinDownTimescale_kyr: 12 });
    const found = dipoleAnisotropy(kernel, scenario([source]), atnf, energies).amplitude;
    const expected = energies.map((energy) => {
      const oldest = Math.min(source.age_kyr * KILOYEAR_s, 1 / (b0 * energy)) * (1 - 1e-12);
      const quadrature = onPanels(logarithmicEdges(1e-4 * KILOYEAR_s, oldest, 400));
      const moment = (weightOf: (lambdaSquared: number) => number) =>
        integrate(quadrature, (times) =>
          times.map((time) => {
            const { sourceEnergy, lambdaSquared } = way(energy, time);
            const power = (1 + (source.age_kyr - time / KILOYEAR_s) / 12) ** -2;
            const injected = sourceEnergy ** -2 * Math.exp(-sourceEnergy / 1e5) * (sourceEnergy / energy) ** 2;
            const green = Math.exp((-distance * distance) / lambdaSquared) / lambdaSquared ** 1.5;
            return power * injected * green * weightOf(lambdaSquared);
          }),
        );
      const gradient = moment((lambdaSquared) => (2 * distance) / lambdaSquared) / moment(() => 1);
      return ((3 * diffusion(energy)) / SPEED_OF_LIGHT_cm_s) * gradient;
    });
    // 1e-6 is what the step in distance was chosen for.
    expect(worstRelativeDifference(found, expected)).toBeLessThan(1e-6);
  });

  test('nothing arrives, nothing is anisotropic', () => {
    // Cooling leaves no positron of a burst above 1/(b0 t) = 927 GeV.
    const { amplitude, longitude_deg, latitude_deg } = dipoleAnisotropy(
      kernel,
      scenario([burst]),
      atnf,
      Float64Array.of(1000),
    );
    expect([amplitude[0], longitude_deg[0], latitude_deg[0]]).toEqual([0, 0, 0]);
  });
});

describe('two zones', () => {
  const burst = geminga({ injection: 'burst' });
  const amplitudeAt = (distance_pc: number, changes: Partial<Halo> = {}) =>
    dipoleAnisotropy(kernel, scenario([{ ...burst, distance_pc }], { propagation: inHalo(changes) }), atnf, energies)
      .amplitude;

  test('far from the halo: the slope of the exact Green’s function times D outside', () => {
    const expected = energies.map((energy) => {
      const Lambda = way(energy, burst.age_kyr * KILOYEAR_s).lambdaSquared / 4;
      const lengths = [250, 0.1, 50].map((length) => length * PARSEC_cm) as [number, number, number];
      const [radius, step, edge] = lengths;
      const green = (r: number) => kernel.twoZoneGreen(r, edge, 1 / 50, Float64Array.of(Lambda))[0] as number;
      const slope = (green(radius + step) - green(radius - step)) / (2 * step * green(radius));
      return (-3 * diffusion(energy) * slope) / SPEED_OF_LIGHT_cm_s;
    });
    // 1e-6: the step of 0.1 pc leaves (0.1 / 250)^2; G is known to 1e-9.
    expect(worstRelativeDifference(amplitudeAt(250), expected)).toBeLessThan(1e-6);
  });

  test('a halo that diffuses as the Galaxy does is none', () => {
    const same = amplitudeAt(250, { D0_cm2_s: D0 });
    const none = dipoleAnisotropy(kernel, scenario([burst]), atnf, energies).amplitude;
    // 1e-6: G of two zones is a contour integral, good to 1e-9, and its slope is taken over 0.3 %.
    expect(worstRelativeDifference(same, none)).toBeLessThan(1e-6);
  });

  test('the anisotropy passes the edge of the halo without a step, since D dN/dr and N do', () => {
    const inside = amplitudeAt(50 * (1 - 1e-9));
    const outside = amplitudeAt(50 * (1 + 1e-9));
    // 2e-4 is stated for the inner side, where reflection bends ln N; a D from the wrong side would be off by 50.
    expect(worstRelativeDifference(inside, outside)).toBeLessThan(2e-4);
    // Between stencils that keep to one side and those that do not.
    expect(worstRelativeDifference(amplitudeAt(50 / (1.006 - 1e-9)), amplitudeAt(50 / (1.006 + 1e-9)))).toBeLessThan(
      2e-4,
    );
  });
});

describe('several sources', () => {
  const at = (name: string, changes: Partial<PulsarSource> = {}) => geminga({ name, injection: 'burst', ...changes });
  const one = dipoleAnisotropy(kernel, scenario([at('A')]), skyOf({ A: [30, 20] }), energies).amplitude;

  test('equal ones on opposite sides cancel', () => {
    const sky = skyOf({ A: [30, 20], B: [210, -20] });
    const { amplitude, parts } = dipoleAnisotropy(kernel, scenario([at('A'), at('B')]), sky, energies);
    amplitude.forEach((value, k) => {
      // Rounding of the direction cosines.
      expect(value).toBeLessThan(1e-14);
      // Each has half of the flux.
      expect(parts[0]!.amplitude[k]! / one[k]!).toBeCloseTo(0.5, 12);
    });
  });

  test('equal ones at right angles give 1/sqrt 2 of one, halfway between', () => {
    const sky = skyOf({ A: [0, 0], B: [90, 0] });
    const dipole = dipoleAnisotropy(kernel, scenario([at('A'), at('B')]), sky, energies);
    dipole.amplitude.forEach((value, k) => {
      expect(value / one[k]!).toBeCloseTo(Math.SQRT1_2, 12);
      expect(dipole.longitude_deg[k]).toBeCloseTo(45, 10);
      expect(dipole.latitude_deg[k]).toBeCloseTo(0, 10);
    });
  });

  test('a listed pulsar that the catalogue does not know counts as isotropic, and is named', () => {
    const sky = skyOf({ A: [30, 20] });
    const dipole = dipoleAnisotropy(kernel, scenario([at('A'), at('unknown')]), sky, energies);
    expect(dipole.withoutDirection).toEqual(['unknown']);
    expect(dipole.parts.map(({ name }) => name)).toEqual(['A']);
    // Half of the flux is isotropic.
    dipole.amplitude.forEach((value, k) => void expect(value / one[k]!).toBeCloseTo(0.5, 12));
  });

  test('the catalogue’s pulsars add as listed ones do, in the flux of all', () => {
    const population = { ...cataloguePulsars, maxDistance_kpc: 0.3 };
    const dipole = dipoleAnisotropy(kernel, scenario([], { population }), atnf, energies);
    const vector = [0, 0, 0];
    const radians = Math.PI / 180;
    for (const { longitude_deg, latitude_deg, amplitude } of dipole.parts) {
      const inPlane = amplitude[1]! * Math.cos(latitude_deg * radians);
      vector[0]! += inPlane * Math.cos(longitude_deg * radians);
      vector[1]! += inPlane * Math.sin(longitude_deg * radians);
      vector[2]! += amplitude[1]! * Math.sin(latitude_deg * radians);
    }
    expect(dipole.parts.length).toBeGreaterThan(20);
    // Rounding.
    expect(Math.hypot(...vector) / dipole.amplitude[1]!).toBeCloseTo(1, 12);
    expect(dipole.latitude_deg[1]).toBeCloseTo(Math.asin(vector[2]! / Math.hypot(...vector)) / radians, 10);
    const longitude = Math.atan2(vector[1]!, vector[0]!) / radians;
    expect(dipole.longitude_deg[1]).toBeCloseTo((longitude + 360) % 360, 10);
  });
});

test('finite volumes give no dipole, and say so in one sentence', () => {
  const stepped = scenario([geminga()], { propagation: { ...powerLawDiffusion(D0, 0.5), solver: 'finite-volume' } });
  expect(() => dipoleAnisotropy(kernel, stepped, atnf, energies)).toThrow(InputError);
  expect(() => dipoleAnisotropy(kernel, stepped, atnf, energies)).toThrow(/propagation\.solver .* set it to "greens"/);
});
