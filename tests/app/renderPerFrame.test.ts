import { options } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { renderPerFrame } from '../../src/app/renderPerFrame.ts';

/** A window whose frames and events come when the test says so. */
function fakeWindow() {
  const frames = new Map<number, () => void>();
  const listeners = new Map<string, () => void>();
  let handles = 0;
  return {
    requestAnimationFrame(callback: () => void) {
      frames.set(++handles, callback);
      return handles;
    },
    cancelAnimationFrame: (handle: number) => void frames.delete(handle),
    addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener),
    nextFrame() {
      const due = [...frames.values()];
      frames.clear();
      for (const callback of due) callback();
    },
    receive: (type: string) => listeners.get(type)?.(),
  };
}

describe('rendering', () => {
  const before = options.debounceRendering;
  afterEach(() => {
    if (before) options.debounceRendering = before;
    else delete options.debounceRendering;
  });

  it('waits for the next frame', () => {
    const window = fakeWindow();
    renderPerFrame(window);
    let times = 0;
    options.debounceRendering?.(() => times++);
    expect(times).toBe(0);
    window.nextFrame();
    window.nextFrame();
    expect(times).toBe(1);
  });

  it('does not wait where a key is pressed: its listener finds the page as it is, and the frame has nothing left to do', () => {
    const window = fakeWindow();
    renderPerFrame(window);
    let times = 0;
    options.debounceRendering?.(() => times++);
    window.receive('keydown');
    expect(times).toBe(1);
    window.receive('keydown');
    window.nextFrame();
    expect(times).toBe(1);
  });

  it('waits while a slider is dragged, whatever its input events', () => {
    const window = fakeWindow();
    renderPerFrame(window);
    let times = 0;
    options.debounceRendering?.(() => times++);
    window.receive('input');
    window.receive('pointermove');
    expect(times).toBe(0);
  });
});
