import { describe, expect, test } from 'vitest';
import { acceptance } from '../../src/fit/posterior/ensemble.ts';
import {
  advance,
  nextPoints,
  outcomeOf,
  type SamplingRun,
  sample,
  startRun,
  withStepLimit,
} from '../../src/fit/posterior/sampling.ts';
import {
  banana,
  bounded,
  chainOf,
  correlatedGaussian,
  deviations,
  host,
  startAt,
  type Target,
} from './samplerTargets.ts';

describe('means and covariances of a chain are those of its target', () => {
  // Within three standard errors, which are estimated from the chains themselves. Over twelve seeds all deviations
  // together have a mean of 0.0 and a width of 1.0; of 65 numbers one in six chains has one beyond three.
  test.each<[string, Target, { walkers: number; steps: number; burnIn: number; seed: number }]>([
    [
      'a correlated Gaussian in ten dimensions',
      correlatedGaussian(10),
      { walkers: 40, steps: 4000, burnIn: 600, seed: 1 },
    ],
    ['a banana', banana, { walkers: 40, steps: 3000, burnIn: 600, seed: 1 }],
    ['a distribution cut off at bounds', bounded, { walkers: 40, steps: 1500, burnIn: 300, seed: 1 }],
  ])('%s', (_, target, { walkers, steps, burnIn, seed }) => {
    const away = deviations(target, chainOf(target, walkers, steps, seed), burnIn, 10);
    expect(away).toHaveLength(target.mean.length * (1.5 + target.mean.length / 2));
    for (const deviation of away) expect(Math.abs(deviation)).toBeLessThan(3);
  });

  test('whatever the units: stretched coordinates give the same chain', () => {
    const target = correlatedGaussian(2);
    const scales = [2 ** 40, 2 ** -30];
    const start = startAt(target, 8, 3);
    const stretched = start.map((point) => point.map((value, i) => value * scales[i]!));
    const scaled = (x: ArrayLike<number>) => target.logDensity([x[0]! / scales[0]!, x[1]! / scales[1]!]);
    const end = (walkers: Float64Array[], density: (x: ArrayLike<number>) => number) =>
      [...sample(startRun(walkers, walkers.map(density), 3, 50), density, host)].at(-1)!.run.state;
    const plain = end(start, target.logDensity);
    // Powers of two change no digit.
    expect(end(stretched, scaled).walkers).toEqual(
      plain.walkers.map((walker) => walker.map((value, i) => value * scales[i]!)),
    );
  });
});

const target = correlatedGaussian(3);

function begun(stepLimit = 300, seed = 4): SamplingRun {
  const start = startAt(target, 12, seed);
  return startRun(start, start.map(target.logDensity), seed, stepLimit);
}

function finished(run: SamplingRun): SamplingRun {
  let last = run;
  for (const progress of sample(run, target.logDensity, host)) last = progress.run;
  return last;
}

const bytes = (run: SamplingRun) => JSON.stringify(run);

