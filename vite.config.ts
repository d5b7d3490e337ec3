import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build as buildWithVite, defineConfig, type Plugin, type UserConfig } from 'vite';
import { documents } from './scripts/documents/plugin.ts';
import { BUILD_META_NAME, SERVICE_WORKER_FILE } from './src/offline/protocol.ts';

/** Puts the kernel beside the programs for Node, which read it as a file. */
const kernelBeside = (place: string): Plugin => ({
  name: 'kernel-beside',
  writeBundle: () => copyFile('build/geminga.wasm', place),
});

/** Integrity metadata of every file in a folder, by its path; sorted, so that the same files give the same list. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => path !== SERVICE_WORKER_FILE)
    .sort();
  const integrity = async (path: string) =>
    `sha256-${createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('base64')}`;
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await integrity(path)])));
}

/** Names the finished page by what is in it, and puts the service worker beside it, with the list of all its files. */
const offline = (): Plugin => ({
  name: 'offline',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir: folder }) {
      if (!folder) throw new Error('the page is built into no folder');
      const content = JSON.stringify(await filesOf(folder));
      const build = createHash('sha256').update(content).digest('hex').slice(0, 16);
      const html = join(folder, 'index.html');
      const meta = `<meta name="${BUILD_META_NAME}" content="${build}" />`;
      await writeFile(html, (await readFile(html, 'utf8')).replace('</head>', `  ${meta}\n  </head>`));
      await buildWithVite({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { BUILD: JSON.stringify(build), FILES: JSON.stringify(await filesOf(folder)) },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target,
          rolldownOptions: {
            input: 'src/offline/serviceWorker.ts',
            // Not every browser takes a module for a service worker.
            output: { format: 'iife', entryFileNames: SERVICE_WORKER_FILE },
          },
        },
      });
    },
  },
});

const worker = { format: 'es' } as const;
const target = 'es2023';
// A kernel inlined as a data: URL could not be fetched under a strict content security policy.
const assetsInlineLimit = 0;

const page: UserConfig = {
  base: './',
  worker,
  // The list of the offline files is made of what is written: last.
  plugins: [documents(), offline()],
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    assetsInlineLimit,
    target,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // What is needed for the first curve is one file: dozens of small ones compress a sixth worse.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
};

/** The library for browsers: an entry whose exports stay, with worker and kernel as files beside it. */
const library: UserConfig = {
  base: './',
  worker,
  publicDir: false,
  build: {
    outDir: 'dist/library',
    emptyOutDir: true,
    assetsInlineLimit,
    target,
    modulePreload: false,
    rolldownOptions: {
      input: { browser: 'src/library/browser.ts' },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js' },
    },
  },
};

/** Command line and library for Node. */
const node: UserConfig = {
  publicDir: false,
  plugins: [kernelBeside('dist/node/geminga.wasm')],
  build: {
    ssr: true,
    outDir: 'dist/node',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { index: 'src/index.ts', geminga: 'src/cli/geminga.ts', kernelThread: 'src/cli/kernelThread.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
};

/** The benchmark, compiled as the command line is. */
const bench: UserConfig = {
  publicDir: false,
  plugins: [kernelBeside('build/bench/geminga.wasm')],
  build: {
    ssr: true,
    outDir: 'build/bench',
    target: 'node20',
    rolldownOptions: { input: { bench: 'tests/bench/bench.ts' }, output: { entryFileNames: '[name].js' } },
  },
};

const modes: Readonly<Record<string, UserConfig>> = { library, node, bench };

export default defineConfig(({ mode }) => modes[mode] ?? page);
