/** Puts the documents of the project beside index.html, as pages without scripts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { DOCUMENTS, documentPage } from './documentPage.ts';

const TOKENS = 'src/app/styles/tokens.css';
const STYLES = 'scripts/documents/documents.css';
/** The same file as that of the page: the build keeps one of the two. */
const ICON = 'src/app/favicon.svg';
/** While the page is developed. */
const SERVED = { stylesheet: './documents.css', icon: `./${ICON}` } as const;

async function stylesheet(root: string): Promise<string> {
  const parts = await Promise.all([TOKENS, STYLES].map((path) => readFile(join(root, path), 'utf8')));
  return parts.join('\n');
}

/** Builds them with the page, and serves them while it is developed. */
export function documents(): Plugin {
  let root = '';
  return {
    name: 'documents',
    configResolved(config) {
      root = config.root;
    },
    async generateBundle() {
      const emit = (name: string, source: string | Uint8Array) =>
        `./${this.getFileName(this.emitFile({ type: 'asset', name, source }))}`;
      const assets = {
        stylesheet: emit('documents.css', await stylesheet(root)),
        icon: emit('favicon.svg', await readFile(join(root, ICON))),
      };
      for (const file of DOCUMENTS) {
        const markdown = await readFile(join(root, file.source), 'utf8');
        const source = documentPage(file, markdown, assets);
        this.emitFile({ type: 'asset', fileName: file.address, source });
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.replace(/[?#].*$/s, '').slice(1);
        const file = DOCUMENTS.find(({ address }) => address === path);
        if (!file && path !== 'documents.css') return next();
        response.setHeader('content-type', file ? 'text/html' : 'text/css');
        response.end(
          file ? documentPage(file, await readFile(join(root, file.source), 'utf8'), SERVED) : await stylesheet(root),
        );
      });
    },
  };
}
