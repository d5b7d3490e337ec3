import { copyFile } from 'node:fs/promises';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** Puts the kernel beside the programs for Node, which read it as a file. */
const kernelBeside = (place: string): Plugin => ({
  name: 'kernel-beside',
  writeBundle: () => copyFile('build/geminga.wasm', place),
});

const worker = { format: 'es' } as const;
// A kernel inlined as a data: URL could not be fetched under a strict content security policy.
const assetsInlineLimit = 0;

const page: UserConfig = {
  base: './',
  worker,
  build: { outDir: 'dist/page', emptyOutDir: true, assetsInlineLimit, target: 'es2023', chunkSizeWarningLimit: 1600 },
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
    target: 'es2023',
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
      input: { index: 'src/index.ts', geminga: 'src/cli/geminga.ts' },
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
