/** Puts the page together: pool of workers, store, address bar, view. */
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/topbar.css';
import './styles/row.css';
import './styles/track.css';
import './styles/parameters.css';
import './styles/inspector.css';
import './styles/narrow.css';
import './styles/projector.css';
import './styles/lesson.css';
import { computed, effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { DEFAULT_PRESET_ID, presetById, presets } from '../model/presets/presets.ts';
import { connectOffline } from '../offline/connectOffline.ts';
import { NewVersionNotice } from '../offline/NewVersionNotice.tsx';
import { createBrowserPool, createPagePool } from '../worker/browserKernel.ts';
import { App } from './App.tsx';
import { showTab } from './inspector/showTab.ts';
import { TAB_IDS } from './inspector/tabs.ts';
import { lazy } from './lazy.tsx';
import { pageWords } from './pageWords.ts';
import { renderPerFrame } from './renderPerFrame.ts';
import { createBand } from './state/band.ts';
import { createClassroom } from './state/classroom.ts';
import { AppContext } from './state/context.ts';
import type { WithOrigin } from './state/keptScenario.ts';
import { createLikelihood } from './state/likelihood.ts';
import { originOfPreset } from './state/origin.ts';
import { createSnapshots } from './state/snapshots.ts';
import { createStore } from './state/store.ts';
import { createView } from './state/view.ts';
import { topBarWords } from './topbar/topBarWords.ts';
import { language, lendLanguage } from './words/language.ts';
import { speak, spokenLanguage } from './words/words.ts';

/** Few pages begin with an offer. */
const KeptNotice = lazy<{ readonly kept: WithOrigin }>(
  async () => (await import('./compare/KeptNotice.tsx')).KeptNotice,
);

/** Acts once, as soon as something is so. */
function when(isSo: () => boolean, act: () => void): void {
  let isDone = false;
  const stop = effect(() => {
    if (isDone || !isSo()) return;
    isDone = true;
    queueMicrotask(() => stop());
    untracked(act);
  });
}

renderPerFrame(window);
const fallback = presetById(DEFAULT_PRESET_ID);
const root = document.getElementById('app');
if (!fallback || !root) throw new Error('the page lacks its default preset or its root element');

/** A bare address begins with the default preset; what else it asks for, the code for links reads. */
const readAddress = async () =>
  location.hash === ''
    ? { step: { scenario: fallback.scenario, origin: originOfPreset(fallback) }, message: null, view: undefined }
    : (await import('./state/addressBar.ts')).startFrom(location.hash, presets, fallback);

/**
 * Puts the page together. A function, not the top of the module: what is fetched here may be built upon this module, and would wait for
 * its end.
 */
async function begin(root: HTMLElement): Promise<void> {
  const start = await readAddress();
  const view = createView(window, TAB_IDS);
  const classroom = createClassroom(start.view);
  // Before anything is drawn, and before the components: the plot reads colours and sizes from the theme.
  effect(() => {
    document.documentElement.dataset['theme'] = view.theme.value;
  });
  const pool = createPagePool();
  const store = createStore(pool, start.step);
  /** The scenario of the last visit, where it is offered. */
  const kept = signal<WithOrigin | null>(null);
  when(
    () => store.evaluation.value !== null || store.message.value !== null,
    async () => {
      const { keepWork } = await import('./state/keepWork.ts');
      kept.value = keepWork(store, classroom, presets, start.step.scenario);
    },
  );
  // A link for a class opens where its lesson, or the way to its hidden curve, is.
  effect(() => {
    const { lesson, predictFirst } = classroom.view.value;
    if (lesson !== null || predictFirst) showTab(view, 'learn');
  });
  // In its theme and its language, until the person wants another: the next step of a lesson takes back no choice.
  const preparedTheme = computed(() => classroom.view.value.theme);
  const preparedLanguage = computed(() => classroom.view.value.language);
  effect(() => {
    if (preparedTheme.value !== 'system') view.lendTheme(preparedTheme.value);
  });
  effect(() => lendLanguage(preparedLanguage.value));
  const newVersion = signal<(() => void) | null>(null);
  const worksOffline = signal(false);
  connectOffline({
    onReady() {
      worksOffline.value = true;
    },
    onNewVersion(reload) {
      newVersion.value = reload;
    },
  });

  // The first words on the page are already in the language of the person; English needs no waiting.
  if (language.peek() !== 'en') await speak(language.peek()).catch(() => undefined);
  effect(() => {
    document.documentElement.lang = spokenLanguage();
  });
  effect(() => {
    speak(language.value).catch(() => store.say({ row: null, text: pageWords().languageNotLoaded }));
  });

  // Said only now, in the language of the page.
  if (start.message) store.say((await readAddress()).message ?? start.message);
  const snapshots = createSnapshots({ store, presets, window, createPool: () => createBrowserPool(1) });

  /** Reads the signal itself, so that the page is not drawn anew. */
  function Offer() {
    return kept.value && <KeptNotice kept={kept.value} />;
  }

  root.textContent = '';
  render(
    <AppContext.Provider
      value={{
        store,
        view,
        classroom,
        presets,
        likelihood: createLikelihood(store, pool.inference),
        band: createBand(store),
        snapshots,
        inference: pool.inference,
        rank: (...call) => pool.rank(...call),
        predict: (...call) => pool.predict(...call),
        worksOffline,
        workers: pool.size,
      }}
    >
      <App />
      <NewVersionNotice reload={newVersion} words={topBarWords} />
      <Offer />
    </AppContext.Provider>,
    root,
  );
}

void begin(root);
