import { useComputed } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { dataset } from '../data/datasets.ts';
import { FitBar } from './FitBar.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { showTab } from './inspector/showTab.ts';
import { TABS } from './inspector/tabs.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { MessageBanner } from './MessageBanner.tsx';
import { ParameterPanel } from './parameters/ParameterPanel.tsx';
import { StatusLine } from './StatusLine.tsx';
import { shortcutFor } from './shortcuts.ts';
import { SpectrumPanel } from './spectrum/SpectrumPanel.tsx';
import { useApp } from './state/context.ts';
import { withEnergyRange } from './state/edits.ts';
import type { Quantity } from './state/view.ts';
import { TopBar } from './topbar/TopBar.tsx';

/** The stage: what the plot needs, as plain values. */
function Stage() {
  const { store, view } = useApp();
  const datasetId = useComputed(() => (store.evaluation.value?.scenario ?? store.scenario.value).fit.dataset).value;
  const age = useComputed(() => {
    const pulsar = store.scenario.value.sources.find((source) => source.type === 'pulsar' && source.enabled);
    return pulsar?.type === 'pulsar' ? pulsar.age_kyr : null;
  }).value;
  const chooseQuantity = useCallback(
    (quantity: Quantity) => {
      view.quantity.value = quantity;
    },
    [view],
  );
  const changeEnergyRange = useCallback(
    (range: readonly [number, number]) =>
      store.change((scenario) => withEnergyRange(scenario, range), {
        change: 'fit range',
        gesture: 'fit range on the plot',
        settles: true,
      }),
    [store],
  );
  return (
    <SpectrumPanel
      evaluation={store.evaluation.value}
      dataset={dataset(datasetId)}
      pulsarAge_kyr={age}
      quantity={view.quantity.value}
      onQuantity={chooseQuantity}
      onEnergyRange={changeEnergyRange}
      theme={view.shownTheme.value}
      computing={store.computing.value}
    />
  );
}

/** Over the small spectrum of the wide layout: what it is, and the way back. */
function StageHead() {
  const { view } = useApp();
  return (
    <div class="stage-head">
      <h2>AMS-02 positrons</h2>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          view.layout.value = 'beside';
        }}
      >
        back to the spectrum
      </button>
    </div>
  );
}

/** Chooses the panel below the plot of a phone: the parameters or one of the tabs. */
function PhoneTabs() {
  const { view } = useApp();
  const isTab = view.phonePanel.value === 'tab';
  const button = (id: string, title: string, isCurrent: boolean, onClick: () => void) => (
    <button key={id} type="button" aria-current={isCurrent} onClick={onClick}>
      {title}
    </button>
  );
  return (
    <nav class="phone-tabs" aria-label="Panels">
      {button('parameters', 'Parameters', !isTab, () => {
        view.phonePanel.value = 'parameters';
      })}
      {TABS.map(({ id, title }) => button(id, title, isTab && view.tab.value === id, () => showTab(view, id)))}
    </nav>
  );
}

function useShortcuts() {
  const { store } = useApp();
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const intent = shortcutFor(event);
      if (intent === null) return;
      event.preventDefault();
      if (intent === 'undo') store.undo();
      else if (intent === 'redo') store.redo();
      else if (store.fit.peek().kind === 'running') store.cancelFit();
      else if (store.scenario.peek().fit.free.length > 0) void store.startFit();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [store]);
}

/** The page. */
export function App() {
  const { view } = useApp();
  const stage = useRef<HTMLElement>(null);
  useShortcuts();
  return (
    <div class="page" data-phone-panel={view.phonePanel.value} data-layout={view.layout.value}>
      <button type="button" class="skip-link" onClick={() => stage.current?.focus()}>
        Skip to the plot
      </button>
      <TopBar />
      <main class="stage" ref={stage} tabIndex={-1}>
        <StageHead />
        <MessageBanner />
        <Stage />
      </main>
      <PhoneTabs />
      <aside class="parameters" aria-label="Parameters">
        <ParameterPanel />
      </aside>
      <Inspector />
      <FitBar />
      <StatusLine />
      <LiveRegion />
    </div>
  );
}
