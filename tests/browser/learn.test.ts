import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Opens a link for a class; whatever goes wrong in the browser fails the test. */
async function onLink(fragment: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems } = await site.openTab({ locale: 'en-GB' });
  await page.goto(site.pageUrl + fragment);
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

/** A poll with the patience of a slow machine. */
const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 10_000 });
const learnOf = (page: Page) => page.getByRole('tabpanel', { name: 'Learn' });
const button = (page: Page, name: string) => learnOf(page).getByRole('button', { name, exact: true });
const curves = (page: Page) => page.getByRole('figure').locator('path.series-total');
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('a lesson', () => {
  it('is played from the question through the answer to the next step, the focus on each new heading', () =>
    onLink('#lesson=where-positrons-come-from&step=2', async (page) => {
      await learnOf(page).getByRole('radio', { name: 'it rises' }).check();
      // The computed curve would give the answer away.
      await eventually(() => curves(page).count()).toBe(0);
      await button(page, 'This is my answer').click();
      await curves(page).waitFor();
      // The new heading is focused with the frame that shows it.
      await eventually(() => focusedText(page)).toBe('What the computation says');
      expect(await learnOf(page).textContent()).toContain('The computation says otherwise: it goes on falling');
      await button(page, 'Why').click();
      await eventually(() => focusedText(page)).toBe('Why');
      expect(await learnOf(page).textContent()).not.toMatch(/\{\w+\}|NaN/);
      await button(page, 'Go on').click();
      await eventually(() => focusedText(page)).toContain('Step 3 of 6');
      await eventually(() => page.url()).toContain('step=3');
    }));

  it('lets move what the goal is about and nothing else, says how far it is, and opens the way when it is met', () =>
    onLink('#lesson=where-positrons-come-from&step=3', async (page) => {
      const slider = learnOf(page).getByRole('slider', { name: 'secondaries' });
      await slider.waitFor();
      expect(await page.getByRole('slider', { name: 'efficiency' }).isDisabled()).toBe(true);
      const goOn = button(page, 'Continue');
      await eventually(() => goOn.isDisabled()).toBe(true);
      await slider.focus();
      await page.keyboard.press('End');
      await eventually(() => learnOf(page).getByRole('status').textContent()).toMatch(/^Done: you are at/);
      await goOn.click();
      // The new heading is focused with the frame that shows it.
      await eventually(() => focusedText(page)).toBe('What the computation says');
    }));

  it('keeps a drawing made by keyboard when the computed curve comes, with the curve before pinned', () =>
    onLink('#lesson=halo-of-slow-diffusion&step=4', async (page) => {
      const pad = page.getByRole('slider', { name: 'Your drawing' });
      await pad.focus();
      expect(await button(page, 'Show me').isDisabled()).toBe(true);
      for (let press = 0; press < 16; press++) await page.keyboard.press('ArrowLeft');
      for (let press = 0; press < 32; press++) await page.keyboard.press('ArrowRight');
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
      expect(await pad.getAttribute('aria-valuetext')).toMatch(/^1000 GeV: /);
      const drawn = await page.locator('.sketch-line').first().getAttribute('d');
      await button(page, 'Show me').click();
      await page.getByRole('figure').locator('path.series-pinned').first().waitFor();
      expect(await pad.count()).toBe(0);
      expect((await page.locator('.sketch-line').first().getAttribute('d'))?.split('L')).toHaveLength(
        drawn?.split('L').length ?? 0,
      );
    }));

  it('changes to Italian in the middle of a step', () =>
    onLink('#lesson=what-klein-nishina-changes', async (page) => {
      await learnOf(page).getByRole('radio').first().waitFor();
      await button(page, 'Italiano').click();
      await button(page, 'Rispondo così').waitFor();
      expect(await learnOf(page).getByRole('heading', { level: 3 }).textContent()).toContain('Passo 1 di 6');
    }));
});

describe('a page prepared for a class', () => {
  it('hides groups, fit and curve, locks what it says, and shows the curve when asked', () =>
    onLink('#preset=geminga&hide=sun&lock=propagation&fit=no&curve=later&view=1', async (page) => {
      await button(page, 'Show the curve').waitFor();
      expect(await curves(page).count()).toBe(0);
      expect(await page.getByRole('tab', { name: 'Fit', exact: true }).count()).toBe(0);
      expect(await page.locator('summary').filter({ hasText: 'Sun' }).count()).toBe(0);
      expect(await page.getByRole('slider', { name: 'diffusion at 1 GeV' }).isDisabled()).toBe(true);
      expect(await page.getByRole('slider', { name: 'efficiency' }).isDisabled()).toBe(false);
      await button(page, 'Show the curve').click();
      await curves(page).waitFor();
    }));
});
