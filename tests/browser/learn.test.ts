import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Opens a link for a class; whatever goes wrong in the browser fails the test. */
async function onLink(
  fragment: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const { page, problems } = await site.openTab({ locale: 'en-GB', ...options });
  await page.goto(site.pageUrl + fragment);
  await act(page);
  expect(problems).toEqual([]);
  await page.context().close();
}

/** A poll with the patience of a slow machine. */
const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 10_000 });
const learnOf = (page: Page) => page.getByRole('tabpanel', { name: /^(Learn|Impara)$/ });
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
      expect(await learnOf(page).textContent()).toContain('The computation says otherwise: “it goes on falling”');
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

describe('a student in the middle of a step', () => {
  const step = '#lesson=where-positrons-come-from&step=3';
  const goalIsMet = (page: Page) => eventually(() => learnOf(page).locator('.goal-met').count()).toBeGreaterThan(0);

  it('may look at another tab, where nothing is locked, and finds the step as it was', () =>
    onLink(step, async (page) => {
      const slider = learnOf(page).getByRole('slider', { name: 'secondaries' });
      await slider.focus();
      await page.keyboard.press('End');
      await goalIsMet(page);
      await button(page, 'Continue').click();
      await page.getByRole('tab', { name: 'Fit', exact: true }).click();
      const free = page.getByRole('slider', { name: 'secondaries' });
      await eventually(() => free.isDisabled()).toBe(false);
      await page.getByRole('tab', { name: 'Learn' }).click();
      await learnOf(page).getByRole('heading', { name: 'What the computation says' }).waitFor();
      await eventually(() => free.isDisabled()).toBe(true);
      expect(await learnOf(page).getByRole('heading', { level: 3 }).textContent()).toContain('Step 3 of 6');
    }));

  it('is told when undo takes the scenario of the step away, and brought back', () =>
    onLink(step, async (page) => {
      await learnOf(page).getByRole('slider', { name: 'secondaries' }).waitFor();
      await page.keyboard.press('Control+z');
      await learnOf(page).getByText('The page shows another scenario').waitFor();
      await eventually(() => button(page, 'Continue').count()).toBe(0);
      await button(page, 'Bring the step back').click();
      await eventually(() => learnOf(page).getByText('The page shows another scenario').count()).toBe(0);
      await eventually(() => learnOf(page).locator('.goal').textContent()).toMatch(/You are at/);
    }));

  it('plays it with the keyboard alone, on a phone, in the theme of the projector, without motion', () =>
    onLink(
      '#lesson=where-positrons-come-from&step=2&theme=projector&view=1',
      async (page) => {
        await learnOf(page).getByRole('radio').first().focus();
        await page.keyboard.press('ArrowDown');
        await eventually(() => learnOf(page).getByRole('radio', { name: 'it stays level' }).isChecked()).toBe(true);
        await eventually(() => button(page, 'This is my answer').isDisabled()).toBe(false);
        await page.keyboard.press('Enter');
        await eventually(() => focusedText(page)).toBe('What the computation says');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        // The button that led here says the same.
        await learnOf(page).locator('h4:focus', { hasText: 'Why' }).waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await eventually(() => focusedText(page)).toContain('Step 3 of 6');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(390);
      },
      { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' },
    ));
});

describe('a page prepared for a class', () => {
  it('opens in the language of the class and leaves the person’s own alone', () =>
    onLink('#lesson=where-positrons-come-from&step=1&lang=it&view=1', async (page) => {
      await button(page, 'Rispondo così').waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
      expect(await page.evaluate(() => localStorage.getItem('geminga-language'))).toBeNull();
    }));

  it('is prepared in the teacher’s panel: link, code and file', () =>
    onLink('#preset=geminga', async (page) => {
      await page.getByRole('tab', { name: 'Learn' }).click();
      await learnOf(page).getByText('For teachers').click();
      const link = learnOf(page).getByRole('textbox', { name: 'Link for the class' });
      await eventually(() => link.inputValue()).toMatch(/#preset=geminga$/);
      await learnOf(page).getByRole('img', { name: 'QR code of the link for the class' }).waitFor();
      await learnOf(page).getByLabel('Hide the fit').check();
      await eventually(() => link.inputValue()).toMatch(/#preset=geminga&fit=no&view=1$/);
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()]);
      expect(download.suggestedFilename()).toMatch(/^geminga-class-.*\.json$/);
      const file = await download.path();
      await learnOf(page).getByLabel('Hide the fit').uncheck();
      await learnOf(page).locator('input[type=file]').setInputFiles(file);
      await eventually(() => learnOf(page).getByLabel('Hide the fit').isChecked()).toBe(true);
      await learnOf(page)
        .locator('input[type=file]')
        .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await learnOf(page).getByText('The file is no prepared page').waitFor();
      await button(page, 'Try it here').click();
      await eventually(() => page.getByRole('tab', { name: 'Fit', exact: true }).count()).toBe(0);
    }));

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
