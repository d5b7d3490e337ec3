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
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { DEFAULT_PRESET_ID, presetById, presets } from '../model/presets/presets.ts';
import { connectOffline } from '../offline/connectOffline.ts';
import { NewVersionNotice } from '../offline/NewVersionNotice.tsx';
import { createPagePool } from '../worker/browserKernel.ts';
import { App } from './App.tsx';
import { showTab } from './inspector/showTab.ts';
import { TAB_IDS } from './inspector/tabs.ts';
import { pageWords } from './pageWords.ts';
import { renderPerFrame } from './renderPerFrame.ts';
import { connectAddressBar, startFrom } from './state/addressBar.ts';
import { createBand } from './state/band.ts';
import { createClassroom } from './state/classroom.ts';
import { AppContext } from './state/context.ts';
import { createLikelihood } from './state/likelihood.ts';
import { createStore } from './state/store.ts';
import { createView } from './state/view.ts';
import { language } from './words/language.ts';
import { speak, spokenLanguage } from './words/words.ts';

renderPerFrame(window);
const fallback = presetById(DEFAULT_PRESET_ID);
const root = document.getElementById('app');
if (!fallback || !root) throw new Error('the page lacks its default preset or its root element');

const start = startFrom(location.hash, presets, fallback);
const view = createView(window, TAB_IDS);
const classroom = createClassroom(start.view);
// Before anything is drawn, and before the components: the plot reads colours and sizes from the theme.
effect(() => {
  document.documentElement.dataset['theme'] = view.theme.value;
});
const pool = createPagePool();
const store = createStore(pool, start.step);
if (start.message) store.say(start.message);
connectAddressBar(store, presets, window, classroom.view);
// A link for a class opens where its lesson, or the way to its hidden curve, is.
effect(() => {
  const { lesson, predictFirst, theme } = classroom.view.value;
  if (theme !== 'system') view.theme.value = theme;
  if (lesson !== null || predictFirst) showTab(view, 'learn');
});
const newVersion = signal<(() => void) | null>(null);
connectOffline({
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
      inference: pool.inference,
      rank: (...call) => pool.rank(...call),
      workers: pool.size,
    }}
  >
    <App />
    <NewVersionNotice reload={newVersion} />
  </AppContext.Provider>,
  root,
);
