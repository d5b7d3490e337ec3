/** The built page as files, and builds of its own kind. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PAGE_FOLDER = join(ROOT, 'dist/page');

/** SHA-256 of every file of a folder, by its path. */
export async function hashesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const hash = async (path: string) =>
    createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex');
  return new Map(await Promise.all(paths.sort().map(async (path) => [path, await hash(path)] as const)));
}

/** Changes what the page, its style and its worker do, so that a build of it has other files. */
const change: () => Plugin = () => ({
  name: 'change',
  transform(code, id) {
    if (/src\/app\/main\.tsx$/.test(id)) return `${code}\ndocument.documentElement.dataset['version'] = 'second';`;
    if (/src\/worker\/kernel\.worker\.ts$/.test(id)) return `${code}\nself.name = 'second';`;
    if (/src\/app\/styles\/base\.css$/.test(id)) return `${code}\n.second { color: red; }`;
    return null;
  },
});

/** Builds the page as `npm run build` does, into another folder; with `changed`, as a later version of it. */
export async function buildPage(folder: string, { changed = false } = {}): Promise<void> {
  // The test runner has named its own environment, which Vite would build for.
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
      ...(changed ? { plugins: [change()], worker: { plugins: () => [change()] } } : {}),
    });
  } finally {
    process.env['NODE_ENV'] = environment;
  }
}
