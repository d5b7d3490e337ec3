/** Prints the recovery study: `npm run study:recovery -- 200 1` for the number of data sets and the seed. */
import { loadNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { recoveryStudy } from './study.ts';
import { recoveryTruth } from './truth.ts';

const [dataSets = 200, seed = 1] = process.argv.slice(2).map(Number);
const truth = recoveryTruth();
const study = recoveryStudy(await loadNodeKernel(), truth, dataSets, seed);
let step = study.next();
for (; !step.done; step = study.next()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${step.value.dataSet + 1} of ${dataSets}`);
}
const { parameters, dataSets: fitted, failed } = step.value;
console.log(`${truth.name}: ${dataSets} simulated data sets, seed ${seed}; ${fitted} fitted, ${failed} failed`);
console.log('parameter                           truth   mean pull  width   68 % profile  68 % Hessian');
for (const { path, truth: value, meanPull, pullWidth, coverage, hessianCoverage } of parameters) {
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
  console.log(
    [
      path.padEnd(34),
      String(value).padStart(7),
      meanPull.toFixed(3).padStart(10),
      pullWidth.toFixed(3).padStart(7),
      percent(coverage).padStart(13),
      percent(hessianCoverage).padStart(13),
    ].join(' '),
  );
}
