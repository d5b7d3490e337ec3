/**
 * Code that runs in the page before its own scripts and notes when a slider moves and when the curve for it is painted.
 *
 * A move counts from the time that the browser received it; it holds a pointer's move back until its next frame, and the
 * page hears of it then. The move ends with the frame in which the total curve takes the shape for this position or a
 * newer one, after style, layout and paint: in the first task that follows the frame's own. Which position a shape belongs
 * to follows from the calls to the workers: each carries the newest position, and a shape shows the newest answer. A move
 * after which no worker was called by the time that all listeners have run was answered in the page itself.
 * Not included is what a page cannot see: compositing, which headless Chromium does without a graphics card, and the
 * screen.
 */
import type { Page } from 'playwright-core';

/** One move; times in ms since the page was opened, Infinity for what never came. */
export interface Move {
  /** When the browser received it. */
  readonly received: number;
  /** When the page heard of it. */
  readonly heard: number;
  /** When the answer for exactly this move was there. */
  readonly answered: number;
  /** When the first curve for this move or a newer one was painted. */
  readonly painted: number;
  /** Frames between the one that shows the knob at this place and the one that shows the curve. */
  readonly framesBehind: number;
}

declare global {
  interface Window {
    paintWatch: { moves: Move[]; firstPainted: number };
  }
}

/** Starts the watch in every document that the tab opens. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Noted = { -readonly [Key in keyof Move]: Move[Key] } & { knobFrame: number };
    const never = Number.POSITIVE_INFINITY;
    const moves: Noted[] = [];
    window.paintWatch = { moves, firstPainted: never };

    // The first callback of every frame, since each asks for the next one before anybody else does.
    let frame = 0;
    let isInFrame = false;
    let afterFrame: (() => void)[] = [];
    // The first task after a frame is the message that the frame posted, or the next frame where that is due already:
    // browsers prefer it to messages, and it begins with the events that it held back.
    const endFrame = () => {
      if (!isInFrame) return;
      isInFrame = false;
      const due = afterFrame;
      afterFrame = [];
      for (const call of due) call();
    };
    const message = new MessageChannel();
    message.port1.onmessage = endFrame;
    const onFrame = () => {
      endFrame();
      requestAnimationFrame(onFrame);
      frame += 1;
      isInFrame = true;
      message.port2.postMessage(null);
    };
    requestAnimationFrame(onFrame);
    const atEndOfFrame = (call: () => void) => {
      if (isInFrame) afterFrame.push(call);
      else requestAnimationFrame(() => afterFrame.push(call));
    };

    let received = 0;
    const onPointer = (event: Event) => {
      endFrame();
      received = event.timeStamp;
    };
    const onInput = () => {
      endFrame();
      // Events come before the callbacks of their frame.
      const knobFrame = frame + 1;
      moves.push({
        received,
        heard: performance.now(),
        answered: never,
        painted: never,
        framesBehind: never,
        knobFrame,
      });
    };
    addEventListener('pointermove', onPointer, { capture: true });
    addEventListener('input', onInput, { capture: true });

    let newestAnswered: Noted | undefined;
    let newestAsked: Noted | undefined;
    // Bubbles to here after the page's own listeners.
    addEventListener('input', () => {
      const move = moves.at(-1);
      if (!move || move === newestAsked) return;
      move.answered = performance.now();
      newestAnswered = move;
    });
    window.Worker = new Proxy(window.Worker, {
      construct(Original, given: ConstructorParameters<typeof Worker>) {
        const worker = new Original(...given);
        const asked = new Map<string, Noted>();
        const post = worker.postMessage.bind(worker);
        worker.postMessage = ((message: { id?: string; path?: string[] }, transfer: Transferable[]) => {
          const newest = moves.at(-1);
          if (newest && message.id !== undefined && message.path?.[0] === 'run') {
            asked.set(message.id, newest);
            newestAsked = newest;
          }
          post(message, transfer);
        }) as typeof worker.postMessage;
        worker.addEventListener('message', ({ data }) => {
          const move = asked.get(data?.id);
          if (!move) return;
          move.answered = performance.now();
          newestAnswered = move;
        });
        return worker;
      },
    });

    const onCurve = () => {
      const shown = newestAnswered;
      atEndOfFrame(() => {
        const now = performance.now();
        window.paintWatch.firstPainted = Math.min(window.paintWatch.firstPainted, now);
        for (let i = shown ? moves.indexOf(shown) : -1; i >= 0; i--) {
          const move = moves[i] as Noted;
          if (move.painted !== never) return;
          move.painted = now;
          move.framesBehind = frame - move.knobFrame;
        }
      });
    };
    const holdsCurve = (node: Node) =>
      node instanceof Element && (node.matches('.series-total') || node.querySelector('.series-total') !== null);
    new MutationObserver((mutations) => {
      const isCurve = mutations.some(({ type, target, addedNodes }) =>
        type === 'attributes' ? (target as Element).matches('.series-total') : [...addedNodes].some(holdsCurve),
      );
      if (isCurve) onCurve();
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] });
  });
}

/** The moves noted since the last call. */
export async function takeMoves(page: Page): Promise<Move[]> {
  return page.evaluate(() => window.paintWatch.moves.splice(0));
}
