import { copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { SERVICE_WORKER_FILE } from '../../src/offline/protocol.ts';
import { startBrowser } from './browser.ts';
import { buildPage, hashesIn, PAGE_FOLDER } from './builtPage.ts';
import { drag, partsOf, restingCurveOf } from './pageParts.ts';
import { startServer, type TestServer } from './server.ts';
import { watchedTab } from './site.ts';

const PATH = '/some/sub/path/';
const OTHER_PATH = '/some/other/';

let browser: Browser;
let temporary: string;
/** Folder of a later version. */
let later: string;
let server: TestServer;
let closed: boolean;
/** What the host has, by path; a test may put something else there. */
let folders: Record<string, string>;

beforeAll(async () => {
  browser = await startBrowser(inject('browserChoice'));
  temporary = await mkdtemp(join(tmpdir(), 'geminga-offline-'));
  later = join(temporary, 'later');
  await buildPage(later, { changed: true });
});
afterAll(async () => {
  await browser?.close();
  await rm(temporary, { recursive: true, force: true });
});
beforeEach(async () => {
  folders = { [PATH]: PAGE_FOLDER };
  server = await startServer({ folders });
  closed = false;
  return closeServer;
});

async function closeServer(): Promise<void> {
  if (!closed) await server.close();
  closed = true;
}

const openTab = () => watchedTab(browser, server.origin, {});
const pageUrl = () => server.origin + PATH;
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** Opens the page and waits until its service worker has all files and serves it. */
async function visit(page: Page, url = pageUrl()): Promise<void> {
  await page.goto(url);
  await partsOf(page).totalCurve.waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

const buildShown = (page: Page) => page.locator('meta[name="geminga-build"]').getAttribute('content');
const cachesOf = (page: Page) => page.evaluate(() => caches.keys());
const notice = (page: Page) => page.getByText('A new version is ready.');
const reloadButton = (page: Page) => page.getByRole('button', { name: 'Reload' });

async function buildOf(folder: string): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return /<meta name="geminga-build" content="(\w+)"/.exec(html)?.[1] as string;
}

async function pageFilesOf(folder: string): Promise<Map<string, string>> {
  const hashes = await hashesIn(folder);
  hashes.delete(SERVICE_WORKER_FILE);
  return hashes;
}

/** SHA-256 of files as a page receives them, by their paths from its folder. */
async function hashesReceived(page: Page, paths: Iterable<string>): Promise<Map<string, string>> {
  const received = await page.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const response = await fetch(new URL(path, document.baseURI));
          const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
          return [path, Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')] as const;
        }),
      ),
    [...paths],
  );
  return new Map(received);
}

/** Paths of the files that the page and its worker have loaded since the page was opened. */
const filesLoaded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const folder = new URL('./', document.baseURI).href;
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    return names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  });

