import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

// Inside the project, so that the stand-in finds comlink.
beforeAll(async () => {
  folder = await mkdtemp(join(ROOT, 'node_modules/.process-exit-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      ssr: true,
      rollupOptions: {
        input: { pool: join(ROOT, 'src/worker/pool.ts'), nodeWorker: join(ROOT, 'tests/worker/nodeWorker.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
  await copyFile(join(ROOT, 'tests/worker/standIn.worker.mjs'), join(folder, 'standIn.worker.mjs'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PROGRAM = `
import { KernelPool } from './pool.mjs';
import { createNodeWorker } from './nodeWorker.mjs';

const pool = new KernelPool({
  size: 2,
  wasm: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  createWorker: () => createNodeWorker(new URL('./standIn.worker.mjs', import.meta.url)),
});
const { name } = await pool.evaluate({ name: 'answer' });
console.log(name);
console.log(await pool.evaluate({ name: 'exit' }).catch((error) => error.name));
const controller = new AbortController();
const cancelled = pool.fit({ name: 'block' }, { signal: controller.signal }).catch((error) => error.name);
controller.abort();
console.log(await cancelled);
const pending = pool.evaluate({ name: 'never' }).catch((error) => error.name);
pool.dispose();
console.log(await pending);
`;

it('a closed pool leaves nothing behind that keeps the process alive', async () => {
  const program = join(folder, 'program.mjs');
  await writeFile(program, PROGRAM);
  // A port, timer or thread left open would run into the limit; the program itself takes a tenth of it.
  const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 4000 });
  expect(stdout.trim().split('\n')).toEqual(['answer', 'WorkerCrashedError', 'AbortError', 'AbortError']);
});
