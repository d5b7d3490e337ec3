/** The built program as a process: npm test builds it first. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeComplete } from '../../src/cli/writeComplete.ts';

const LAUNCHER = resolve(import.meta.dirname, '../../bin/geminga.js');
const folder = mkdtempSync(join(tmpdir(), 'geminga-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program until it ends. */
function run(
  argv: string[],
  during: (child: ReturnType<typeof spawn>) => void = (child) => child.stdin?.end(),
): Promise<Ended> {
  const child = spawn(process.execPath, [LAUNCHER, ...argv], { stdio: 'pipe' });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text) => {
    said.stderr += text;
  });
  child.stdin.on('error', () => undefined);
  during(child);
  return new Promise((done) => child.on('close', (status) => done({ status, ...said })));
}

// Starting Node, compiling the kernel and a busy machine: seconds at worst.
describe('the program as a process', { timeout: 30_000 }, () => {
  it('computes and exits with status 0', async () => {
    const { status, stdout, stderr } = await run(['predict', 'preset:geminga', '--energies', '10']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^10,\S+,\S+,\S+$/);
  });

  it('ends bad input with status 2 and one sentence', async () => {
    const { status, stdout, stderr } = await run(['predict', '/nowhere/at-all.json']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'geminga: /nowhere/at-all.json cannot be read: there is no such file or folder; check the path.\n',
    );
  });

  it('is quiet when its reader has seen enough', async () => {
    const { status, stderr } = await run(
      ['predict', 'preset:ams02-fit-function', '--energies', 'grid:1:1000:50000'],
      (child) => {
        child.stdout?.once('data', () => child.stdout?.destroy());
      },
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  it('hands a long table over completely to a slow reader', async () => {
    const { stdout } = await run(
      ['predict', 'preset:ams02-fit-function', '--energies', 'grid:1:1000:50000'],
      (child) => {
        child.stdout?.pause();
        setTimeout(() => child.stdout?.resume(), 500);
      },
    );
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length).toBe(50_001);
  });

  it('ends at an interrupt without a word and without a file', async () => {
    const out = join(folder, 'interrupted');
    const { status, stdout, stderr } = await run(['fit', '--data', '-', '--out', out], (child) => {
      // It says that it takes the default preset, then waits for the table.
      child.stderr?.once('data', () => child.kill('SIGINT'));
    });
    expect([status, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(/^No scenario given[^\n]*\n$/);
    expect(readdirSync(folder)).not.toContain('interrupted');
  });

  it('writes files into folders that it makes, and leaves nothing unfinished there', async () => {
    const out = join(folder, 'new', 'best');
    const { status } = await run(['fit', 'preset:geminga', '--out', out]);
    expect(status).toBe(0);
    expect(readdirSync(out).every((name) => /\.(csv|ecsv|json|txt|svg|py|bib)$/.test(name))).toBe(true);
    expect(JSON.parse(readFileSync(join(out, 'scenario.json'), 'utf8')).format).toBe('geminga-scenario');
  });
});

describe('writing a file', () => {
  it('that cannot take its place leaves what was there and nothing else', () => {
    const place = mkdtempSync(join(folder, 'taken-'));
    writeComplete({ path: join(place, 'a.txt'), bytes: new Uint8Array(3) });
    // A folder cannot be replaced by a file.
    expect(() => writeComplete({ path: place, bytes: new Uint8Array(3) })).toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readdirSync(place)).toEqual(['a.txt']);
  });
});
