import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/model/inputError.ts';
import type { DarkMatter, Losses, Propagation } from '../../src/model/scenario.ts';
import { PARSEC_cm } from '../../src/model/units.ts';
import { darkMatterFlux } from '../../src/predict/darkMatter.ts';
import { powerLawDiffusion, preset, testKernel, worstRelativeDifference } from '../support.ts';
import { MED, publishedRows } from './publishedTables.ts';

const kernel = await testKernel();
const hooper: Losses = preset('geminga').losses;
const galactic = powerLawDiffusion(2e28, 0.5);

const annihilation: DarkMatter = {
  process: 'annihilation',
  channel: 'mu+mu-',
  mass_GeV: 1000,
  crossSection_cm3_s: 1e-24,
  lifetime_s: null,
  localDensity_GeV_cm3: 0.4,
  spectrum: null,
};
const decay: DarkMatter = { ...annihilation, process: 'decay', crossSection_cm3_s: null, lifetime_s: 1e26 };

const fluxOf = (
  darkMatter: DarkMatter,
  energies: readonly number[],
  propagation: Propagation = galactic,
  losses: Losses = hooper,
) => Array.from(darkMatterFlux(kernel, darkMatter, propagation, losses, Float64Array.from(energies)).flux);

describe('flux from dark matter', () => {
  test.each([
    {
      id: 'ee-ann-500',
      darkMatter: { ...annihilation, channel: 'e+e-', mass_GeV: 500, crossSection_cm3_s: 3e-26 } as DarkMatter,
      propagation: galactic,
      energies: [1.0, 5.551669246921, 30.82103142721, 171.1081723328, 403.164741848, 499.5, 505.0],
      expected: [
        3.431491815351e-5, 1.018353890117e-5, 1.081701126855e-6, 6.563538214051e-8, 1.282490200065e-8,
        8.478857769489e-9, 0.0,
      ],
    },
    {
      id: 'mumu-ann-1000',
      darkMatter: annihilation,
      propagation: galactic,
      energies: [1.0, 6.721502145256, 45.17859108869, 303.6679969223, 787.2853961721, 999.0, 1010.0],
      expected: [
        0.0003685230752291, 8.067196981892e-5, 5.121840283886e-6, 9.578524565835e-8, 1.404867183507e-9,
        1.863574365349e-14, 0.0,
      ],
    },
    {
      id: 'mumu-dec-3000',
      darkMatter: { ...decay, mass_GeV: 3000 },
      propagation: {
        ...powerLawDiffusion(4e28, 0.33),
        slab: { haloHalfHeight_kpc: 6, discHalfThickness_kpc: 0.1 },
      },
      energies: [1.0, 6.723357536499, 45.2035365636, 303.9195382313, 788.046281567, 1485.0, 1515.0],
      expected: [
        0.01833099694404, 0.002556252750419, 0.0001069065613958, 2.059858390483e-6, 1.193685071678e-7,
        1.46582318428e-11, 0.0,
      ],
    },
  ])('$id: equals independent quadrature, up to the end of the spectrum and nothing beyond', (golden) => {
    const flux = fluxOf(golden.darkMatter, golden.energies, golden.propagation);
    // 1e-8: the interpolation of the loss integrals.
    expect(worstRelativeDifference(flux.slice(0, -1), golden.expected.slice(0, -1))).toBeLessThan(1e-8);
    expect(flux.at(-1)).toBe(0);
  });

  const energies = [1, 10, 100, 400];

  test('grows with the cross section and with the square of the density, or as density over lifetime', () => {
    const once = fluxOf(annihilation, energies);
    const more = fluxOf({ ...annihilation, crossSection_cm3_s: 3e-24, localDensity_GeV_cm3: 0.8 }, energies);
    // Rounding.
    expect(
      worstRelativeDifference(
        more,
        once.map((flux) => 12 * flux),
      ),
    ).toBeLessThan(1e-14);
    const slower = fluxOf({ ...decay, lifetime_s: 4e26, localDensity_GeV_cm3: 0.8 }, energies);
    expect(
      worstRelativeDifference(
        slower,
        fluxOf(decay, energies).map((flux) => flux / 2),
      ),
    ).toBeLessThan(1e-14);
  });

  test('decay of twice the mass has the spectrum of annihilation', () => {
    const decaying = fluxOf({ ...decay, mass_GeV: 2000 }, energies);
    const rate = 0.5 * (0.4 / 1000) ** 2 * 1e-24;
    const scale = rate / (0.4 / 2000 / 1e26);
    expect(
      worstRelativeDifference(
        decaying.map((flux) => scale * flux),
        fluxOf(annihilation, energies),
      ),
    ).toBeLessThan(1e-14);
  });
});