describe('a run', () => {
  test('that is written out and read back anywhere comes to the same bytes as without the pause', () => {
    const whole = bytes(finished(begun()));
    for (const halfSteps of [1, 2, 199, 200, 201, 431]) {
      let run = begun();
      for (let k = 0; k < halfSteps; k++) run = advance(run, nextPoints(run).map(target.logDensity), host);
      const restored = JSON.parse(bytes(run)) as SamplingRun;
      expect(bytes(finished(restored))).toBe(whole);
    }
  });

  test('comes to the same bytes whoever computes the posterior, in whatever order', () => {
    let run = begun();
    while (run.ended === null) {
      const points = nextPoints(run);
      const results = new Array<number>(points.length);
      // As three workers would, the last one first.
      for (const worker of [2, 1, 0]) {
        points.forEach((point, k) => {
          if (k % 3 === worker) results[k] = target.logDensity(point);
        });
      }
      run = advance(run, results, host);
    }
    expect(bytes(run)).toBe(bytes(finished(begun())));
  });

  test('asks for the same points as often as it is asked', () => {
    const run = begun();
    expect(nextPoints(run)).toEqual(nextPoints(run));
    expect(nextPoints(run)).toHaveLength(6);
  });

  test('goes on after its limit as if the limit had been higher', () => {
    const short = finished(begun(150));
    expect(short.ended).toBe('limit');
    expect(nextPoints(short)).toEqual([]);
    expect(() => advance(short, [], host)).toThrow('The run has ended');
    const longer = finished(withStepLimit(short, 300));
    expect(bytes(longer)).toBe(bytes(finished(begun(300))));
  });

  test('that went on from an earlier state forgets the steps after it', () => {
    const run = begun();
    const generator = sample(run, target.logDensity, host);
    let tenth = run;
    for (let step = 1; step <= 20; step++) {
      const next = generator.next();
      if (!next.done && step === 10) tenth = next.value.run;
    }
    expect(finished(tenth).chain.positions).toHaveLength(300);
    expect(bytes(finished(begun()))).toBe(bytes(finished({ ...begun(), chain: tenth.chain })));
  });

  test('differs with the seed', () => {
    expect(bytes(finished(begun(20, 4)))).not.toBe(bytes(finished(begun(20, 5))));
  });

  test('has a chain of steps, walkers and parameters with their posterior, and a usual acceptance', () => {
    const run = finished(begun());
    expect(run.chain.positions).toHaveLength(300);
    expect(run.chain.positions[0]).toHaveLength(12);
    expect(run.chain.positions[0]![0]).toHaveLength(3);
    run.chain.positions.forEach((ensemble, step) => {
      ensemble.forEach((walker, k) => {
        expect(run.chain.logProbabilities[step]![k]).toBe(target.logDensity(walker));
      });
    });
    expect(acceptance(run.state)).toBeGreaterThan(0.4);
    expect(acceptance(run.state)).toBeLessThan(0.8);
  });

  test('never accepts a place without a posterior', () => {
    const start = startAt(target, 12, 6);
    const run = startRun(start, start.map(target.logDensity), 6, 5);
    for (const nothing of [Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]) {
      const { state } = advance(
        run,
        nextPoints(run).map(() => nothing),
        host,
      );
      expect(state.walkers).toEqual(run.state.walkers);
      expect(acceptance(state)).toBe(0);
    }
  });

  test('is refused without enough walkers, at a place without posterior, or without a limit', () => {
    const start = startAt(target, 12, 7);
    const log = start.map(target.logDensity);
    expect(() => startRun(start.slice(0, 4), log.slice(0, 4), 1, 10)).toThrow('3 parameters cannot be sampled by 4');
    expect(() => startRun(start.slice(0, 7), log.slice(0, 7), 1, 10)).toThrow('use an even number');
    expect(() => startRun(start, log.slice(1), 1, 10)).toThrow('There are 12 walkers, but 11 log probabilities.');
    expect(() => startRun(start, log.with(2, Number.NEGATIVE_INFINITY), 1, 10)).toThrow('Walker 3 starts where');
    expect(() => startRun(start, log, 1, 0)).toThrow('The limit is 0 steps');
    expect(() => withStepLimit(finished(begun(50)), 40)).toThrow('at least 50');
    expect(() => advance(begun(), [1], host)).toThrow('There are 6 proposals, but 1 log probabilities.');
  });
});

describe('a run ends', () => {
  test('when it has converged, and says by how much', () => {
    const one: Target = { logDensity: (x) => -0.5 * x[0]! * x[0]!, mean: [0], covariance: [[1]] };
    const start = startAt(one, 16, 1);
    let run = startRun(start, start.map(one.logDensity), 1, 20_000);
    for (const progress of sample(run, one.logDensity, host)) run = progress.run;
    expect(run.ended).toBe('converged');
    const { check, words } = outcomeOf(run);
    expect(check).toBe(run.checks.at(-1));
    expect(check.splitRHat[0]).toBeLessThan(1.01);
    expect((check.step - check.burnIn) / check.autocorrelationTimes[0]!).toBeGreaterThan(50);
    const before = run.checks.at(-2)!;
    expect(Math.abs(before.autocorrelationTimes[0]! / check.autocorrelationTimes[0]! - 1)).toBeLessThan(0.05);
    expect(words).toMatch(
      /^Converged after \d+ steps\. The chain is \d+ autocorrelation times long \(\d+ steps each\), split R-hat at most 1\.00\d\.$/,
    );
  });

  test('at its limit, and says what is missing', () => {
    const run = finished(begun());
    expect(run.ended).toBe('limit');
    expect(outcomeOf(run).words).toMatch(
      /^Stopped at the limit of 300 steps, not converged\. The chain is \d+ .* still needed: 50 autocorrelation times, R-hat below 1\.01/,
    );
  });

  test('not before, and can be looked at meanwhile', () => {
    expect(outcomeOf(begun()).words).toBe('Paused after 0 steps. A chain of 0 steps is too short to be judged.');
    const looked = [...sample(begun(), target.logDensity, host)].map((progress) => outcomeOf(progress.run).check.step);
    expect(looked).toEqual(Array.from({ length: 300 }, (_, k) => k + 1));
  });

  test('not as converged while walkers are stuck', () => {
    const start = startAt(target, 12, 8);
    let run = startRun(start, start.map(target.logDensity), 8, 200);
    for (const progress of sample(run, () => Number.NEGATIVE_INFINITY, host)) run = progress.run;
    expect(run.ended).toBe('limit');
    expect(outcomeOf(run).check.converged).toBe(false);
  });
});
