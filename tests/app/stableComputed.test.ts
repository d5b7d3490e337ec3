import { effect, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { stableComputed } from '../../src/app/state/stableComputed.ts';

describe('a stable computed signal', () => {
  it('tells nobody when it computes an equal object, and everybody when it computes another one', () => {
    const energy = signal(1);
    const band = stableComputed(() => ({ name: energy.value < 10 ? 'low' : 'high' }));
    const heard: string[] = [];
    const stop = effect(() => {
      heard.push(band.value.name);
    });
    energy.value = 2;
    energy.value = 3;
    expect(heard).toEqual(['low']);
    energy.value = 30;
    expect(heard).toEqual(['low', 'high']);
    stop();
  });
});