/** The Michel spectrum as a table, to the end, where it is 0. */
const michelTable = (points: number): DarkMatter => {
  const grid = Array.from({ length: points }, (_, i) => 0.01 * 1e5 ** (i / (points - 1)));
  grid[points - 1] = 1000;
  const perEvent = grid.map((energy) => {
    const x = energy / 1000;
    return (5 / 3 - 3 * x * x + (4 / 3) * x ** 3) / 1000;
  });
  perEvent[points - 1] = 0;
  return {
    ...annihilation,
    channel: 'table',
    spectrum: { name: 'muons', energies_GeV: grid, perEvent_per_GeV: perEvent },
  };
};

describe('a spectrum that somebody brings', () => {
  test('gives what the formula gives, from where the table begins to where it ends', () => {
    const energies = [0.05, 1, 30, 300, 700];
    const differenceWith = (points: number) =>
      worstRelativeDifference(fluxOf(michelTable(points), energies), fluxOf(annihilation, energies));
    // In five decades: power laws from point to point, and the straight line at the end.
    expect(differenceWith(50)).toBeLessThan(0.02);
    expect(differenceWith(200)).toBeLessThan(0.01);
    expect(differenceWith(2000)).toBeLessThan(0.0015);
    expect(fluxOf(michelTable(200), [1000, 2000])).toEqual([0, 0]);
  });

  test('ends with the table, half the mass for decay', () => {
    const spectrum = { name: 'flat', energies_GeV: [0.01, 500], perEvent_per_GeV: [0.002, 0.002] };
    const flat: DarkMatter = { ...decay, channel: 'table', spectrum };
    const [inside, outside] = fluxOf(flat, [499, 501]);
    expect(inside).toBeGreaterThan(0);
    expect(outside).toBe(0);
  });

  test('is refused in one sentence where it is not positive, is missing, or begins too high', () => {
    const broken = (energies_GeV: number[], perEvent_per_GeV: number[]): DarkMatter => ({
      ...annihilation,
      channel: 'table',
      spectrum: { name: 'broken', energies_GeV, perEvent_per_GeV },
    });
    expect(() => fluxOf(broken([1, 2, 3], [1, 0, 1]), [10])).toThrow(InputError);
    expect(() => fluxOf(broken([1, 2, 3], [1, 0, 1]), [10])).toThrow('is 0 at 2 GeV');
    expect(() => fluxOf(broken([1, 2, 3], [1, 0, 0]), [10])).toThrow('has 1 values above 0');
    expect(() => fluxOf(broken([1, 2, 3], [1, 1, 1]), [2, 0.5])).toThrow(
      'begins at 1 GeV, but the flux is wanted from 0.5',
    );
    expect(() => fluxOf({ ...annihilation, channel: 'table' }, [10])).toThrow('is null, but channel "table" needs it');
  });
});

/** NFW: rho over its value around us, at a distance from the centre of the Galaxy [kpc]. */
const SUN_kpc = 8.33;
const SCALE_kpc = 20;
const nfw = (radius: number) => (SUN_kpc * (1 + SUN_kpc / SCALE_kpc) ** 2) / (radius * (1 + radius / SCALE_kpc) ** 2);

/**
 * The share of positrons still around us when they have diffused by lambda, were the sources as (rho/rho_sun)^power in a
 * slab of 4 kpc, infinite to the sides: int d^3x G(x) (rho/rho_sun)^power.
 */
function halo(lambda: number, power: number): number {
  const height = 4;
  const [layers, rings, sectors] = [24, 80, 40];
  let sum = 0;
  for (let layer = 0; layer < layers; layer++) {
    const z = (height * (layer + 0.5)) / layers;
    let vertical = 0;
    for (let n = -4; n <= 4; n++)
      vertical += (n % 2 === 0 ? 1 : -1) * Math.exp(-(((z - 2 * n * height) / lambda) ** 2));
    vertical *= (2 * height) / layers / (Math.sqrt(Math.PI) * lambda);
    for (let ring = 0; ring < rings; ring++) {
      const distance = (5 * lambda * (ring + 0.5)) / rings;
      const weight = (Math.exp(-((distance / lambda) ** 2)) * 2 * distance * 5) / (rings * lambda);
      for (let sector = 0; sector < sectors; sector++) {
        const angle = (Math.PI * (sector + 0.5)) / sectors;
        const plane = SUN_kpc ** 2 + distance ** 2 - 2 * SUN_kpc * distance * Math.cos(angle);
        sum += (vertical * weight * nfw(Math.sqrt(plane + z * z)) ** power) / sectors;
      }
    }
  }
  return sum;
}

