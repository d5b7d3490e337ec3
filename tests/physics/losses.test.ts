import { describe, expect, test } from 'vitest';
import { powerLawDiffusion, preset, testKernel, thomson, worstRelativeDifference } from '../support.ts';

const kernel = await testKernel();
const { losses } = preset('geminga');

describe('Klein-Nishina factor', () => {
  test('is 1 - 63x/40 + 441x^2/200 at small x', () => {
    const x = Float64Array.of(1e-8, 1e-6, 1e-4);
    const expected = x.map((value) => 1 - 1.575 * value + 2.205 * value * value);
    // 3e-12: the next term, 2.9 x^3.
    expect(worstRelativeDifference(kernel.kleinNishinaFactor(x), expected)).toBeLessThan(3e-12);
  });

  test('falls as (9/2) (ln x - 11/6) / x^2 at large x', () => {
    const x = Float64Array.of(1e6, 1e8);
    const expected = x.map((value) => (4.5 * (Math.log(value) - 11 / 6)) / (value * value));
    // Next order: ln(x)/x relative.
    expect(worstRelativeDifference(kernel.kleinNishinaFactor(x), expected)).toBeLessThan(1e-4);
  });

  test('series and closed form meet at x = 0.2', () => {
    const [below, above] = kernel.kleinNishinaFactor(Float64Array.of(0.2 - 1e-13, 0.2));
    // 2e-11: what cancellation leaves of the closed form.
    expect(Math.abs((below as number) / (above as number) - 1)).toBeLessThan(2e-11);
  });
});

describe('energy losses', () => {
  test('b/E^2 of published field sets', () => {
    const energies = Float64Array.of(10, 100, 1000, 1e4, 1e5);
    const perSquare = (changed: typeof losses) =>
      kernel.lossRate(changed, energies).total.map((rate, i) => rate / (energies[i] as number) ** 2 / 1e-16);
    // 1e-4: the table gives four digits.
    const hawc = perSquare({ ...losses, radiationField: 'hawc2017' });
    expect(worstRelativeDifference(hawc, [1.0181, 0.857, 0.7565, 0.5694, 0.3325])).toBeLessThan(1.5e-4);
    const evoli = perSquare({ ...losses, radiationField: 'evoli2018', magneticField_uG: 1 });
    expect(worstRelativeDifference(evoli, [0.8567, 0.6603, 0.5544, 0.3671, 0.1302])).toBeLessThan(4e-4);
  });

  test('the total is the sum of synchrotron and every component, bit for bit in that order', () => {
    const energies = Float64Array.of(1, 100, 1e4);
    const { total, components } = kernel.lossRate(losses, energies);
    expect(components.map(({ name }) => name)).toEqual(['synchrotron', 'CMB', 'IR', 'stars', 'UV']);
    expect(Array.from(total)).toEqual(
      Array.from(energies, (_, i) => components.reduce((sum, { rate }) => sum + (rate[i] as number), 0)),
    );
  });

  test('Thomson losses are b0 E^2 and have no parts', () => {
    const { total, components } = kernel.lossRate(thomson(1e-16), Float64Array.of(1, 10, 1e5));
    expect(Array.from(total)).toEqual([1e-16, 1e-16 * 10 * 10, 1e-16 * 1e5 * 1e5]);
    expect(components).toEqual([]);
  });

  test('loss time and diffusion length add up along the way', () => {
    const legs = [Float64Array.of(10, 100, 10), Float64Array.of(100, 1e4, 1e4)] as const;
    const { lossTime_s, Lambda_cm2 } = kernel.lossIntegrals(losses, powerLawDiffusion(2e28, 0.33), ...legs);
    for (const [first, second, whole] of [lossTime_s, Lambda_cm2] as unknown as [number, number, number][]) {
      // 1e-12: both are integrated to 1e-9 or better, with the same points.
      expect((first + second) / whole).toBeCloseTo(1, 10);
    }
  });

  test('the approximation V/(V + gamma^2) is as wrong as MODEL.md says', () => {
    const energies = Float64Array.of(1, 31.6, 1000, 28200);
    const exact = kernel.lossRate(losses, energies).total;
    const approximate = kernel.lossRate({ ...losses, model: 'kn-fit' }, energies).total;
    const excess = approximate.map((rate, i) => Math.round(100 * (rate / (exact[i] as number) - 1)));
    expect(Array.from(excess)).toEqual([2, 26, 9, 76]);
  });
});
