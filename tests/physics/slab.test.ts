import { describe, expect, test } from 'vitest';
import { instantiateKernel } from '../../src/kernel/kernelExports.ts';
import { Medium } from '../../src/kernel/medium.ts';
import { compileNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { type Slab, SlabPropagation, type SlabSource } from '../../src/kernel/slab.ts';
import type { Losses } from '../../src/model/scenario.ts';
import { SPEED_OF_LIGHT_cm_s } from '../../src/model/units.ts';
import { powerLawDiffusion, preset, thomson, worstRelativeDifference } from '../support.ts';

const exports = await instantiateKernel(await compileNodeKernel());
const medium = new Medium(exports);
const slab = new SlabPropagation(exports);
const hooper: Losses = { ...preset('geminga').losses, radiationField: 'hooper2017', magneticField_uG: 3 };

function fluxOf(
  source: SlabSource,
  shape: Slab,
  losses: Losses,
  diffusion: { readonly D0_cm2_s: number; readonly delta: number },
  energies: readonly number[],
) {
  medium.tabulate(losses, powerLawDiffusion(diffusion.D0_cm2_s, diffusion.delta));
  return slab.flux(source, shape, diffusion.D0_cm2_s, Float64Array.from(energies));
}

const powerLaw = (
  coefficient_GeV_cm3_s: number,
  index: number,
  cutoffEnergy_GeV: number | null = null,
): SlabSource => ({
  kind: 'power-law',
  coefficient_GeV_cm3_s,
  index,
  pivot_GeV: 1,
  cutoffEnergy_GeV,
});

const disc: Slab = { discHalfThickness_kpc: 0.1, haloHalfHeight_kpc: 4 };

describe('kernel of the slab', () => {
  test.each([
    {
      discHalfThickness_kpc: 0.1,
      haloHalfHeight_kpc: 4.0,
      Lambda: [
        0.0001, 0.0005623413251903, 0.003162277660168, 0.01778279410039, 0.1, 0.5623413251903, 3.162277660168, 10.0,
        17.78279410039, 100.0,
      ],
      expected: [
        0.9999999999985, 0.9971348258016, 0.7914032695376, 0.4040650523172, 0.1769367262419, 0.07512454665846,
        0.03131459409152, 0.01069359175824, 0.003220174702396, 1.003440464393e-8,
      ],
    },
    {
      discHalfThickness_kpc: 0.1,
      haloHalfHeight_kpc: 1.0,
      Lambda: [
        0.0001, 0.0003866973986493, 0.001495348781221, 0.005782474837716, 0.022360679775, 0.08646816701021,
        0.3343701524882, 0.823774486221, 1.293000681532, 5.0,
      ],
      expected: [
        0.9999999999985, 0.9996766433944, 0.932537313987, 0.6475681326964, 0.3636946446689, 0.1900278928486,
        0.08739964436531, 0.02609176256609, 0.008197673049574, 8.736734688518e-7,
      ],
    },
    {
      discHalfThickness_kpc: 4.0,
      haloHalfHeight_kpc: 4.0,
      Lambda: [
        0.0001, 0.0005623413251903, 0.003162277660168, 0.01778279410039, 0.1, 0.5623413251903, 3.162277660168, 10.0,
        17.78279410039, 100.0,
      ],
      expected: [
        1.0, 1.0, 1.0, 1.0, 1.0, 0.9996758103783, 0.7765780379549, 0.2723784894699, 0.08202215519517, 2.555897028531e-7,
      ],
    },
  ])(
    'equals independent sums of images and modes, h = $discHalfThickness_kpc kpc, L = $haloHalfHeight_kpc kpc',
    (golden) => {
      const kernel = slab.kernel(Float64Array.from(golden.Lambda), golden);
      // 2e-12: Lambda and the values of the table are rounded to 13 digits; at the smallest value a digit of Lambda weighs 15 times as much.
      expect(worstRelativeDifference(kernel, golden.expected)).toBeLessThan(2e-12);
    },
  );

  test('images and modes meet where lambda = L', () => {
    for (const discHalfThickness_kpc of [0.01, 0.1, 1, 3.9, 4]) {
      const meeting = (4 * 4) / 4;
      const [below, above] = slab.kernel(Float64Array.of(meeting * (1 - 1e-15), meeting * (1 + 1e-15)), {
        discHalfThickness_kpc,
        haloHalfHeight_kpc: 4,
      });
      // 1e-13: rounding, for the thinnest disc in differences of erfc at nearly equal arguments.
      expect(Math.abs((below as number) / (above as number) - 1)).toBeLessThan(1e-13);
    }
  });

  test('is erf(h/lambda) when the faces are far', () => {
    // erf at 0.001, 0.5, 1, 2, 3.5: Abramowitz & Stegun and longer expansions.
    const arguments_ = [0.001, 0.5, 1, 2, 3.5];
    const expected = [
      0.0011283787909692363, 0.5204998778130465, 0.8427007929497149, 0.9953222650189527, 0.9999992569016276,
    ];
    const Lambda = Float64Array.from(arguments_, (x) => 1 / (4 * x * x));
    const kernel = slab.kernel(Lambda, { discHalfThickness_kpc: 1, haloHalfHeight_kpc: 1e5 });
    // Rounding of Lambda and of erf.
    expect(worstRelativeDifference(kernel, expected)).toBeLessThan(1e-15);
  });

  test('a disc of no thickness loses as 2h/(sqrt(pi) lambda)', () => {
    const [kernel] = slab.kernel(Float64Array.of(0.25), { discHalfThickness_kpc: 1e-4, haloHalfHeight_kpc: 1e3 });
    // Next order: (h/lambda)^2 / 3 = 3e-9.
    expect((kernel as number) / (2e-4 / Math.sqrt(Math.PI)) - 1).toBeCloseTo(0, 8);
  });

  test('falls with Lambda, from 1 to 0', () => {
    const Lambda = Float64Array.from({ length: 200 }, (_, i) => 1e-4 * 1.08 ** i);
    const kernel = slab.kernel(Lambda, disc);
    expect(kernel[0]).toBeCloseTo(1, 10);
    for (let i = 1; i < kernel.length; i++) expect(kernel[i]).toBeLessThanOrEqual(kernel[i - 1] as number);
    expect(kernel.at(-1)).toBeGreaterThan(0);
  });
});

describe('flux from a power-law source in the disc', () => {
  test.each([
    {
      id: 'p2.7',
      losses: hooper,
      diffusion: { D0_cm2_s: 2e28, delta: 0.5 },
      source: powerLaw(1e-27, 2.7),
      shape: { discHalfThickness_kpc: 0.1, haloHalfHeight_kpc: 4.0 },
      energies: [1.0, 4.124626382901, 17.01254279853, 70.17038286704, 289.4266124717, 1000.0],
      expected: [
        2.815388260934, 0.02283709559634, 0.0001831700379754, 1.487763397778e-6, 1.178117075922e-8, 1.676052985784e-10,
      ],
    },
    {
      id: 'p2.7-delta0.33-L6',
      losses: hooper,
      diffusion: { D0_cm2_s: 4e28, delta: 0.33 },
      source: powerLaw(1e-27, 2.7),
      shape: { discHalfThickness_kpc: 0.1, haloHalfHeight_kpc: 6.0 },
      energies: [1.0, 4.124626382901, 17.01254279853, 70.17038286704, 289.4266124717, 1000.0],
      expected: [
        2.074402017762, 0.01880694303527, 0.0001679757568691, 1.52877148563e-6, 1.354787920388e-8, 2.115987313969e-10,
      ],
    },
    {
      id: 'thomson',
      losses: thomson(1e-16),
      diffusion: { D0_cm2_s: 2e28, delta: 0.5 },
      source: powerLaw(2e-27, 2.75),
      shape: { discHalfThickness_kpc: 0.1, haloHalfHeight_kpc: 4.0 },
      energies: [1.0, 4.124626382901, 17.01254279853, 70.17038286704, 289.4266124717, 1000.0],
      expected: [
        6.692041027357, 0.05302755301838, 0.0003868435552815, 2.705444001981e-6, 1.86744119829e-8, 2.386220602586e-10,
      ],
    },
  ])('$id: equals independent quadrature', ({ source, shape, losses, diffusion, energies, expected }) => {
    const { flux, error } = fluxOf(source, shape, losses, diffusion, energies);
    // 2e-8: the interpolation of the loss integrals, whose differences between close energies lose digits.
    expect(worstRelativeDifference(flux, expected)).toBeLessThan(2e-8);
    expected.forEach((value, i) => {
      // 1e-9: the error of the table.
      expect(Math.abs((flux[i] as number) - value)).toBeLessThan((error[i] as number) + 1e-9 * value);
    });
  });

  test('without escape it is what cools past E: q0 E^(1-p) / ((p-1) b) for Thomson losses', () => {
    const box: Slab = { discHalfThickness_kpc: 1e6, haloHalfHeight_kpc: 1e6 };
    const energies = [1, 30, 1000, 1e5];
    const { flux } = fluxOf(powerLaw(1e-27, 2.4), box, thomson(1e-16), { D0_cm2_s: 1e28, delta: 0.4 }, energies);
    const expected = energies.map(
      (energy) =>
        ((SPEED_OF_LIGHT_cm_s * 1e4) / (4 * Math.PI)) * ((1e-27 * energy ** -1.4) / 1.4 / (1e-16 * energy * energy)),
    );
    // Rounding and the table of b.
    expect(worstRelativeDifference(flux, expected)).toBeLessThan(1e-9);
  });

  test('a tabulated source gives what the same formula gives', () => {
    const cutoff = 1e4;
    const size = 400;
    const last = 3e5;
    const density = Float64Array.from({ length: size }, (_, i) => {
      const energy = last ** (i / (size - 1));
      return 1e-27 * energy ** -2.5 * Math.exp(-energy / cutoff);
    });
    const table: SlabSource = { kind: 'table', firstEnergy_GeV: 1, lastEnergy_GeV: last, density_GeV_cm3_s: density };
    const energies = [1, 10, 100, 1000];
    const diffusion = { D0_cm2_s: 2e28, delta: 0.5 };
    const one = fluxOf(table, disc, hooper, diffusion, energies);
    const other = fluxOf(powerLaw(1e-27, 2.5, cutoff), disc, hooper, diffusion, energies);
    // 3e-8: cubic interpolation of -E/E_c in ln E with steps of 0.032.
    expect(worstRelativeDifference(one.flux, other.flux)).toBeLessThan(3e-8);
  });

  test('refuses a disc that is thicker than the slab', () => {
    const shape = { discHalfThickness_kpc: 5, haloHalfHeight_kpc: 4 };
    expect(() => fluxOf(powerLaw(1, 2), shape, hooper, { D0_cm2_s: 2e28, delta: 0.5 }, [10])).toThrow('does not fit');
  });

  test('refuses a power law without end, and an energy below its table', () => {
    expect(() => fluxOf(powerLaw(1e-27, 1), disc, hooper, { D0_cm2_s: 2e28, delta: 0.5 }, [10])).toThrow(
      'must exceed 1',
    );
    const table: SlabSource = {
      kind: 'table',
      firstEnergy_GeV: 5,
      lastEnergy_GeV: 50,
      density_GeV_cm3_s: Float64Array.of(4, 3, 2, 1),
    };
    expect(() => fluxOf(table, disc, hooper, { D0_cm2_s: 2e28, delta: 0.5 }, [4])).toThrow(
      'begins at 5 GeV, above 4 GeV',
    );
  });
});

describe('sources that end', () => {
  test('a positron per event: what arrives below the line in a closed box is the rate over b', () => {
    const box: Slab = { discHalfThickness_kpc: 1e6, haloHalfHeight_kpc: 1e6 };
    const line: SlabSource = { kind: 'line', rate_cm3_s: 1e-28, energy_GeV: 100 };
    const { flux } = fluxOf(line, box, thomson(1e-16), { D0_cm2_s: 1e28, delta: 0.4 }, [10, 99]);
    const expected = [10, 99].map(
      (energy) => ((SPEED_OF_LIGHT_cm_s * 1e4) / (4 * Math.PI)) * (1e-28 / (1e-16 * energy ** 2)),
    );
    // Rounding and the table of b.
    expect(worstRelativeDifference(flux, expected)).toBeLessThan(1e-9);
  });

  test('a muon-decay spectrum carries one positron per event and 7/20 of the energy', () => {
    // In a box without escape N b is the number of positrons injected above E: int_E q. Its integral over E is the energy.
    const box: Slab = { discHalfThickness_kpc: 1e6, haloHalfHeight_kpc: 1e6 };
    const source: SlabSource = { kind: 'muon-decay', rate_cm3_s: 1, maxEnergy_GeV: 1000 };
    const energies = Array.from({ length: 1000 }, (_, i) => i + 0.5);
    const { flux } = fluxOf(source, box, thomson(1e-16), { D0_cm2_s: 1e28, delta: 0.4 }, energies);
    const above = energies.map(
      (energy, i) => ((flux[i] as number) * 4 * Math.PI * 1e-16 * energy * energy) / (SPEED_OF_LIGHT_cm_s * 1e4),
    );
    // At 0.5 GeV, x = 5e-4: 1 - 5x/3 are left above. 1e-6 for the term in x^3.
    expect(above[0]).toBeCloseTo(1 - (5 / 3) * 5e-4, 6);
    // Midpoint rule with a thousand steps: error below 1e-6.
    expect(above.reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(7 / 20, 6);
  });
});
