import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partsOf, restingCurveOf } from './pageParts.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Every text that a person sees or hears, in each tab. */
async function wordsIn(language: string): Promise<Map<string, string>> {
  const { page, problems } = await site.openTab();
  await page.addInitScript((spoken) => {
    localStorage.setItem('geminga-language', spoken);
    localStorage.setItem('geminga-level', 'advanced');
  }, language);
  await page.goto(`${site.pageUrl}#preset=geminga`);
  await partsOf(page).totalCurve.waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  const found = new Map<string, string>();
  const ids = await page.getByRole('tab').evaluateAll((tabs) => tabs.map(({ id }) => id));
  for (const id of ids) {
    await page.locator(`#${id}`).click();
    if (id === 'tab-fit') {
      await page.keyboard.press('f');
      await page.locator('.fit-report table').first().waitFor();
    }
    await restingCurveOf(page);
    for (const text of await spokenTexts(page)) found.set(text, id);
  }
  expect(problems).toEqual([]);
  await page.context().close();
  return found;
}

/** Texts of elements, names and hints of controls; not what says of itself that it is in English. */
function spokenTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, body [lang=en]')) continue;
      texts.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('body [lang=en]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description'])
        texts.push(element.getAttribute(name) ?? '');
    }
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  });
}

/** Names of papers, people and products are the same in every language. */
const IS_A_CITATION = /et al\.|\b(19|20)\d\d\b|doi:|arXiv/;
const TWO_WORDS = /\p{Ll}{3,} \p{Ll}{3,}/u;

it('nothing on the Italian page is left in English', async () => {
  const [english, italian] = [await wordsIn('en'), await wordsIn('it')];
  const left = [...italian]
    .filter(([text]) => english.has(text) && TWO_WORDS.test(text) && !IS_A_CITATION.test(text))
    .map(([text, tab]) => `${tab}: ${text}`);
  expect(left).toEqual([]);
  // The test has read something: in each language several hundred texts.
  expect(Math.min(english.size, italian.size)).toBeGreaterThan(300);
});
