import { useComputed } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { descriptionOf } from '../data/datasets.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import type { TableId } from '../model/datasetIds.ts';
import { isFitted } from '../plot/observedEvaluation.ts';
import { observedNote } from '../plot/observedNote.ts';
import type { SpectrumAxes } from '../plot/spectrumAxes.ts';
import { usePinned } from './compare/usePinned.ts';
import { FitBar } from './FitBar.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { showTab } from './inspector/showTab.ts';
import { TABS } from './inspector/tabs.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { lazy } from './lazy.tsx';
import { MessageBanner } from './MessageBanner.tsx';
import { OwnDataDoor } from './ownData/OwnDataDoor.tsx';
import { shownTable } from './ownData/shownTable.ts';
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
// They have the last word over the styles of the parts.
import './styles/screens.css';
import './styles/print.css';
import { errorText, plotWords } from './words/modelWords.ts';

/** Only a lesson draws, and its code comes with the first drawing. */
const SketchOverlay = lazy<{ readonly axes: SpectrumAxes; readonly quantity: Quantity }>(
  async () => (await import('./learn/SketchOverlay.tsx')).SketchOverlay,
);

/** The stage: what the plot needs, as plain values. */
function Stage() {
  const { store, view, classroom, band } = useApp();
  const shownScenario = store.evaluation.value?.scenario ?? store.scenario.value;
  const { fit } = shownScenario;
  const origin = store.origin.value;
  useEffect(() => {
    view.shownDataset.value = null;
  }, [origin, view]);
  const wanted = shownTable(shownScenario, view.shownDataset.value);
  const giveUp = useCallback(
    (error: unknown) => {
      view.shownDataset.value = null;
      const reason = errorText(error).text;
      store.say({ row: null, text: pageWords().tablesNotLoaded(reason) });
    },
    [store, view],
  );
  const evaluation = classroom.hidesCurve.value ? null : store.evaluation.value;
  const shown = useShownData(evaluation, shownScenario, wanted, giveUp);
  const arePositrons = shown.dataset.quantity === 'positron-flux';
  const pinned = usePinned(shown.dataset);
  const show = useCallback(
    (id: TableId) => {
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
      further={shown.further}
      wanted={wanted}
      fitted={[fit.dataset, ...fit.furtherDatasets]}
      ownData={shownScenario.ownData}
      onShow={show}
      note={observedNote(isFitted(shownScenario, shown.dataset), shown.electrons, plotWords())}
      pulsarAge_kyr={age}
      quantity={view.quantity.value}
      onQuantity={chooseQuantity}
      onEnergyRange={classroom.locksChoices('fit') || shown.dataset.id !== fit.dataset ? null : changeEnergyRange}
      band={classroom.hidesCurve.value || !arePositrons ? null : band.shown.value}
      pinned={pinned}
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
  const { value: scenario } = store.scenario;
  const { label, quantity } = descriptionOf(scenario, shownTable(scenario, view.shownDataset.value));
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
  const { store, view, classroom, snapshots } = useApp();
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const intent = shortcutFor(event, view.letterKeys.peek() === 'on');
      if (intent === null) return;
      event.preventDefault();
      if (intent === 'undo') store.undo();
      else if (intent === 'redo') store.redo();
      else if (intent === 'keys') view.keysShown.value = true;
      else if (intent === 'pin') {
        if (classroom.stage.peek() === null && !classroom.hidesCurve.peek()) snapshots.pin();
      } else if (store.fit.peek().kind === 'running') store.cancelFit();
      else if (store.scenario.peek().fit.free.length > 0 && classroom.mayFit.peek()) void store.startFit();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [store, view, classroom, snapshots]);
}

const KeysDialog = lazy(async () => (await import('./keys/KeysDialog.tsx')).KeysDialog);

/** The list of keys, while it is asked for. */
function Keys() {
  const { view } = useApp();
  return view.keysShown.value ? <KeysDialog /> : null;
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
      <OwnDataDoor />
      <Keys />
    </div>
  );
}
