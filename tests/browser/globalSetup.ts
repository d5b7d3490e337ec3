/** Before the browser tests: an up-to-date build and one browser for all of them. */
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { type BrowserChoice, findBrowser } from './browser.ts';
import { findFirefox } from './firefox.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    browserChoice: BrowserChoice;
    /** Path of Firefox, null where none is installed. */
    firefox: string | null;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['index.html', 'src', 'assembly', 'asconfig.json', 'vite.config.ts', 'package.json'];
const PRODUCTS = ['dist/page/index.html', 'dist/library/browser.js', 'dist/node/index.js'];

const modified = (path: string) =>
  stat(join(ROOT, path)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(join(ROOT, path), { recursive: true }).catch(() => []);
  const times = await Promise.all([path, ...entries.map((entry) => join(path, entry))].map(modified));
  return Math.max(...times);
}

async function isUpToDate(): Promise<boolean> {
  const oldestProduct = Math.min(...(await Promise.all(PRODUCTS.map(modified))));
  return oldestProduct > Math.max(...(await Promise.all(SOURCES.map(newestIn))));
}

export default async function setup(project: TestProject): Promise<void> {
  if (!(await isUpToDate())) {
    console.log('the built page is missing or older than its sources: npm run build');
    // Not in the test environment, which would build other bytes.
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT, env, shell: process.platform === 'win32' });
  }
  project.provide('browserChoice', await findBrowser());
  project.provide('firefox', await findFirefox());
}
