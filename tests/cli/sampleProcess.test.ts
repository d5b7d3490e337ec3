/** Sampling by the built program as a process: npm test builds it first. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';

const LAUNCHER = resolve(import.meta.dirname, '../../bin/geminga.js');
const folder = mkdtempSync(join(tmpdir(), 'geminga-sample-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STEPS = '900';

function start(argv: readonly string[]) {
  const child = spawn(process.execPath, [LAUNCHER, 'sample', ...argv], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<{ status: number | null; stderr: string }>((done) =>
    child.on('close', (status) => done({ status, stderr })),
  );
  return { child, ended };
}

const contents = (out: string) =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
const stepsOf = (out: string) => JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).run.run.state.step as number;

/** Waits until the run has begun and lets it go on for a moment. */
async function begun(out: string): Promise<void> {
  while (!existsSync(join(out, 'run.json'))) await sleep(10);
  await sleep(100);
}

// A second of sampling each, on a machine that may have other things to do.
describe('sampling as a process', { timeout: 90_000 }, () => {
  it('interrupted twice and resumed it writes the same bytes as without interruption', async () => {
    const whole = join(folder, 'whole');
    const parts = join(folder, 'parts');
    const choice = ['preset:geminga', '--steps', STEPS, '--seed', '3', '--out'];
    const uninterrupted = await start([...choice, whole]).ended;
    expect(uninterrupted.status).toBe(1);
    expect(uninterrupted.stderr).toContain('NOT CONVERGED');

    const first = start([...choice, parts]);
    await begun(parts);
    first.child.kill('SIGINT');
    const { status, stderr } = await first.ended;
    expect(status).toBe(130);
    expect(stderr).toMatch(/Interrupted after \d+ steps; "geminga sample --resume --out \S+" goes on\.\n$/);
    const reached = stepsOf(parts);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(Number(STEPS));
    // Nothing but the state: no file of a result that is not there.
    expect(readdirSync(parts)).toEqual(['run.json']);

    const second = start(['--resume', '--out', parts]);
    await sleep(700);
    second.child.kill('SIGINT');
    const again = await second.ended;
    if (again.status === 130) expect(stepsOf(parts)).toBeGreaterThanOrEqual(reached);

    const last = await start(['--resume', '--out', parts]).ended;
    expect(last.status).toBe(1);
    expect(contents(parts)).toEqual(contents(whole));
  });

  it('writes the same bytes with one, two and three threads', async () => {
    const outs = await Promise.all(
      ['1', '2', '3'].map(async (threads) => {
        const out = join(folder, `threads-${threads}`);
        const { status } = await start(['preset:geminga', '--steps', '40', '--threads', threads, '--out', out]).ended;
        expect(status).toBe(1);
        return contents(out);
      }),
    );
    expect(outs[1]).toEqual(outs[0]);
    expect(outs[2]).toEqual(outs[0]);
  });
});
