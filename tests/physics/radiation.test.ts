import { describe, expect, test } from 'vitest';
import { instantiateKernel } from '../../src/kernel/kernelExports.ts';
import { Medium, radiationComponents } from '../../src/kernel/medium.ts';
import { compileNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { Radiation } from '../../src/kernel/radiation.ts';
import { RADIATION_FIELDS, type RadiationComponent } from '../../src/model/radiationFields.ts';
import type { Losses, Propagation } from '../../src/model/scenario.ts';
import { PARSEC_cm, SPEED_OF_LIGHT_cm_s } from '../../src/model/units.ts';
import { geminga, powerLawDiffusion, preset, testKernel, worstRelativeDifference } from '../support.ts';

const kernel = await testKernel();
const exports = await instantiateKernel(await compileNodeKernel());
const medium = new Medium(exports);
const radiation = new Radiation(exports);

const THOMSON_CROSS_SECTION_cm2 = 6.6524587321e-25;
const BOLTZMANN_CONSTANT_GeV_K = 8.617333262e-14;
const DEGREE = Math.PI / 180;

const hooper = RADIATION_FIELDS.hooper2017.components;
const field = (name: string): RadiationComponent =>
  hooper.find((component) => component.name === name) as RadiationComponent;
const lossesOn = (radiationField: 'hooper2017' | 'hawc2017'): Losses => ({
  ...preset('geminga').losses,
  radiationField,
  magneticField_uG: 3,
});

/** The three-point Gauss-Legendre rule on many pieces, whose error falls as the sixth power of their length. */
function quadrature(from: number, to: number, pieces: number): { x: number; weight: number }[] {
  const half = (to - from) / pieces / 2;
  return Array.from({ length: pieces }, (_, i) => from + (2 * i + 1) * half).flatMap((middle) => [
    { x: middle - half * Math.sqrt(0.6), weight: (half * 5) / 9 },
    { x: middle, weight: (half * 8) / 9 },
    { x: middle + half * Math.sqrt(0.6), weight: (half * 5) / 9 },
  ]);
}

describe('photon rate of one electron', () => {
  test.each([
    {
      id: 'CMB-E50',
      components: [field('CMB')],
      electron: 50,
      photons: [5e-7, 0.0003526932507834, 0.04827446923028],
      expected: [1.894793872314e-9, 1.378822133408e-9, 4.008026649978e-12],
    },
    {
      id: 'CMB-E2000',
      components: [field('CMB')],
      electron: 2000,
      photons: [2e-5, 0.01410773003134, 1.930978769211, 51.28508399443, 264.3004224537],
      expected: [1.187737718704e-12, 1.155474618145e-12, 6.227929266291e-13, 1.334570630112e-14, 3.550549406771e-22],
    },
    {
      id: 'CMB-E100000',
      components: [field('CMB')],
      electron: 100000,
      photons: [0.001, 0.7053865015669, 96.54893846056, 2564.254199721, 13215.02112268, 50000.0, 90000.0],
      expected: [
        4.75162689548e-16, 4.745308947309e-16, 4.489620340086e-16, 2.998199750262e-16, 1.479482017995e-16,
        1.690756095236e-17, 1.554178109665e-26,
      ],
    },
    {
      id: 'IR-E50',
      components: [field('IR')],
      electron: 50,
      photons: [5e-7, 0.0003526932507834, 0.04827446923028, 1.282127099861],
      expected: [7.988890142626e-11, 7.304190399754e-11, 1.658668421452e-11, 9.781820291058e-20],
    },
    {
      id: 'IR-E2000',
      components: [field('IR')],
      electron: 2000,
      photons: [2e-5, 0.01410773003134, 1.930978769211, 51.28508399443, 264.3004224537, 1000.0],
      expected: [
        4.995954724777e-14, 4.965608511332e-14, 4.088083295623e-14, 1.387125004236e-14, 1.23436656948e-15,
        2.103636973832e-22,
      ],
    },
    {
      id: 'IR-E100000',
      components: [field('IR')],
      electron: 100000,
      photons: [0.001, 0.7053865015669, 96.54893846056, 2564.254199721, 13215.02112268, 50000.0, 90000.0, 99500.0],
      expected: [
        1.998432823924e-17, 1.997927122306e-17, 1.972129411195e-17, 1.744645229702e-17, 1.356780839323e-17,
        9.201639668521e-18, 1.935553712873e-18, 2.235004157035e-48,
      ],
    },
    {
      id: 'stars-E50',
      components: [field('stars')],
      electron: 50,
      photons: [5e-7, 0.0003526932507834, 0.04827446923028, 1.282127099861, 6.607510561341, 25.0, 45.0],
      expected: [
        1.278991312314e-15, 1.277180934067e-15, 1.204711734455e-15, 7.90643170638e-16, 3.79424793343e-16,
        3.659080263736e-17, 5.553782550408e-27,
      ],
    },
    {
      id: 'stars-E2000',
      components: [field('stars')],
      electron: 2000,
      photons: [2e-5, 0.01410773003134, 1.930978769211, 51.28508399443, 264.3004224537, 1000.0, 1800.0, 1990.0],
      expected: [
        7.993736379604e-19, 7.993222238544e-19, 7.963285178782e-19, 7.639084033396e-19, 6.959955673999e-19,
        6.674972038961e-19, 1.337549985253e-18, 1.377595772516e-23,
      ],
    },
    {
      id: 'stars-E100000',
      components: [field('stars')],
      electron: 100000,
      photons: [0.001, 0.7053865015669, 96.54893846056, 2564.254199721, 13215.02112268, 50000.0, 90000.0, 99500.0],
      expected: [
        3.197495159255e-22, 3.197488467286e-22, 3.197008543186e-22, 3.191060250774e-22, 3.199931794228e-22,
        3.87325290441e-22, 1.508793963755e-21, 1.858612553006e-20,
      ],
    },
    {
      id: 'UV-E50',
      components: [field('UV')],
      electron: 50,
      photons: [5e-7, 0.0003526932507834, 0.04827446923028, 1.282127099861, 6.607510561341, 25.0, 45.0],
      expected: [
        1.332287599249e-17, 1.331685088508e-17, 1.303026161774e-17, 1.078668703778e-17, 7.480223020089e-18,
        3.776836596576e-18, 4.310327966917e-20,
      ],
    },
    {
      id: 'UV-E2000',
      components: [field('UV')],
      electron: 2000,
      photons: [2e-5, 0.01410773003134, 1.930978769211, 51.28508399443, 264.3004224537, 1000.0, 1800.0, 1990.0],
      expected: [
        8.326809893297e-21, 8.326648618151e-21, 8.316387133761e-21, 8.191679238401e-21, 7.930911795491e-21,
        8.746622132869e-21, 2.790967464786e-20, 1.17212195598e-20,
      ],
    },
    {
      id: 'UV-E100000',
      components: [field('UV')],
      electron: 100000,
      photons: [0.001, 0.7053865015669, 96.54893846056, 2564.254199721, 13215.02112268, 50000.0, 90000.0, 99500.0],
      expected: [
        3.330724137499e-24, 3.33072211719e-24, 3.330570575814e-24, 3.329313562767e-24, 3.353716644116e-24,
        4.116723709855e-24, 1.641920750689e-23, 2.773820850928e-22,
      ],
    },
    {
      id: 'hooper2017-E1e4',
      components: hooper,
      electron: 10000,
      photons: [0.0001, 0.07053865015669, 9.654893846056, 256.4254199721, 1321.502112268, 5000.0, 9000.0, 9950.0],
      expected: [
        4.951319898119e-14, 4.911910158685e-14, 3.866098856034e-14, 1.095192459403e-14, 8.181228710706e-16,
        2.742161702269e-17, 1.152160715557e-19, 1.071872552352e-19,
      ],
    },
  ])('$id: equals independent integration of the full kernel, far into the tails', (golden) => {
    const rate = radiation.photonRate(golden.components, golden.electron, Float64Array.from(golden.photons));
    // 1e-9: interpolation of the Planck-averaged kernels (4e-11), energies rounded to 13 digits (1e-10 in tails of e^-100).
    expect(worstRelativeDifference(rate, golden.expected)).toBeLessThan(1e-9);
  });

  test('there is no photon of more energy than the electron', () => {
    expect(Array.from(radiation.photonRate(hooper, 100, Float64Array.of(100, 101)))).toEqual([0, 0]);
  });

  test.each([0.05, 1, 30, 1e3, 3e4, 1e6])('radiates b_IC: energy moment of the spectrum of %d GeV', (energy) => {
    // Even in ln Eg up to E/2, then even in ln(1 - Eg/E): in deep Klein-Nishina scattering photons pile up at E.
    const low = quadrature(Math.log(1e-12), Math.log(0.5), 250).map(({ x, weight }) => ({
      photon: energy * Math.exp(x),
      weight: weight * energy * Math.exp(x),
    }));
    const high = quadrature(Math.log(1e-9), Math.log(0.5), 250).map(({ x, weight }) => ({
      photon: energy * (1 - Math.exp(x)),
      weight: weight * energy * Math.exp(x),
    }));
    const points = [...low, ...high];
    const rate = radiation.photonRate(
      hooper,
      energy,
      Float64Array.from(points, ({ photon }) => photon),
    );
    const power = points.reduce((sum, { photon, weight }, i) => sum + weight * photon * (rate[i] as number), 0);
    const { total, components } = kernel.lossRate(lossesOn('hooper2017'), Float64Array.of(energy));
    const synchrotron = components[0]?.rate[0] as number;
    // 2e-8: the digits of 1 - Eg/E that double precision leaves in a pile-up at 1e-9.
    expect(power / ((total[0] as number) - synchrotron) - 1).toBeCloseTo(0, 7);
  });

  test('scatters sigma_T c n photons per second at low energy', () => {
    const cmb = field('CMB');
    const energy = 0.1;
    const points = quadrature(Math.log(1e-22), Math.log(1e-5), 400);
    const photons = Float64Array.from(points, ({ x }) => energy * Math.exp(x));
    const rate = radiation.photonRate([cmb], energy, photons);
    const scatterings = points.reduce(
      (sum, { weight }, i) => sum + weight * (photons[i] as number) * (rate[i] as number),
      0,
    );
    // Mean energy of a blackbody photon: pi^4 / (30 zeta(3)) k T.
    const meanEnergy = (Math.PI ** 4 / (30 * 1.2020569031595942)) * BOLTZMANN_CONSTANT_GeV_K * cmb.temperature_K;
    const density = (cmb.energyDensity_eV_cm3 * 1e-9) / meanEnergy;
    // 2e-6: of the order of 4 gamma k T / m c^2 times the mean of t, 4e-7 * 3.8.
    expect(Math.abs(scatterings / (THOMSON_CROSS_SECTION_cm2 * SPEED_OF_LIGHT_cm_s * density) - 1)).toBeLessThan(2e-6);
  });
});

describe('emissivity of a population', () => {
  test.each([
    {
      id: 'hooper2017-p2',
      components: hooper,
      index: 2.0,
      minEnergy: 1,
      cutoff: 100000,
      photons: [
        0.001, 0.04641588833613, 1.0, 21.54434690032, 215.4434690032, 1000.0, 4641.588833613, 21544.34690032, 100000.0,
      ],
      expected: [
        3.731744578351e-10, 1.210146886988e-12, 1.195285837054e-14, 1.133333854693e-16, 3.157924450962e-18,
        2.594194162603e-19, 1.74033746562e-20, 7.634102542474e-22, 1.192845989891e-23,
      ],
    },
    {
      id: 'hooper2017-p3',
      components: hooper,
      index: 3.0,
      minEnergy: 1,
      cutoff: 100000,
      photons: [
        0.001, 0.04641588833613, 1.0, 21.54434690032, 215.4434690032, 1000.0, 4641.588833613, 21544.34690032, 100000.0,
      ],
      expected: [
        4.424401841895e-11, 3.475835306547e-14, 6.982476906979e-17, 1.131571207303e-19, 8.07516132556e-22,
        2.746467304987e-23, 7.55104178499e-25, 1.286702852021e-26, 7.037318954089e-29,
      ],
    },
    {
      id: 'cmb-p2.5-Ec1e6',
      components: [field('CMB')],
      index: 2.5,
      minEnergy: 10,
      cutoff: 1e6,
      photons: [
        0.001, 0.04641588833613, 1.0, 21.54434690032, 215.4434690032, 1000.0, 4641.588833613, 21544.34690032, 100000.0,
      ],
      expected: [
        4.103310589671e-11, 6.078197787353e-14, 2.808623873394e-16, 1.276889880429e-18, 2.145958325362e-20,
        1.331919981106e-21, 7.4879248833e-23, 3.487724627398e-24, 1.155930538395e-25,
      ],
    },
    {
      id: 'hawc2017-p3.2',
      components: RADIATION_FIELDS.hawc2017.components,
      index: 3.2,
      minEnergy: 1,
      cutoff: 200000,
      photons: [
        0.001, 0.04641588833613, 1.0, 21.54434690032, 215.4434690032, 1000.0, 4641.588833613, 21544.34690032, 100000.0,
      ],
      expected: [
        1.917905162796e-11, 1.166969111721e-14, 1.669848182929e-17, 1.920146605806e-20, 1.06035156738e-22,
        3.157596678135e-24, 8.016020850141e-26, 1.421346350023e-27, 1.180477951269e-29,
      ],
    },
  ])('$id: equals independent quadrature', ({ components, index, minEnergy, cutoff, photons, expected }) => {
    const grid = radiation.energyGrid(minEnergy, 45 * cutoff);
    const density = grid.nodes.map((energy) => energy ** -index * Math.exp(-energy / cutoff));
    const emissivity = radiation.emissivity(components, grid, density, Float64Array.from(photons), 1);
    // 2e-8: panels of 0.6 in ln E, over which exp(-E/E_c) falls by a factor e^2 where the highest photons come from.
    expect(worstRelativeDifference(emissivity, expected)).toBeLessThan(2e-8);
  });

  // Electrons 1e36 eV^-1 (E/TeV)^-2 exp(-E/100 TeV) from 1 GeV to 1 PeV. Photons per TeV and s by the code GAMERA (4d47530, kernel on a
  // thousand points of the Planck spectrum), and by quadrature of the full kernel. In TeV, photons at
  const peerPhotons_TeV = [3.981072e-4, 1.584893e-2, 0.1, 0.6309573, 3.981072, 25.11886, 158.4893];
  test.each([
    {
      component: { name: 'CMB', temperature_K: 2.72548, energyDensity_eV_cm3: 0.2606 },
      gamera: [2.51359e40, 9.658658e37, 5.720391e36, 3.083022e35, 1.314774e34, 3.094082e32, 1.268947e30],
      full: [2.515838e40, 9.667173e37, 5.72552e36, 3.085786e35, 1.315983e34, 3.096963e32, 1.270311e30],
    },
    {
      component: { name: 'IR', temperature_K: 20, energyDensity_eV_cm3: 0.3 },
      gamera: [1.06614e40, 4.055957e37, 2.362175e36, 1.22804e35, 4.949759e33, 1.130515e32, 4.662168e29],
      full: [1.067084e40, 4.059551e37, 2.364171e36, 1.229084e35, 4.953741e33, 1.131399e32, 4.665863e29],
    },
    {
      component: { name: 'optical', temperature_K: 5000, energyDensity_eV_cm3: 0.3 },
      gamera: [6.097307e38, 1.501968e36, 5.141835e34, 1.152891e33, 1.47859e31, 1.001926e29, 1.581814e26],
      full: [6.102602e38, 1.503143e36, 5.145512e34, 1.153619e33, 1.479368e31, 1.002402e29, 1.582602e26],
    },
    {
      component: { name: 'UV', temperature_K: 20000, energyDensity_eV_cm3: 0.1 },
      gamera: [9.173853e37, 1.635123e35, 4.153301e33, 6.280007e31, 5.717906e29, 3.135416e27, 4.45598e24],
      full: [9.181528e37, 1.636332e35, 4.15603e33, 6.28347e31, 5.720669e29, 3.136802e27, 4.45807e24],
    },
  ])(
    'agrees with GAMERA to 0.2 % and with the full kernel to 5e-5 on $component.name',
    ({ component, gamera, full }) => {
      const grid = radiation.energyGrid(1, 1e6);
      const density = grid.nodes.map((energy) => 1e45 * (energy / 1e3) ** -2 * Math.exp(-energy / 1e5));
      const photons = Float64Array.from(peerPhotons_TeV, (energy) => energy * 1e3);
      const perTeV = radiation.emissivity([component], grid, density, photons, 1).map((rate) => rate * 1e3);
      // GAMERA itself is 0.1 % low, from its sampling of the Planck spectrum.
      expect(worstRelativeDifference(perTeV, gamera)).toBeLessThan(2e-3);
      // 5e-5: the quadrature's own error on the hottest field is 3e-5; photon energies are rounded to seven digits.
      expect(worstRelativeDifference(perTeV, full)).toBeLessThan(5e-5);
    },
  );

  test('gives the published flux of the HAWC fields: 1e40 (E/TeV)^-2.5 per erg, 1 to 500 TeV, at 1 kpc', () => {
    const ERG_GeV = 624.1509074;
    const grid = radiation.energyGrid(1e3, 5e5);
    const density = grid.nodes.map((energy) => (1e40 / ERG_GeV) * (energy / 1e3) ** -2.5);
    const photons = Float64Array.of(1e3, 5e3, 2e4, 5e4);
    const sphere = 4 * Math.PI * (1e3 * PARSEC_cm) ** 2;
    const emissivity = radiation.emissivity(RADIATION_FIELDS.hawc2017.components, grid, density, photons, 1);
    const perErg = emissivity.map((rate) => (rate * ERG_GeV) / sphere);
    // 5e-4: four digits, and the quadrature behind them; GAMERA gives 5.570, 2.572, 1.5672, 2.2051.
    expect(worstRelativeDifference(perErg, [5.576e-18, 2.574e-19, 1.5688e-20, 2.2085e-21])).toBeLessThan(5e-4);
  });

  test('counts electrons with the positrons when asked to', () => {
    const grid = radiation.energyGrid(1, 1e5);
    const density = grid.nodes.map((energy) => energy ** -3);
    const photons = Float64Array.of(0.1, 10);
    const one = radiation.emissivity(hooper, grid, density, photons, 1);
    const both = radiation.emissivity(hooper, grid, density, photons, 2);
    expect(Array.from(both)).toEqual(Array.from(one, (value) => 2 * value));
  });

  test('energy in a band is the sum over its photons', () => {
    const grid = radiation.energyGrid(1, 1e6);
    const density = grid.nodes.map((energy) => energy ** -2.7);
    const points = quadrature(Math.log(8e3), Math.log(4e4), 200);
    const photons = Float64Array.from(points, ({ x }) => Math.exp(x));
    const emissivity = radiation.emissivity(hooper, grid, density, photons, 1);
    const sum = points.reduce(
      (total, { weight }, i) => total + weight * (photons[i] as number) ** 2 * (emissivity[i] as number),
      0,
    );
    const [band] = radiation.bandEmissivity(hooper, grid, density, [8e3, 4e4], 1);
    // 1e-9: both quadratures converge far below; the emissivity has corners of that size where panels meet.
    expect((band as number) / sum - 1).toBeCloseTo(0, 8);
  });

  test('refuses a medium without radiation field', () => {
    const grid = radiation.energyGrid(1, 100);
    expect(() => radiation.emissivity([], grid, grid.nodes, Float64Array.of(1), 1)).toThrow('needs a radiation field');
  });
});

/** A ball of light seen from afar: emissivity exp(-r^2/s^2), lengths in pc. */
function gaussianBall(distance_pc: number, size: number) {
  // A grid of panels is one whatever its unit.
  const radii = radiation.energyGrid(size / 1000, 6 * size);
  const grid = { distance_pc, energies: radii, radii };
  return { grid, emissivity: radii.nodes.map((r) => Math.exp(-(r * r) / (size * size))) };
}

describe('image of a ball of light', () => {
  const distance = 200;
  const size = 30;
  const { grid, emissivity } = gaussianBall(distance, size);

  test('surface brightness is the integral along the sight line: at the ball, beside it, away from it', () => {
    const angles = [0.02, 0.5, 3, 10, 25, 60, 89, 90, 91, 120];
    const brightness = radiation.surfaceBrightness(grid, emissivity, Float64Array.from(angles), null);
    const expected = angles.map((angle) => {
      const impact = distance * Math.sin(angle * DEGREE);
      const points = quadrature(-distance * Math.cos(angle * DEGREE), 500, 4000);
      const length = points.reduce(
        (sum, { x, weight }) => sum + weight * Math.exp(-(x * x + impact * impact) / (size * size)),
        0,
      );
      return (length * PARSEC_cm) / (4 * Math.PI);
    });
    angles.forEach((_, i) => {
      // 1e-6 of the brightest: a Gaussian as polynomials on panels of 0.6 in ln r.
      expect(Math.abs((brightness[i] as number) - (expected[i] as number))).toBeLessThan(
        1e-6 * (expected[0] as number),
      );
    });
  });

  test('flux of a cone is the integral of the brightness over it', () => {
    for (const maxAngle of [1, 8, 30, 80]) {
      const points = quadrature(Math.log(1e-5), Math.log(maxAngle * DEGREE), 300);
      const angles = Float64Array.from(points, ({ x }) => Math.exp(x) / DEGREE);
      const brightness = radiation.surfaceBrightness(grid, emissivity, angles, null);
      const integral = points.reduce(
        (sum, { x, weight }, i) =>
          sum + weight * Math.exp(x) * 2 * Math.PI * Math.sin(Math.exp(x)) * (brightness[i] as number),
        0,
      );
      const [flux] = radiation.coneFlux(grid, emissivity, maxAngle);
      // 1e-6: both integrate the same polynomials; a brightness that comes out below 0 at the faint end is 0.
      expect(Math.abs((flux as number) / integral - 1)).toBeLessThan(1e-6);
    }
  });

  test('a distant ball that fits in the cone gives its luminosity over 4 pi d^2', () => {
    const far = gaussianBall(1e5, 10);
    const [flux] = radiation.coneFlux(far.grid, far.emissivity, 1);
    const luminosity = Math.PI ** 1.5 * 10 ** 3 * PARSEC_cm;
    // 1e-6: the Gaussian on its panels; (r/d)^2 is 1e-8.
    expect(Math.abs((flux as number) / (luminosity / (4 * Math.PI * 1e10)) - 1)).toBeLessThan(1e-6);
  });

  test('a steady source, j ~ 1/r, has the brightness of asinh along the sight line', () => {
    const radii = radiation.energyGrid(1, 3e8);
    const wide = { distance_pc: distance, energies: radii, radii };
    const inverse = radii.nodes.map((r) => 1 / r);
    const [one, other] = radiation.surfaceBrightness(wide, inverse, Float64Array.of(5, 10), null);
    // int dl/r = asinh(l/p), whose far end, ln(2l/p), leaves ln(p_2/p_1) in the difference; asinh(cot t) = ln cot(t/2).
    const expected =
      Math.log(Math.sin(10 * DEGREE) / Math.sin(5 * DEGREE)) + Math.log(Math.tan(5 * DEGREE) / Math.tan(2.5 * DEGREE));
    // Rounding: r j is a constant, exact on any grid.
    expect(((one as number) - (other as number)) / (PARSEC_cm / (4 * Math.PI)) / expected - 1).toBeCloseTo(0, 11);
  });
});

describe('point spread function', () => {
  test('makes a Gaussian image wider and fainter', () => {
    const distance = 1000;
    const { grid, emissivity } = gaussianBall(distance, 2);
    const image = 2 / Math.SQRT2 / distance;
    for (const containment of [0.02, 0.1, 0.3]) {
      const sigma = (containment * DEGREE) / Math.sqrt(-2 * Math.log(0.32));
      const width = image * image + sigma * sigma;
      const angles = [0, 0.01, 0.05, 0.1, 0.2, 0.3];
      const smeared = radiation.surfaceBrightness(grid, emissivity, Float64Array.from(angles), containment);
      const [centre] = radiation.surfaceBrightness(grid, emissivity, Float64Array.of(1e-5), null);
      const expected = angles.map(
        (angle) =>
          (((centre as number) * image * image) / width) * Math.exp((-(angle * angle) * DEGREE * DEGREE) / (2 * width)),
      );
      angles.forEach((_, i) => {
        // 1e-5 of the brightest: the image on panels of 0.7 in ln(theta), and a flat sky.
        expect(Math.abs((smeared[i] as number) - (expected[i] as number))).toBeLessThan(1e-5 * (expected[0] as number));
      });
    }
  });

  test('moves light and loses none', () => {
    const radii = radiation.energyGrid(0.1, 300);
    const grid = { distance_pc: 250, energies: radii, radii };
    const emissivity = radii.nodes.map((r) => Math.exp(-r / 5) / r);
    const light = (containment: number | null) => {
      const points = quadrature(Math.log(1e-3), Math.log(20), 150);
      const angles = Float64Array.from(points, ({ x }) => Math.exp(x));
      const brightness = radiation.surfaceBrightness(grid, emissivity, angles, containment);
      return points.reduce(
        (sum, { weight }, i) => sum + weight * (angles[i] as number) ** 2 * (brightness[i] as number),
        0,
      );
    };
    const sharp = light(null);
    // 1e-4: light that leaves the 20 degrees, and the curvature of the sky.
    for (const containment of [0.1, 0.5]) expect(Math.abs(light(containment) / sharp - 1)).toBeLessThan(1e-4);
  });

  test('resolves the centre, where a sharp image of a steady source has no end', () => {
    const { grid } = gaussianBall(100, 10);
    const inverse = grid.radii.nodes.map((r) => Math.exp(-r) / r);
    const [smeared] = radiation.surfaceBrightness(grid, inverse, Float64Array.of(0), 0.2);
    const [sharp] = radiation.surfaceBrightness(grid, inverse, Float64Array.of(0.01), null);
    expect(smeared).toBeGreaterThan(0);
    expect(smeared).toBeLessThan(sharp as number);
    expect(() => radiation.surfaceBrightness(grid, inverse, Float64Array.of(0), null)).toThrow(
      'no brightness at 0 deg',
    );
  });

  test('refuses to smear the whole sky', () => {
    const { grid, emissivity } = gaussianBall(100, 10);
    expect(() => radiation.surfaceBrightness(grid, emissivity, Float64Array.of(1), 60)).toThrow(
      'too wide for a flat sky',
    );
  });
});

/** What the reference cases of halos have in common: Geminga with 40 % efficiency. */
function haloCase(
  spectralIndex: number,
  cutoffEnergy_GeV: number,
  radiationField: 'hooper2017' | 'hawc2017',
  diffusion: { readonly D0_cm2_s: number; readonly delta: number },
  slowZone: { readonly D0_cm2_s: number; readonly radius_pc: number } | null,
) {
  const source = geminga({
    distance_pc: 250,
    age_kyr: 342,
    spinDownLuminosity_erg_s: 3.25e34,
    spinDownTimescale_kyr: 12,
    brakingIndex: 3,
    efficiency: 0.4,
    injection: 'continuous',
    releaseDelay_kyr: 0,
    spectralIndex,
    breakEnergy_GeV: null,
    spectralIndex2: null,
    cutoffEnergy_GeV,
    minEnergy_GeV: 0.1,
    maxEnergy_GeV: null,
    transverseVelocity_km_s: 0,
  });
  const propagation: Propagation = {
    ...powerLawDiffusion(diffusion.D0_cm2_s, diffusion.delta),
    halo: slowZone && { ...slowZone, ...HALO_DEFAULTS },
  };
  return { source, propagation, losses: lossesOn(radiationField) };
}

const HALO_DEFAULTS = {
  greensFunction: 'exact',
  centre: 'emission',
  delta: null,
  edgeWidth_pc: 0,
  beginTime_kyr: 0,
  endTime_kyr: null,
} as const;

/** Gamma rays of a halo: energy flux of a band per solid angle in TeV cm^-2 s^-1 deg^-2, brightness and spectrum inside 10 degrees. */
function haloGammaRays(
  { source, propagation, losses }: ReturnType<typeof haloCase>,
  wanted: {
    readonly angles: readonly number[];
    readonly photons: readonly number[];
    readonly spectrum: readonly number[];
  },
  coarseness = 1,
) {
  medium.tabulate(losses, propagation);
  const components = radiationComponents(losses);
  const grid = radiation.haloGrid({
    components,
    source,
    propagation,
    photonEnergies_GeV: [1, 1e5],
    smallestAngle_deg: 0.1,
    coarseness,
  });
  const { energies, radii } = grid;
  const byEnergy = kernel.pulsarProfile(source, propagation, losses, energies.nodes, radii.nodes);
  const density = Float64Array.from(
    { length: energies.nodes.length * radii.nodes.length },
    (_, i) => byEnergy[i % energies.nodes.length]?.[Math.floor(i / energies.nodes.length)] as number,
  );
  const angles = Float64Array.from(wanted.angles);
  const brightness = radiation.surfaceBrightness(
    grid,
    radiation.emissivity(components, energies, density, Float64Array.from(wanted.photons), 2),
    angles,
    null,
  );
  const band = radiation
    .surfaceBrightness(grid, radiation.bandEmissivity(components, energies, density, [8e3, 4e4], 2), angles, null)
    .map((power) => power * 1e-3 * DEGREE * DEGREE);
  const emissivity = radiation.emissivity(components, energies, density, Float64Array.from(wanted.spectrum), 2);
  return { brightness, band, spectrum: radiation.coneFlux(grid, emissivity, 10) };
}

describe('halo of Geminga', () => {
  const angles = [0.1, 1, 2, 5, 10];
  const photons = [10, 100, 1000, 2e4];
  const spectrum = [1, 10, 100, 1000, 1e4, 1e5];
  const cases = [
    {
      id: 'geminga-slow-hawc',
      halo: haloCase(2.34, 100000, 'hawc2017', { D0_cm2_s: 9.694956105143e25, delta: 0.3333333333333 }, null),
      brightness: [
        [5.66048624443e-9, 4.579705355533e-9, 4.181867673411e-9, 3.301491405368e-9, 1.958652950218e-9],
        [3.401278892305e-11, 2.076341420466e-11, 1.670268294266e-11, 1.096142757713e-11, 5.911263314984e-12],
        [2.421089088788e-13, 1.024091661678e-13, 6.338099805459e-14, 2.191721249781e-14, 5.246818154204e-15],
        [2.210245609591e-16, 6.886005437019e-17, 3.226299559937e-17, 4.73715216623e-18, 2.140458917728e-19],
      ],
      band: [4.71854129328e-14, 1.516497953096e-14, 7.33845744731e-15, 1.212636984349e-15, 7.303655008346e-17],
      spectrum: [
        2.989668328879e-8, 2.72336691459e-10, 9.044945320723e-13, 1.812651431029e-15, 4.425953974271e-18,
        1.413420940902e-21,
      ],
    },
    {
      id: 'geminga-twozone-rb50',
      halo: haloCase(
        2.2,
        100000,
        'hooper2017',
        { D0_cm2_s: 3.86e28, delta: 0.3333333333333 },
        { D0_cm2_s: 9.694956105143e25, radius_pc: 50 },
      ),
      brightness: [
        [1.070075488255e-8, 7.249550916654e-9, 6.012320837366e-9, 3.472832070529e-9, 4.331221568735e-10],
        [1.009252224956e-10, 5.113332832399e-11, 3.605383653754e-11, 1.577397529163e-11, 1.63477087643e-12],
        [1.038904945199e-12, 4.249701635607e-13, 2.540583626856e-13, 7.430826858738e-14, 5.104046524678e-15],
        [1.199843150408e-15, 3.770012382747e-16, 1.779042729898e-16, 2.638281285432e-17, 7.552188190201e-19],
      ],
      band: [2.513531913466e-13, 8.110314132261e-14, 3.933711540998e-14, 6.433995241367e-15, 2.19263942879e-16],
      spectrum: [
        3.048862844303e-8, 2.32876754034e-10, 1.122892255914e-12, 5.987448885871e-15, 2.234084326547e-17,
        9.142235220147e-21,
      ],
    },
    {
      id: 'geminga-ism',
      halo: haloCase(2.0, 100000, 'hooper2017', { D0_cm2_s: 2e28, delta: 0.3333333333333 }, null),
      brightness: [
        [1.777145743243e-10, 1.439761005339e-10, 1.338026707228e-10, 1.202549644588e-10, 1.096890163705e-10],
        [2.111124835059e-12, 1.464027030474e-12, 1.269227066717e-12, 1.011714459588e-12, 8.1697936487e-13],
        [2.954723322261e-14, 1.906896757305e-14, 1.591739274107e-14, 1.176548077307e-14, 8.666364287969e-15],
        [5.270369417085e-17, 3.215307731123e-17, 2.598446796865e-17, 1.791562796191e-17, 1.203687702375e-17],
      ],
      band: [1.067350813801e-14, 6.539658255841e-15, 5.298610050884e-15, 3.674315772729e-15, 2.48855127704e-15],
      spectrum: [
        8.450562870213e-10, 1.119667547354e-11, 9.141136795471e-14, 1.041228359528e-15, 8.404376756366e-18,
        1.095414309153e-20,
      ],
    },
    {
      id: 'geminga-twozone-hard-PeV',
      halo: haloCase(1.8, 1e6, 'hooper2017', { D0_cm2_s: 3.86e28, delta: 0.5 }, { D0_cm2_s: 2e26, radius_pc: 80 }),
      brightness: [
        [2.003944301778e-9, 1.191153006805e-9, 9.412626383404e-10, 5.870495329544e-10, 2.720839538803e-10],
        [3.611672250897e-11, 1.949936036141e-11, 1.449604432578e-11, 7.909981698444e-12, 3.139441318424e-12],
        [6.380086221532e-13, 3.331218465798e-13, 2.420866203318e-13, 1.253245531491e-13, 4.654614325864e-14],
        [2.184219169431e-15, 1.108836486981e-15, 7.902856036139e-16, 3.910633129221e-16, 1.375572063337e-16],
      ],
      band: [4.240445495602e-13, 2.154658872385e-13, 1.536647316317e-13, 7.615521816907e-14, 2.683885886138e-14],
      spectrum: [
        4.174783131097e-9, 4.719746224852e-11, 6.294618097047e-13, 9.948101163603e-15, 1.270393565908e-16,
        8.370644265983e-19,
      ],
    },
  ];

  test.each(cases)('$id: profile, band and spectrum equal independent line-of-sight integration', (golden) => {
    const seen = haloGammaRays(golden.halo, { angles, photons, spectrum });
    // 1e-4: grids of 0.8 in ln r and 1.2 in ln E; the largest difference is 4e-5, at 10 degrees where the brightness is a thousandth.
    expect(worstRelativeDifference(seen.brightness, golden.brightness.flat())).toBeLessThan(1e-4);
    expect(worstRelativeDifference(seen.band, golden.band)).toBeLessThan(1e-4);
    // 1e-5: what the cone holds is dominated by radii where nothing is steep.
    expect(worstRelativeDifference(seen.spectrum, golden.spectrum)).toBeLessThan(1e-5);
  });

  test('a grid of half as many panels shows an error that is larger than the true one', () => {
    const golden = cases[0] as (typeof cases)[number];
    const fine = haloGammaRays(golden.halo, { angles, photons, spectrum });
    const coarse = haloGammaRays(golden.halo, { angles, photons, spectrum }, 2);
    const estimate = worstRelativeDifference(coarse.brightness, fine.brightness);
    expect(estimate).toBeGreaterThan(worstRelativeDifference(fine.brightness, golden.brightness.flat()));
    // 1e-2: of use as an estimate only while it is small.
    expect(estimate).toBeLessThan(1e-2);
  });
});
