import { defineConfig } from 'vite';

/** Builds the program that takes the screenshots, for Node. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'build/screenshots',
    target: 'node20',
    rolldownOptions: {
      input: { screenshots: 'scripts/screenshots/run.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
