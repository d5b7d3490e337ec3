import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'vite';

/** Builds the recovery study as a program for Node, the kernel beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [
    { name: 'kernel-beside', writeBundle: () => copyFile('build/geminga.wasm', 'build/recovery/geminga.wasm') },
  ],
  build: {
    ssr: true,
    outDir: 'build/recovery',
    target: 'node20',
    rolldownOptions: {
      input: { recovery: 'scripts/recovery/run.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
