/** A hand on a slider of the page. */
import type { Page } from 'playwright-core';

export const MOVES_PER_SECOND = 60;

/** A slider that is pressed. */
export interface HeldSlider {
  /** Moves to and fro, on time whether or not the page keeps up. */
  moveFor(seconds: number): Promise<void>;
  release(): Promise<void>;
}

/** Presses a slider a third of its way along. */
export async function pressSlider(page: Page, label: string): Promise<HeldSlider> {
  const slider = page.getByRole('slider', { name: label, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`the slider "${label}" is not on the page`);
  const moveTo = (part: number) => page.mouse.move(box.x + part * box.width, box.y + box.height / 2);
  const from = 0.35;
  const width = 0.3;
  await moveTo(from);
  await page.mouse.down();
  return {
    async moveFor(seconds) {
      const start = performance.now();
      const underWay: Promise<void>[] = [];
      for (let i = 1; i <= seconds * MOVES_PER_SECOND; i++) {
        const due = start + (1000 * i) / MOVES_PER_SECOND;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
        const phase = (i / MOVES_PER_SECOND) % 2;
        underWay.push(moveTo(from + width * (phase < 1 ? phase : 2 - phase)));
      }
      await Promise.all(underWay);
    },
    release: () => page.mouse.up(),
  };
}
