/**
 * Takes a picture of every tab in every theme at three widths, and of what opens over them: `npm run screenshots`, or with some words,
 * `npm run screenshots -- sources dark`, of those whose name holds all of them. They lie in `.screenshots/`, which is not kept.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser, startBrowser } from '../../tests/browser/browser.ts';
import { startServer } from '../../tests/browser/server.ts';

const FOLDER = '.screenshots';
const THEMES = ['light', 'dark', 'projector'];
const LANGUAGES = ['en', 'it'];
const WIDTHS = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 768 },
  { name: '390', width: 390, height: 844 },
];

/** One picture: where to go and what to open. */
interface Scene {
  readonly name: string;
  /** What `localStorage` holds besides theme and language. */
  readonly stored?: Readonly<Record<string, string>>;
  readonly fragment?: string;
  open?(page: Page): Promise<void>;
}

/** Opens a tab, whether the tabs lie beside the plot or below it as on a phone. */
async function openTab(page: Page, id: string): Promise<void> {
  const tab = page.locator(`#tab-${id}`);
  if (await tab.isVisible()) return await tab.click();
  const ids = await page.locator('[role=tab]').evaluateAll((tabs) => tabs.map((one) => one.id));
  await page
    .locator('.phone-tabs button')
    .nth(1 + ids.indexOf(`tab-${id}`))
    .click();
}

const fit = async (page: Page) => {
  await openTab(page, 'fit');
  await page.keyboard.press('f');
  await page.waitForTimeout(1500);
};

const SCENES: readonly Scene[] = [
  { name: 'start' },
  { name: 'parameters-advanced', stored: { 'geminga-level': 'advanced' }, fragment: '#preset=geminga' },
  { name: 'fit', open: fit },
  { name: 'posterior', open: (page) => openTab(page, 'posterior') },
  {
    name: 'sources',
    fragment: '#preset=evoli-2021',
    async open(page) {
      await openTab(page, 'sources');
      await page.waitForTimeout(3000);
    },
  },
  {
    name: 'compare',
    async open(page) {
      await page.keyboard.press('p');
      await page.locator('input[type=range]').first().press('End');
      await openTab(page, 'compare');
      await page.waitForTimeout(1500);
    },
  },
  { name: 'learn', open: (page) => openTab(page, 'learn') },
  {
    name: 'lesson',
    fragment: '#lesson=where-positrons-come-from',
    open: (page) => page.waitForTimeout(1500),
  },
  {
    name: 'fit-wide',
    stored: { 'geminga-layout': 'wide' },
    open: fit,
  },
  {
    name: 'keys',
    open: (page) => page.keyboard.press('?'),
  },
];

const wanted = process.argv.slice(2);
const choice = await findBrowser();
const server = await startServer({ folders: { '/': 'dist/page' } });
const browser = await startBrowser(choice);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
let taken = 0;
for (const language of LANGUAGES) {
  for (const theme of THEMES) {
    for (const { name: width, ...viewport } of WIDTHS) {
      for (const scene of SCENES) {
        const name = [scene.name, theme, width, language].join('-');
        // Italian in one theme: its words are longer, its colours are the same.
        if (language === 'it' && theme !== 'light') continue;
        if (!wanted.every((word) => name.includes(word))) continue;
        const context = await browser.newContext({ viewport, hasTouch: viewport.width < 600 });
        const page = await context.newPage();
        page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
        await page.addInitScript(
          (stored) => {
            for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
          },
          {
            'geminga-theme': theme,
            'geminga-language': language,
            // A projector shows a tab on the stage only.
            ...(theme === 'projector' && scene.open && { 'geminga-layout': 'wide' }),
            ...scene.stored,
          },
        );
        await page.goto(`${server.origin}/${scene.fragment ?? ''}`);
        await page.locator('figure path.series-total').waitFor();
        await page.waitForTimeout(500);
        await scene.open?.(page);
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(FOLDER, `${name}.png`) });
        await context.close();
        taken++;
      }
    }
  }
}
await browser.close();
await server.close();
console.log(`${taken} pictures in ${FOLDER}/`);
