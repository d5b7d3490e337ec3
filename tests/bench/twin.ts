/** The C twin as a running program: built with the machine's compiler, told a model, asked for answers. */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DragName } from './drag.ts';
import type { PulsarModel } from './model.ts';

const run = promisify(execFile);

// This file and the compiled benchmark both lie two folders below the root.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = join(ROOT, 'tests/bench/twin');
const PROGRAMS = join(ROOT, 'build/bench');
const COMPILERS = ['gcc', 'cc'];

/** The first line in which the compiler names itself, and the command; null where the machine has none. */
export async function findCompiler(): Promise<{ command: string; version: string } | null> {
  for (const command of COMPILERS) {
    const answer = await run(command, ['--version']).catch(() => null);
    if (answer) return { command, version: answer.stdout.split('\n')[0] ?? command };
  }
  return null;
}

/** Parts that the twin of solver C shares with the twin of the one-zone path. */
const SHARED = ['losses.c', 'diffusion.c', 'lossIntegrals.c', 'injection.c'];

/** Compiles a twin: of the one-zone path, or of solver C. @returns the path of the program */
export async function buildTwin(
  compiler: string,
  name: string,
  options: readonly string[],
  of: 'one-zone' | 'transport' = 'one-zone',
): Promise<string> {
  const program = join(PROGRAMS, process.platform === 'win32' ? `${name}.exe` : name);
  const files = of === 'transport' ? SHARED : (await readdir(SOURCES)).filter((file) => file.endsWith('.c'));
  const sources = files.map((file) => join(SOURCES, file));
  if (of === 'transport') sources.push(join(SOURCES, '../transportTwin.c'));
  await mkdir(PROGRAMS, { recursive: true });
  await run(compiler, ['-std=gnu11', ...options, ...sources, '-o', program, '-lm']);
  return program;
}

/** A number as the program reads it. */
const inC = (value: number): string => (value === Infinity ? 'inf' : String(value));

export class Twin {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;

  constructor(program: string) {
    this.child = spawn(program);
    this.child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
    this.reader = createInterface({ input: this.child.stdout });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  /** Puts a model in force. */
  async take(model: PulsarModel): Promise<void> {
    const { magneticField, components, shape, energies, history, index, indexAbove, pivot, inverseCutoff } = model;
    const { minEnergy, distance, velocity, diffusion, released } = model;
    await this.ask('losses', [magneticField, components.length / 2, ...components]);
    await this.ask('shape', shape);
    await this.ask('energies', [energies.length, ...energies]);
    const spectrum = [index, indexAbove, pivot, inverseCutoff, minEnergy];
    await this.ask('pulsar', [Number(model.burst), ...history, ...spectrum, distance, velocity, diffusion, released]);
  }

  /** Fluxes at the model's energies. */
  async check(): Promise<number[]> {
    return (await this.ask('check')).trim().split(' ').map(Number);
  }

  async moments(): Promise<number> {
    return Number(await this.ask('moments'));
  }

  /** Times steps [from, from + count) of a drag, in ms of processor time, by the program itself. */
  async time(drag: DragName, count: number, from: number): Promise<{ elapsed: number; sum: number }> {
    const [nanoseconds, sum] = (await this.ask(drag, [count, from])).split(' ').map(Number);
    return { elapsed: (nanoseconds as number) * 1e-6, sum: sum as number };
  }

  close(): void {
    this.child.stdin.end();
    this.reader.close();
  }

  async ask(command: string, values: readonly number[] = []): Promise<string> {
    this.child.stdin.write(`${[command, ...values.map(inC)].join(' ')}\n`);
    const answer = await this.lines.next();
    if (answer.done) throw new Error(`the C twin ended at the command "${command}"`);
    return answer.value;
  }
}