describe('the local approximation', () => {
  const uniform = (lambda: number) =>
    kernel.slab.kernel(Float64Array.of((lambda * lambda) / 4), {
      haloHalfHeight_kpc: 4,
      discHalfThickness_kpc: 4,
    })[0] as number;

  test('the quadrature of the halo gives the slab kernel for a uniform density', () => {
    // Midpoint rule.
    for (const lambda of [1, 2, 3, 4]) expect(halo(lambda, 0) / uniform(lambda)).toBeCloseTo(1, 2.5);
  });

  test('misses 2, 9, 25 and 47 % of an NFW halo after 1, 2, 3 and 4 kpc of diffusion (annihilation)', () => {
    for (const [lambda, missing] of [
      [1, 0.022],
      [2, 0.093],
      [3, 0.25],
      [4, 0.475],
    ] as const) {
      // 0.01: midpoint rule around the centre of the Galaxy.
      expect(Math.abs(1 - uniform(lambda) / halo(lambda, 2) - missing), `${lambda} kpc`).toBeLessThan(0.01);
    }
  });

  test('misses 0.2, 1, 4 and 8 % of it for decay', () => {
    for (const [lambda, missing] of [
      [1, 0.002],
      [2, 0.009],
      [3, 0.036],
      [4, 0.084],
    ] as const) {
      expect(Math.abs(1 - uniform(lambda) / halo(lambda, 1) - missing), `${lambda} kpc`).toBeLessThan(0.004);
    }
  });

  test('positrons of a tenth of the mass have come 1.9 to 2.9 kpc, those of a hundredth 3.1 to 4.7 kpc (MED)', () => {
    const travelled = (mass: number, share: number) => {
      const { Lambda_cm2 } = kernel.lossIntegrals(hooper, MED, Float64Array.of(mass * share), Float64Array.of(mass));
      return (2 * Math.sqrt(Lambda_cm2[0] as number)) / (1e3 * PARSEC_cm);
    };
    expect(travelled(100, 0.1)).toBeCloseTo(2.9, 1);
    expect(travelled(5000, 0.1)).toBeCloseTo(1.9, 1);
    expect(travelled(100, 0.01)).toBeCloseTo(4.7, 1);
    expect(travelled(5000, 0.01)).toBeCloseTo(3.1, 1);
  });

  const rows = publishedRows('dm_annihilation_positron_flux_nfw_med.csv');
  /** Published over ours from 5 GeV on, with the published local density 0.3 GeV/cm^3 and cross section 1e-26 cm^3/s. */
  const ratios = (channel: 'e+e-' | 'mu+mu-', losses: Losses, range: readonly [number, number]) =>
    [...new Set(rows.map(([mass]) => mass as number))].flatMap((mass_GeV) => {
      const used = rows.filter(
        ([mass, energy]) =>
          mass === mass_GeV &&
          (energy as number) >= Math.max(5, range[0] * mass_GeV) &&
          (energy as number) <= range[1] * mass_GeV,
      );
      const darkMatter = { ...annihilation, channel, mass_GeV, crossSection_cm3_s: 1e-26, localDensity_GeV_cm3: 0.3 };
      const ours = fluxOf(
        darkMatter,
        used.map(([, energy]) => energy as number),
        MED,
        losses,
      );
      const column = channel === 'e+e-' ? 2 : 3;
      return used.map((row, i) => (1e4 * (row[column] as number)) / (ours[i] as number));
    });

  const spread = (channel: 'e+e-' | 'mu+mu-', losses: Losses, range: readonly [number, number]) => {
    const found = ratios(channel, losses, range);
    return [Math.min(...found), Math.max(...found)] as [number, number];
  };

  test('published fluxes with an NFW halo are 0.9 to 1.9 times ours from 1 % of the mass on', () => {
    // Slower cooling there (1.1 to 1.3 times at the end of the spectrum, where nothing has diffused), then the inner Galaxy.
    const [leastOfLine, mostOfLine] = spread('e+e-', hooper, [0.01, 0.8]);
    expect(leastOfLine).toBeCloseTo(1.08, 1);
    expect(mostOfLine).toBeCloseTo(1.88, 1);
    const [leastOfMuons, mostOfMuons] = spread('mu+mu-', hooper, [0.01, 0.8]);
    expect(leastOfMuons).toBeCloseTo(0.87, 1);
    expect(mostOfMuons).toBeCloseTo(1.76, 1);
  });

  test('and 0.7 to 1.5 times ours with the weaker photon field of HAWC 2017', () => {
    const hawc: Losses = { ...hooper, radiationField: 'hawc2017' };
    const [leastOfLine, mostOfLine] = spread('e+e-', hawc, [0.01, 0.8]);
    expect(leastOfLine).toBeCloseTo(0.84, 1);
    expect(mostOfLine).toBeCloseTo(1.46, 1);
    const [leastOfMuons, mostOfMuons] = spread('mu+mu-', hawc, [0.01, 0.8]);
    expect(leastOfMuons).toBeCloseTo(0.68, 1);
    expect(mostOfMuons).toBeCloseTo(1.28, 1);
  });

  test('below 1 % of the mass the inner Galaxy shows: up to 2.4 times ours', () => {
    const [least, most] = spread('e+e-', hooper, [0.001, 0.01]);
    expect(least).toBeGreaterThan(1.5);
    expect(most).toBeCloseTo(2.38, 1);
  });
});