describe('after the first visit', () => {
  it('the browser keeps every file of the build, and nothing else', async () => {
    const { page, problems } = await openTab();
    await visit(page);
    const kept = await page.evaluate(async () => {
      const [name, ...others] = await caches.keys();
      const requests = await (await caches.open(name as string)).keys();
      return { others, urls: requests.map(({ url }) => url) };
    });
    const expected = [...(await pageFilesOf(PAGE_FOLDER)).keys()].map((path) => pageUrl() + path);
    expect(kept.others).toEqual([]);
    expect(kept.urls.sort()).toEqual(expected.sort());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('the page opens without a server: same curve, a fit, and every file that it may load later', async () => {
    const { page, problems } = await openTab();
    await visit(page);
    const curve = await restingCurveOf(page);
    await closeServer();
    await page.reload();
    expect(await restingCurveOf(page)).toBe(curve);
    await eventually(() => page.getByRole('figure').locator('.scatterlayer .point').count()).toBeGreaterThan(50);
    const { fitButton, verdict } = partsOf(page);
    await fitButton.click();
    await eventually(() => verdict.textContent()).toMatch(/valid minimum/i);
    const files = await pageFilesOf(PAGE_FOLDER);
    expect(await hashesReceived(page, files.keys())).toEqual(files);
    // A page that is looked at again asks for a new version, which is out of reach.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(500);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('a new tab opens without a server, by the address of the folder or of the file, with a query and a link', async () => {
    const { page } = await openTab();
    await visit(page);
    const build = await buildShown(page);
    await closeServer();
    for (const rest of ['', 'index.html', '?from=somewhere', 'index.html?a=b#preset=none']) {
      const tab = await page.context().newPage();
      await tab.goto(pageUrl() + rest);
      await partsOf(tab).totalCurve.waitFor();
      expect(await buildShown(tab)).toBe(build);
      await tab.close();
    }
    await page.context().close();
  });

  it('what else the host has in the folder is left to the host', async () => {
    const { page } = await openTab();
    await visit(page);
    const answers = await page.evaluate(async () => [
      (await fetch('./nothing.txt')).status,
      (await fetch('./index.html', { method: 'POST' })).status,
      (await fetch('/elsewhere')).status,
    ]);
    expect(answers).toEqual([404, 405, 404]);
    // The browser's own word for the host's empty answer with status 404.
    await expect(page.goto(`${pageUrl()}nothing`)).rejects.toThrow('ERR_HTTP_RESPONSE_CODE_FAILURE');
    await page.context().close();
  });
});

describe('a new version', () => {
  it('is announced, waits for the person, and then gives all files', async () => {
    const { page, problems } = await openTab();
    await visit(page);
    expect(await notice(page).count()).toBe(0);
    folders[PATH] = later;
    await page.reload();
    await notice(page).waitFor();
    await restingCurveOf(page);
    const [first, second] = [await buildOf(PAGE_FOLDER), await buildOf(later)];
    expect(second).not.toBe(first);
    expect(await buildShown(page)).toBe(first);
    const oldFiles = await pageFilesOf(PAGE_FOLDER);
    for (const path of await filesLoaded(page)) expect([...oldFiles.keys()]).toContain(path);
    // Another reload does not slip into the new version either.
    await page.reload();
    await notice(page).waitFor();
    expect(await buildShown(page)).toBe(first);

    // What the person has done so far comes along.
    await drag(page, 'spectral index', 0.4, 0.6);
    const curve = await restingCurveOf(page);
    await eventually(async () => new URL(page.url()).hash).toMatch(/^#s=/);
    const opened = page.waitForEvent('load');
    await reloadButton(page).click();
    await opened;
    expect(await restingCurveOf(page)).toBe(curve);
    await eventually(() => page.getByRole('figure').locator('.scatterlayer .point').count()).toBeGreaterThan(50);
    expect(await buildShown(page)).toBe(second);
    expect(await page.evaluate(() => document.documentElement.dataset['version'])).toBe('second');
    const newFiles = await pageFilesOf(later);
    const loaded = await filesLoaded(page);
    for (const ending of [/index-.*\.js$/, /\.css$/, /\.wasm$/, /kernel\.worker-.*\.js$/, /plotly.*\.js$/]) {
      expect(
        loaded.some((path) => ending.test(path)),
        String(ending),
      ).toBe(true);
    }
    for (const path of loaded) expect([...newFiles.keys()]).toContain(path);
    expect(await notice(page).count()).toBe(0);
    await eventually(() => cachesOf(page)).toEqual([`geminga-lab ${PATH} ${second}`]);

    await closeServer();
    await page.reload();
    await partsOf(page).totalCurve.waitFor();
    expect(await buildShown(page)).toBe(second);
    expect(await hashesReceived(page, newFiles.keys())).toEqual(newFiles);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('is announced in a page that stays open, once it is looked at again, and can be put off', async () => {
    const { page } = await openTab();
    await visit(page);
    folders[PATH] = later;
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await notice(page).waitFor();
    await page.getByRole('button', { name: 'Later' }).click();
    await eventually(() => notice(page).count()).toBe(0);
    expect(await buildShown(page)).toBe(await buildOf(PAGE_FOLDER));
    await page.context().close();
  });

  it('leaves another open page its own files, until that is closed', async () => {
    const { page, problems } = await openTab();
    await visit(page);
    const other = await page.context().newPage();
    await visit(other);
    const [first, second] = [await buildOf(PAGE_FOLDER), await buildOf(later)];
    folders[PATH] = later;
    await page.reload();
    const opened = page.waitForEvent('load');
    await reloadButton(page).click();
    await opened;
    await partsOf(page).totalCurve.waitFor();
    expect(await buildShown(page)).toBe(second);

    // The host has only the later version by now, and that is the one that is active.
    await notice(other).waitFor();
    expect(await buildShown(other)).toBe(first);
    const oldFiles = await pageFilesOf(PAGE_FOLDER);
    oldFiles.delete('index.html');
    expect(await hashesReceived(other, oldFiles.keys())).toEqual(oldFiles);
    expect(await cachesOf(page)).toHaveLength(2);

    const reopened = other.waitForEvent('load');
    await reloadButton(other).click();
    await reopened;
    expect(await buildShown(other)).toBe(second);
    await eventually(() => cachesOf(page)).toEqual([`geminga-lab ${PATH} ${second}`]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('that the host has only in part is not taken, and the old one goes on', async () => {
    const half = join(temporary, 'half');
    await cp(later, half, { recursive: true });
    await copyFile(join(PAGE_FOLDER, 'index.html'), join(half, 'index.html'));
    const { page } = await openTab();
    await visit(page);
    folders[PATH] = half;
    const refused = page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const fate = new Promise((resolve) => {
        registration.addEventListener('updatefound', () => {
          const arriving = registration.installing as ServiceWorker;
          arriving.addEventListener('statechange', () => resolve(arriving.state));
        });
      });
      await registration.update().catch(() => {});
      return fate;
    });
    expect(await refused).toBe('redundant');
    await page.reload();
    await partsOf(page).totalCurve.waitFor();
    expect(await notice(page).count()).toBe(0);
    expect(await buildShown(page)).toBe(await buildOf(PAGE_FOLDER));

    await copyFile(join(later, 'index.html'), join(half, 'index.html'));
    await page.reload();
    await notice(page).waitFor();
    await page.context().close();
  });

  it('in one folder of a host changes nothing for the page in another folder', async () => {
    folders[OTHER_PATH] = PAGE_FOLDER;
    const { page } = await openTab();
    await visit(page);
    await visit(page, server.origin + OTHER_PATH);
    folders[PATH] = later;
    await page.goto(pageUrl());
    const opened = page.waitForEvent('load');
    await reloadButton(page).click();
    await opened;
    const [first, second] = [await buildOf(PAGE_FOLDER), await buildOf(later)];
    await eventually(async () => (await cachesOf(page)).sort()).toEqual([
      `geminga-lab ${OTHER_PATH} ${first}`,
      `geminga-lab ${PATH} ${second}`,
    ]);
    await closeServer();
    await page.goto(server.origin + OTHER_PATH);
    await partsOf(page).totalCurve.waitFor();
    expect(await buildShown(page)).toBe(first);
    await page.context().close();
  });
});
