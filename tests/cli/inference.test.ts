import { describe, expect, it } from 'vitest';
import { geminga } from './harness.ts';

const rows = (text: string | undefined) =>
  (text ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('fit --profile', () => {
  it('says asymmetric errors, writes every curve, and leaves the status at 0', async () => {
    const { status, stderr, files } = await geminga(['fit', 'preset:geminga', '--profile', '--out', 'best']);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /Errors from the profile likelihood\n {2}sources\[Geminga\]\.efficiency: 1\.54336 -0\.126 \+0\.139\n/,
    );
    const curve = rows(files.get('best/profiles.csv'));
    expect(curve[0]).toBe('path,value,delta_chi2');
    expect(new Set(curve.slice(1).map((line) => line.split(',')[0])).size).toBe(4);
    expect(JSON.parse(files.get('best/profiles.json') as string).parameters).toHaveLength(4);
  });

  it('takes single parameters after an equals sign, and two for a contour', async () => {
    const [efficiency, normalisation] = ['sources[Geminga].efficiency', 'background.normalisation'];
    const { status, files } = await geminga([
      'fit',
      'preset:geminga',
      '--free',
      `${efficiency},${normalisation}`,
      `--profile=${normalisation}`,
      '--contour',
      `${efficiency},${normalisation}`,
      '--out',
      'best',
    ]);
    expect(status).toBe(0);
    expect(
      JSON.parse(files.get('best/profiles.json') as string).parameters.map(({ path }: { path: string }) => path),
    ).toEqual([normalisation]);
    const { contours } = JSON.parse(files.get('best/contour.json') as string);
    expect(contours.map(({ probability }: { probability: number }) => probability)).toEqual([0.3935, 0.68, 0.95]);
    expect(rows(files.get('best/contour.csv'))[0]).toBe(`probability,delta_chi2,line,${efficiency},${normalisation}`);
  });

  it.each([
    [['--profile=propagation.delta'], /--profile names "propagation\.delta", which is not free/],
    [
      ['--contour', 'background.normalisation'],
      /--contour is "background\.normalisation", but needs two different paths/,
    ],
    [['--seed', '3'], /--seed draws starting values, of which there are none/],
    [['--starts', '0'], /--starts is "0", but must be a whole number from 1 to 10000/],
    [['--starts', '2.5'], /must be a whole number/],
  ])('refuses %j with one sentence', async (options, sentence) => {
    const { status, stdout, stderr } = await geminga(['fit', 'preset:geminga', ...options]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('fit --starts', () => {
  it('says how many starts reached the minimum', async () => {
    const { status, stderr } = await geminga(['fit', 'preset:geminga', '--starts', '4', '--seed', '2']);
    expect(status).toBe(0);
    expect(stderr).toContain('4 of 4 starts reached this minimum.');
  });
});

describe('a fit that cannot succeed', () => {
  it.each([
    ['holds no point', ['--set', 'fit.energyRange_GeV=[5000,6000]'], /holds no point of AMS-02 2019: widen it/],
    [
      'has fewer points than parameters',
      ['--set', 'fit.energyRange_GeV=[100,120]'],
      /holds 2 points of AMS-02 2019 for 4 free/,
    ],
    [
      'has a parameter on which nothing depends',
      ['--free', 'background.normalisation,sources[Geminga].spectralIndex', '--set', 'sources[Geminga].efficiency=0'],
      /The data say nothing about/,
    ],
    [
      'ends with every parameter at a limit',
      ['--free', 'background.normalisation', '--set', 'sources[Geminga].efficiency=100'],
      /No fit: every free parameter sits at a limit/,
    ],
  ])('since it %s says so, is written and marked, and ends with status 1', async (_, options, sentence) => {
    const { status, stderr, files } = await geminga(['fit', 'preset:geminga', ...options, '--out', 'best']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^NOT VALID: /m);
    expect(stderr).toMatch(sentence);
    expect(files.get('best/parameters.csv')).toMatch(/^# fit: NOT VALID: /m);
    expect(JSON.parse(files.get('best/parameters.json') as string).valid).toBe(false);
    for (const text of files.values()) expect(text).not.toMatch(/\bNaN\b/);
  });
});

describe('sample', () => {
  it('writes chain, summary and bands with seed and priors, marked as not converged', async () => {
    const { status, stdout, stderr, files } = await geminga([
      'sample',
      'preset:geminga',
      '--steps',
      '12',
      '--seed',
      '5',
      '--out',
      'draws',
    ]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      'prior of sources[Geminga].cutoffEnergy_GeV: even in the logarithm from 1 to 100000000 GeV (by default)',
    );
    expect([...files.keys()].sort()).toEqual(
      [
        'bands.csv',
        'bands.ecsv',
        'bands.json',
        'chain.csv',
        'chain.ecsv',
        'chain.json',
        'posterior.csv',
        'posterior.ecsv',
        'posterior.json',
        'posterior.txt',
        'run.json',
        'scenario.json',
      ].map((name) => `draws/${name}`),
    );
    expect(rows(files.get('draws/chain.csv'))).toHaveLength(1 + 12 * 16);
    expect(files.get('draws/posterior.csv')).toMatch(/^# posterior: NOT CONVERGED: /m);
    expect(files.get('draws/chain.csv')).toMatch(/^# run, seed: 5$/m);
    expect(files.get('draws/chain.csv')).toMatch(
      /^# run, prior of background\.normalisation: even from 0 to 100 \(by default\)$/m,
    );
  });

  it('goes on from its folder to the same bytes as a longer run', async () => {
    const whole = await geminga(['sample', 'preset:geminga', '--steps', '9', '--out', 'draws']);
    const part = await geminga(['sample', 'preset:geminga', '--steps', '4', '--out', 'draws']);
    const files = { 'draws/run.json': part.files.get('draws/run.json') as string };
    const resumed = await geminga(['sample', '--resume', '--steps', '9', '--out', 'draws'], { files });
    expect([...resumed.files]).toEqual(expect.arrayContaining([...whole.files]));
    expect(resumed.files.size).toBe(whole.files.size);
  });

  it('writes a table to standard output without a folder', async () => {
    const { stdout, files } = await geminga(['sample', 'preset:geminga', '--steps', '4']);
    expect(rows(stdout)).toHaveLength(5);
    expect(files.size).toBe(0);
  });

  it.each([
    [['--walkers', '7'], /walkers must be an even number of at least two per parameter, 8 here, not 7/],
    [['--steps', '0'], /--steps is "0"/],
    [['--seed', '-1'], /--seed is "-1"/],
    [['--resume'], /--resume needs the folder of the run/],
    [['--resume', '--out', 'nowhere'], /nowhere\/run\.json cannot be read/],
  ])('refuses %j with one sentence', async (options, sentence) => {
    const { status, stderr } = await geminga(['sample', 'preset:geminga', ...options]);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  it('refuses to resume another scenario, another seed, or a state that was changed', async () => {
    const begun = await geminga(['sample', 'preset:geminga', '--steps', '3', '--out', 'draws']);
    const state = begun.files.get('draws/run.json') as string;
    const resume = (text: string, ...more: string[]) =>
      geminga(['sample', ...more, '--resume', '--out', 'draws'], { files: { 'draws/run.json': text } });
    expect((await resume(state, 'preset:monogem')).stderr).toMatch(
      /the scenario differs from that of draws\/run\.json/,
    );
    expect((await resume(state, '--seed', '2')).stderr).toMatch(/--seed is 2, but draws\/run\.json has 1/);
    expect((await resume(state, '--steps', '2')).stderr).toMatch(/has 3 steps already/);
    const changed = JSON.parse(state);
    changed.run.run.chain.positions.pop();
    expect((await resume(JSON.stringify(changed))).stderr).toMatch(/does not fit together/);
    expect((await resume('no json')).stderr).toMatch(/is no JSON/);
  });
});
