/** The built page and library on a strict static host, in a real browser. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { FitReport } from '../../src/analysis/analysisTypes.ts';
import type { createLaboratory } from '../../src/library/browser.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { startBrowser } from './browser.ts';
import { type ServerOptions, startServer } from './server.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page that must work wherever somebody puts it is tested far from the root. */
const PAGE_PATH = '/some/sub/path/';
const LIBRARY_PATH = '/library/';
const LIBRARY_PAGE_PATH = '/library-page/';
/** The page that fetches its task from the server's post box. */
export const REPORTING_PAGE_PATH = `${LIBRARY_PAGE_PATH}reporting.html`;

declare global {
  interface Window {
    createLaboratory: typeof createLaboratory;
    computeTask(task: LibraryTask, workers: number): Promise<LibraryResults>;
  }
}

/** What the library computes in a browser. */
export interface LibraryTask {
  readonly scenarios: readonly Scenario[];
  readonly scenarioToFit: Scenario;
  readonly energies_GeV: readonly number[];
  readonly rounds: number;
}

export interface LibraryResults {
  /** SHA-256 of the bytes of each spectrum, `rounds` times over. */
  readonly hashes: readonly string[];
  readonly report: FitReport;
}

/** A tab, and all that went wrong in it: console errors, uncaught exceptions, requests to anybody else. */
export interface Tab {
  readonly page: Page;
  readonly problems: string[];
}

export interface Site {
  readonly browser: Browser;
  /** Address of the built page. */
  readonly pageUrl: string;
  /** Address of an empty page that imports the built library as a module. */
  readonly libraryPageUrl: string;
  /** A tab with a storage of its own. */
  openTab(options?: BrowserContextOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** Opens a tab with a storage of its own and watches it; `origin` is the only one that it may ask for anything. */
export async function watchedTab(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      problems.push(`request to ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  return { page, problems };
}

/** Serves page, library and the pages that use it. */
export const startSiteServer = (options: Omit<ServerOptions, 'folders'>) =>
  startServer({
    ...options,
    folders: {
      [PAGE_PATH]: folder('../../dist/page'),
      [LIBRARY_PATH]: folder('../../dist/library'),
      [LIBRARY_PAGE_PATH]: folder('./libraryPage'),
    },
  });

export async function openSite(options: Omit<ServerOptions, 'folders'> = {}): Promise<Site> {
  const server = await startSiteServer(options);
  const browser = await startBrowser(inject('browserChoice'));
  return {
    browser,
    pageUrl: server.origin + PAGE_PATH,
    libraryPageUrl: server.origin + LIBRARY_PAGE_PATH,
    openTab: (contextOptions = {}) => watchedTab(browser, server.origin, contextOptions),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
