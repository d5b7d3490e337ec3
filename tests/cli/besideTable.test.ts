import { describe, expect, it } from 'vitest';
import { readTable } from '../export/tableReader.ts';
import { geminga } from './harness.ts';

describe('geminga predict --table', () => {
  it('writes the positron fraction beside the measured one, between 0 and 1, with its own chi2', async () => {
    const { status, stdout } = await geminga([
      'predict',
      'preset:ams02-fit-function',
      '--table',
      'ams02-fraction-2019',
    ]);
    expect(status).toBe(0);
    const { columns: header, rows } = readTable(stdout);
    const column = (name: string) => rows.map((row) => Number(row[header.indexOf(name)]));
    const [measured, expected] = [column('measured'), column('expected')];
    expect(rows.length).toBe(74);
    // The published function lies within 10 % of the fraction that was published with it.
    expected.forEach((value, i) => {
      expect(Math.abs(value / (measured[i] as number) - 1)).toBeLessThan(i < 70 ? 0.1 : 0.6);
    });
  });

  it('leaves cells empty where no electrons were measured', async () => {
    const { stdout } = await geminga(['predict', '--table', 'dampe-all-electrons-2017']);
    const { columns: header, rows } = readTable(stdout);
    const beyond = rows.filter((row) => Number(row[0]) > 1500);
    expect(beyond.length).toBeGreaterThan(5);
    const place = header.findIndex((name) => name.startsWith('expected'));
    for (const row of beyond) expect(row[place]).toBe('');
  });

  it.each([
    [['--table', 'no-such-table'], /must be one of/],
    [['--table', 'ams02-electrons-2021'], /must be one of/],
    [['--table', 'ams02-fraction-2019', '--energies', '1,2'], /leave --energies or --table away/],
  ])('refuses %j in one sentence', async (options, sentence) => {
    const { status, stdout, stderr } = await geminga(['predict', 'preset:geminga', ...options]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });
});
