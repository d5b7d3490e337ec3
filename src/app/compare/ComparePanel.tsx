import './compare.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { datasetOf, isDatasetLoaded, loadDatasets } from '../../data/datasets.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Icon } from '../controls/Icon.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { useApp } from '../state/context.ts';
import type { Side } from '../state/snapshots.ts';
import { compareWords } from './compareWords.ts';
import { type DifferenceKind, DifferencePlot } from './DifferencePlot.tsx';
import { curveRatio, pointDifferences } from './differences.ts';
import { NumbersTable } from './NumbersTable.tsx';
import { observedAs } from './observedAs.ts';
import { ParameterTable } from './ParameterTable.tsx';
import { SharesTable } from './SharesTable.tsx';
import { SnapshotList } from './SnapshotList.tsx';
import { StatisticsTable } from './StatisticsTable.tsx';
import { presentSides, useSettledEvaluation, useSides } from './sides.ts';

/** What A and B are, and the button that swaps them. */
function Choice() {
  const { snapshots } = useApp();
  const words = compareWords();
  const list = snapshots.list.value;
  const [a, b] = presentSides(list, snapshots.compared.value);
  const select = (sign: string, value: Side, choose: (side: Side) => void) => (
    <label>
      <b>{sign}</b>
      <select
        value={String(value)}
        onChange={({ currentTarget: { value: chosen } }) => choose(chosen === 'present' ? chosen : Number(chosen))}
      >
        <option value="present">{words.present}</option>
        {list.map(({ look, name }) => (
          <option key={look} value={String(look)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const swap = () => {
    snapshots.compared.value = [b, a];
  };
  return (
    <div class="compare-choice">
      {select(words.sideA, a, (side) => {
        snapshots.compared.value = side === b ? [b, a] : [side, b];
      })}
      {select(words.sideB, b, (side) => {
        snapshots.compared.value = side === a ? [b, a] : [a, side];
      })}
      <button type="button" class="icon-button" aria-label={words.swap} title={words.swap} onClick={swap}>
        <Icon name="swap" />
      </button>
    </div>
  );
}

/** The first table of a scenario's fit; null until it has come. */
function useFirstTable(scenario: Scenario): { readonly data: Dataset | null; readonly failed: boolean } {
  const { ownData, fit } = scenario;
  const [arrival, setArrival] = useState<'waiting' | 'here' | 'failed'>('waiting');
  const isHere = isDatasetLoaded(fit.dataset);
  useEffect(() => {
    if (isHere) return;
    loadDatasets().then(
      () => setArrival('here'),
      () => setArrival('failed'),
    );
  }, [isHere]);
  const data = useMemo(() => (isHere ? datasetOf({ ownData }, fit.dataset) : null), [isHere, ownData, fit.dataset]);
  return { data, failed: arrival === 'failed' };
}

/** The picture: it follows a hand. */
function Difference() {
  const { store, view } = useApp();
  const words = compareWords();
  const [kind, setKind] = useState<DifferenceKind>('ratio');
  const [a, b] = useSides(store.evaluation.value);
  const { data, failed } = useFirstTable(a.scenario);
  const pair = useMemo(() => {
    if (!data || !a.evaluation || !b.evaluation) return null;
    const [first, second] = [observedAs(a.evaluation, data), observedAs(b.evaluation, data)];
    if (!first || !second) return null;
    return {
      data,
      ratio: curveRatio(first.curve, second.curve),
      points: pointDifferences(first, second, data),
    };
  }, [data, a.evaluation, b.evaluation]);
  // The numbers wait until the hand rests.
  const settled = useRef<typeof pair>(null);
  if (!pair || !(a.evaluation?.draft || b.evaluation?.draft)) settled.current = pair;
  return (
    <section class="compare-difference" aria-label={words.difference}>
      <Segmented
        label={words.difference}
        options={{ ratio: words.ratio, sigma: words.sigma }}
        value={kind}
        onChoose={setKind}
      />
      <div class="compare-picture">
        {pair && <DifferencePlot kind={kind} {...pair} />}
        {!pair && (
          <p class="compare-quiet">{failed ? words.tableNotLoaded : (a.failure ?? b.failure ?? words.computing)}</p>
        )}
      </div>
      {settled.current && (
        <NumbersTable data={settled.current.data} points={settled.current.points} quantity={view.quantity.value} />
      )}
    </section>
  );
}

/** What differs in numbers: it waits until the hand rests. */
function Tables() {
  const [a, b] = useSides(useSettledEvaluation());
  return (
    <>
      <StatisticsTable a={a} b={b} />
      <ParameterTable a={a} b={b} />
      <SharesTable a={a} b={b} />
    </>
  );
}

/** The pinned curves, and how any two scenarios differ. */
export function ComparePanel() {
  const { snapshots, classroom } = useApp();
  const words = compareWords();
  if (classroom.hidesCurve.value) {
    return (
      <div class="compare">
        <p class="compare-quiet">{words.hidden}</p>
      </div>
    );
  }
  return (
    <div class="compare">
      <div class="compare-column">
        <SnapshotList />
        {snapshots.list.value.length > 0 && (
          <>
            <Choice />
            <Difference />
          </>
        )}
      </div>
      {snapshots.list.value.length > 0 && (
        <div class="compare-column">
          <Tables />
        </div>
      )}
    </div>
  );
}
