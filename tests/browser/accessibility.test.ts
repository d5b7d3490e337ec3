import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf, restingCurveOf } from './pageParts.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let axe: string;
beforeAll(async () => {
  site = await openSite();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => site?.close());

/** Every rule of WCAG 2.2, levels A and AA, and what axe calls best practice. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What axe finds wrong, each as "rule: what, where". */
async function violationsOf(page: Page): Promise<string[]> {
  // Evaluated, not put on the page as a script, which the page's security policy forbids.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}, at ${target.join(' ')}`),
  );
}

/** Opens a tab, whether the tabs lie beside the plot or, as on a phone or a projector, behind buttons below it. */
async function openTab(page: Page, ids: readonly string[], id: string): Promise<void> {
  const tab = page.locator(`#${id}`);
  if (await tab.isVisible()) await tab.click();
  else
    await page
      .locator('.phone-tabs button')
      .nth(1 + ids.indexOf(id))
      .click();
}

/** Opens each tab and brings it into the state in which it shows most. */
async function inEveryTab(page: Page, look: (tab: string) => Promise<void>): Promise<void> {
  const ids = await page.locator('[role=tab]').evaluateAll((tabs) => tabs.map(({ id }) => id));
  expect(ids.length).toBeGreaterThanOrEqual(5);
  for (const id of ids) {
    await openTab(page, ids, id);
    if (id === 'tab-fit') {
      await page.keyboard.press('f');
      await page.getByText('Valid minimum').first().waitFor({ state: 'attached' });
    }
    if (id === 'tab-compare') await page.keyboard.press('p');
    if (id === 'tab-sources') await page.locator('[role=tabpanel] tbody tr').first().waitFor();
    if (id === 'tab-learn') await page.getByRole('button', { name: 'Begin' }).first().click();
    await restingCurveOf(page);
    await look(id);
  }
}

describe('axe finds nothing to object to', () => {
  for (const theme of ['light', 'dark', 'projector']) {
    it(`in any tab of the ${theme} theme, with every parameter shown`, async () => {
      const { page, problems } = await site.openTab();
      await page.addInitScript((shown) => {
        localStorage.setItem('geminga-theme', shown);
        localStorage.setItem('geminga-level', 'advanced');
        // A projector shows a tab on the stage only.
        if (shown === 'projector') localStorage.setItem('geminga-layout', 'wide');
      }, theme);
      await page.goto(`${site.pageUrl}#preset=manconi-2020`);
      await partsOf(page).totalCurve.waitFor();
      const found: string[] = [];
      await inEveryTab(page, async (tab) => {
        for (const violation of await violationsOf(page)) found.push(`${tab}: ${violation}`);
      });
      expect([...new Set(found)]).toEqual([]);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  }

  it('on a phone, whose panels follow one another', async () => {
    const { page, problems } = await site.openTab({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.goto(site.pageUrl);
    await partsOf(page).totalCurve.waitFor();
    const found: string[] = [];
    const panels = page.getByRole('navigation', { name: 'Panels' }).getByRole('button');
    for (let i = 0; i < (await panels.count()); i++) {
      await panels.nth(i).click();
      await restingCurveOf(page);
      for (const violation of await violationsOf(page)) found.push(`${i}: ${violation}`);
    }
    expect([...new Set(found)]).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
