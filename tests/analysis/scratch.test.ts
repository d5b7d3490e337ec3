import { test } from 'vitest';
import { fitProblem, fittedDatasets } from '../../src/analysis/fitProblem.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { followFit } from '../../src/analysis/followFit.ts';
import { profileOf } from '../../src/analysis/profiles.ts';
import { valueAt, withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import { preset, testKernel } from '../support.ts';

const kernel = await testKernel();
const time = (n: number, f: (i: number) => void) => {
  const ts: number[] = [];
  for (let i = 0; i < n; i++) {
    const t = performance.now();
    f(i);
    ts.push(performance.now() - t);
  }
  ts.sort((a, b) => a - b);
  return `${ts[n >> 1]!.toFixed(2)} (${ts[0]!.toFixed(2)}..${ts.at(-1)!.toFixed(2)})`;
};

const one = preset('geminga');
const two = parseScenario({
  ...one,
  name: 'two',
  propagation: {
    ...one.propagation,
    halo: {
      D0_cm2_s: 1e27,
      radius_pc: 60,
      delta: null,
      centre: 'emission',
      greensFunction: 'exact',
      edgeWidth_pc: null,
      beginTime_kyr: null,
      endTime_kyr: null,
      ...(preset('fang-2018').propagation.halo ?? {}),
    },
  },
});
test('two', { timeout: 100000 }, () => {
  console.log(JSON.stringify(two.propagation));
  const r = fitScenario(kernel, two);
  console.log(
    'two-zone fit',
    r.verdict,
    r.goodness.chi2,
    r.evaluations,
    r.parameters.map((p) => [p.path, p.value, p.error].join(' ')),
    r.findings.map((f) => f.text),
  );
  console.log(
    'fit',
    time(7, () => void fitScenario(kernel, two)),
  );
  const best = r.scenario;
  const p = fitProblem(kernel, best, fittedDatasets(best));
  console.log(
    'eval no rebuild',
    time(200, (i) => void p.residuals(p.start.map((v, k) => v * (1 + 1e-4 * Math.sin(i * 7 + k))))),
  );
  for (const path of [
    'propagation.halo.radius_pc',
    'propagation.halo.D0_cm2_s',
    'propagation.D0_cm2_s',
    'propagation.delta',
    'sources[Geminga].age_kyr',
    'sources[Geminga].distance_pc',
    'sources[Geminga].cutoffEnergy_GeV',
    'losses.magneticField_uG',
  ]) {
    console.log(
      'eval ',
      path,
      time(50, (i) => {
        const s = withValue(best, path, (valueAt(best, path) as number) * (1 + 1e-3 * Math.sin(i)));
        const q = fitProblem(kernel, s, fittedDatasets(s));
        q.residuals(q.start);
      }),
    );
    console.log(
      'follow',
      path,
      time(20, (i) => {
        const s = withValue(best, path, (valueAt(best, path) as number) * (1 + 1e-2 * (i + 1)));
        followFit(kernel, s, path);
      }),
    );
  }
  console.log(
    'fitProblem',
    time(50, () => void fitProblem(kernel, best, fittedDatasets(best))),
  );
  const t = performance.now();
  for (const path of best.fit.free) {
    const q = profileOf(kernel, best, path);
    console.log(path, q.errorBelow, q.errorAbove, q.findings, q.deeper?.chi2, performance.now() - t);
  }
});
