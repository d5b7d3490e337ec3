import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { dataset } from '../data/datasets.ts';
import { FitBar } from './FitBar.tsx';
import { FitPanel } from './inspector/FitPanel.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { MessageBanner } from './MessageBanner.tsx';
import { ParameterPanel } from './parameters/ParameterPanel.tsx';
import { StatusLine } from './StatusLine.tsx';
import { shortcutFor } from './shortcuts.ts';
import { SpectrumPanel } from './spectrum/SpectrumPanel.tsx';
import { useApp } from './state/context.ts';
import { withEnergyRange } from './state/edits.ts';
import type { PhonePanel } from './state/view.ts';
import { TopBar } from './topbar/TopBar.tsx';

/** The stage: what the plot needs, as plain values. */
function Stage() {
  const { store, view } = useApp();
  const datasetId = useComputed(() => (store.evaluation.value?.scenario ?? store.scenario.value).fit.dataset).value;
  const age = useComputed(() => {
    const pulsar = store.scenario.value.sources.find((source) => source.type === 'pulsar' && source.enabled);
    return pulsar?.type === 'pulsar' ? pulsar.age_kyr : null;
  }).value;
  return (
    <SpectrumPanel
      evaluation={store.evaluation.value}
      dataset={dataset(datasetId)}
      pulsarAge_kyr={age}
      quantity={view.quantity.value}
      onQuantity={(quantity) => {
        view.quantity.value = quantity;
      }}
      onEnergyRange={(range) =>
        store.change((scenario) => withEnergyRange(scenario, range), {
          change: 'fit range',
          gesture: 'fit range on the plot',
          settles: true,
        })
      }
      theme={view.shownTheme.value}
      computing={store.computing.value}
    />
  );
}

const PHONE_PANELS: Readonly<Record<PhonePanel, string>> = { parameters: 'Parameters', fit: 'Fit' };

/** Chooses the panel below the plot of a phone. */
function PhoneTabs() {
  const { view } = useApp();
  return (
    <nav class="phone-tabs" aria-label="Panels">
      {(Object.entries(PHONE_PANELS) as [PhonePanel, string][]).map(([panel, name]) => (
        <button
          key={panel}
          type="button"
          aria-current={view.phonePanel.value === panel}
          onClick={() => {
            view.phonePanel.value = panel;
          }}
        >
          {name}
        </button>
      ))}
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
    <div class="page" data-phone-panel={view.phonePanel.value}>
      <button type="button" class="skip-link" onClick={() => stage.current?.focus()}>
        Skip to the plot
      </button>
      <TopBar />
      <main class="stage" ref={stage} tabIndex={-1}>
        <MessageBanner />
        <Stage />
      </main>
      <PhoneTabs />
      <aside class="parameters" aria-label="Parameters">
        <ParameterPanel />
      </aside>
      <aside class="inspector" aria-label="Fit">
        <h2 class="inspector-head">Fit</h2>
        <FitPanel />
      </aside>
      <FitBar />
      <StatusLine />
      <LiveRegion />
    </div>
  );
}
