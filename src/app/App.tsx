import { useComputed } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { datasets } from '../data/datasets.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import type { DatasetId } from '../model/datasetIds.ts';
import { isFitted } from '../plot/observedEvaluation.ts';
import { observedNote } from '../plot/observedNote.ts';
import type { SpectrumAxes } from '../plot/spectrumAxes.ts';
import { FitBar } from './FitBar.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { showTab } from './inspector/showTab.ts';
import { TABS } from './inspector/tabs.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { lazy } from './lazy.tsx';
import { MessageBanner } from './MessageBanner.tsx';
import { pageWords } from './pageWords.ts';
import { ParameterPanel } from './parameters/ParameterPanel.tsx';
import { StatusLine } from './StatusLine.tsx';
import { shortcutFor } from './shortcuts.ts';
import { SpectrumPanel } from './spectrum/SpectrumPanel.tsx';
import { useShownData } from './spectrum/useShownData.ts';
import { useApp } from './state/context.ts';
import { withEnergyRange } from './state/edits.ts';
import type { Quantity } from './state/view.ts';
import { TopBar } from './topbar/TopBar.tsx';

/** Only a lesson draws, and its code comes with the first drawing. */
const SketchOverlay = lazy<{ readonly axes: SpectrumAxes; readonly quantity: Quantity }>(
  async () => (await import('./learn/SketchOverlay.tsx')).SketchOverlay,
);

/** The stage: what the plot needs, as plain values. */
function Stage() {
  const { store, view, classroom, band } = useApp();
  const shownScenario = store.evaluation.value?.scenario ?? store.scenario.value;
  const { fit, electrons } = shownScenario;
  const origin = store.origin.value;
  useEffect(() => {
    view.shownDataset.value = null;
  }, [origin, view]);
  const wanted = view.shownDataset.value ?? fit.dataset;
  const giveUp = useCallback(
    (error: unknown) => {
      view.shownDataset.value = null;
      const reason = error instanceof Error ? error.message : String(error);
      store.say({ row: null, text: pageWords().tablesNotLoaded(reason) });
    },
    [store, view],
  );
  const evaluation = classroom.hidesCurve.value ? null : store.evaluation.value;
  const shown = useShownData(evaluation, wanted, electrons.flux as DatasetId, giveUp);
  const arePositrons = shown.dataset.quantity === 'positron-flux';
  const show = useCallback(
    (id: DatasetId) => {
      view.shownDataset.value = id;
    },
    [view],
  );
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
  const drawSketch = useCallback(
    (axes: SpectrumAxes) => <SketchOverlay axes={axes} quantity={view.quantity.value} />,
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
      evaluation={shown.evaluation}
      dataset={shown.dataset}
      wanted={wanted}
      fitted={[fit.dataset, ...fit.furtherDatasets]}
      onShow={show}
      note={observedNote(isFitted(shownScenario, shown.dataset), shown.electrons)}
      pulsarAge_kyr={age}
      quantity={view.quantity.value}
      onQuantity={chooseQuantity}
      onEnergyRange={classroom.locksChoices('fit') || shown.dataset.id !== fit.dataset ? null : changeEnergyRange}
      band={classroom.hidesCurve.value || !arePositrons ? null : band.shown.value}
      pinned={arePositrons ? classroom.stage.value?.pinned : undefined}
      emphasised={classroom.stage.value?.components}
      overlay={classroom.sketch.value === null || !arePositrons ? null : drawSketch}
      theme={view.shownTheme.value}
      computing={store.computing.value}
    />
  );
}

/** Over the small spectrum of the wide layout: what it is, and the way back. */
function StageHead() {
  const { store, view } = useApp();
  const words = pageWords();
  const { label, quantity } = datasets[view.shownDataset.value ?? store.scenario.value.fit.dataset];
  return (
    <div class="stage-head">
      <h2>
        {quantity === 'positron-flux' ? words.positronsOf(label) : `${label}, ${MEASURED_QUANTITIES[quantity].label}`}
      </h2>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          view.layout.value = 'beside';
        }}
      >
        {words.backToSpectrum}
      </button>
    </div>
  );
}

/** Chooses the panel below the plot of a phone: the parameters or one of the tabs. */
function PhoneTabs() {
  const { view, classroom } = useApp();
  const words = pageWords();
  const isTab = view.phonePanel.value === 'tab';
  const button = (id: string, title: string, isCurrent: boolean, onClick: () => void) => (
    <button key={id} type="button" aria-current={isCurrent} onClick={onClick}>
      {title}
    </button>
  );
  return (
    <nav class="phone-tabs" aria-label={words.panels}>
      {button('parameters', words.parameters, !isTab, () => {
        view.phonePanel.value = 'parameters';
      })}
      {TABS.filter(({ id }) => id !== 'fit' || !classroom.view.value.hideFit).map(({ id }) =>
        button(id, words.tabs[id], isTab && view.tab.value === id, () => showTab(view, id)),
      )}
    </nav>
  );
}

function useShortcuts() {
  const { store, classroom } = useApp();
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const intent = shortcutFor(event);
      if (intent === null) return;
      event.preventDefault();
      if (intent === 'undo') store.undo();
      else if (intent === 'redo') store.redo();
      else if (store.fit.peek().kind === 'running') store.cancelFit();
      else if (store.scenario.peek().fit.free.length > 0 && classroom.mayFit.peek()) void store.startFit();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [store, classroom]);
}

/** The page. */
export function App() {
  const { view, classroom } = useApp();
  const stage = useRef<HTMLElement>(null);
  const words = pageWords();
  useShortcuts();
  return (
    <div
      class="page"
      data-phone-panel={view.phonePanel.value}
      data-layout={view.layout.value}
      data-lesson={classroom.stage.value !== null}
    >
      <button type="button" class="skip-link" onClick={() => stage.current?.focus()}>
        {words.skipToPlot}
      </button>
      <TopBar />
      <main class="stage" ref={stage} tabIndex={-1}>
        <StageHead />
        <MessageBanner />
        <Stage />
      </main>
      <PhoneTabs />
      <aside class="parameters" aria-label={words.parameters}>
        <ParameterPanel />
      </aside>
      <Inspector />
      <FitBar />
      <StatusLine />
      <LiveRegion />
    </div>
  );
}
