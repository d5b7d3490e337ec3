import { afterEach, describe, expect, it } from 'vitest';
import { fitWords } from '../../src/app/inspector/fitWords.ts';
import { fittedExperiments, fittedTables, listed, parameterName } from '../../src/app/inspector/reportWords.ts';
import { thinned } from '../../src/app/inspector/thinned.ts';
import { posteriorWords } from '../../src/app/posterior/posteriorWords.ts';
import { speak } from '../../src/app/words/words.ts';
import type { ConvergenceCheck } from '../../src/fit/posterior/convergence.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { preset } from '../support.ts';

const one = preset('geminga');
const two: Scenario = { ...one, fit: { ...one.fit, furtherDatasets: ['calet-all-electrons-2023'] } };

afterEach(() => speak('en'));

describe('what is said of every χ²', () => {
  const note = (scenario: typeof one, errors: 'quadrature' | 'covariance') => {
    const experiments = fittedExperiments(scenario);
    return fitWords().errors(errors, listed(experiments), experiments.length > 1);
  };

  it('speaks of the experiments whose tables are fitted', () => {
    expect(note(one, 'quadrature')).toBe(
      'The errors of AMS-02 are treated as independent from bin to bin, so χ² comes out low.',
    );
    expect(note(two, 'quadrature')).toContain('The errors of AMS-02 and CALET are treated');
    expect(note(two, 'covariance')).toContain('how far they are the collaborations do not publish');
  });

  it('names every table of the fit', () => {
    expect(fittedTables(one)).toBe('AMS-02 2019');
    expect(fittedTables(two)).toMatch(/^AMS-02 2019 and CALET/);
  });

  it('is said in Italian with Italian lists', async () => {
    await speak('it');
    expect(note(two, 'quadrature')).toMatch(/^Gli errori di AMS-02 e CALET sono trattati/);
    expect(parameterName(one, 'energy scale of CALET')).toBe('scala di energia di CALET');
  });
});

describe('how a chain stands, in Italian', () => {
  const check: ConvergenceCheck = {
    step: 1000,
    burnIn: 200,
    autocorrelationTimes: [10, 20],
    splitRHat: [1.001, 1.02],
    converged: false,
    words: 'in English',
  };
  const standing = (changes: Partial<ConvergenceCheck>, ended: 'converged' | 'limit' | null) =>
    posteriorWords().standing({ english: 'in English', steps: 1000, ended, check: { ...check, ...changes } });

  it('says what is still needed', async () => {
    await speak('it');
    expect(standing({}, 'limit')).toBe(
      'Fine al limite di 1000 passi, senza convergenza. La catena è lunga 40 tempi di autocorrelazione (20 passi ciascuno), R-hat al massimo 1.020; serve ancora: 50 tempi di autocorrelazione, R-hat sotto 1.01.',
    );
    expect(standing({ autocorrelationTimes: [10, 10], splitRHat: [1, 1] }, null)).toMatch(
      /^In pausa dopo 1000 passi\. .*serve ancora: un tempo di autocorrelazione che cambi meno del 5 %\.$/,
    );
  });

  it('says nothing more of one that has converged', async () => {
    await speak('it');
    const converged = { autocorrelationTimes: [10, 10], splitRHat: [1, 1], converged: true };
    expect(standing(converged, 'converged')).toMatch(/^Convergenza dopo 1000 passi\. .*R-hat al massimo 1\.000\.$/);
  });

  it('does not judge a parameter that does not vary', async () => {
    await speak('it');
    expect(standing({ autocorrelationTimes: [null, 10] }, null)).toMatch(/non si può ancora giudicare/);
  });

  it('is what the program says, in English', () => {
    expect(standing({}, 'limit')).toBe('in English');
  });
});

describe('rows of a table that would be too long', () => {
  it('are thinned evenly, first and last kept', () => {
    expect(thinned([0, 1, 2, 3, 4, 5, 6], 4)).toEqual([0, 2, 4, 6]);
    expect(thinned([1, 2], 4)).toEqual([1, 2]);
  });
});
