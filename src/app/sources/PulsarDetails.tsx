import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { RankedPulsar } from '../../analysis/catalogue.ts';
import type { Catalogue, CataloguePulsar } from '../../data/catalogue/catalogueTypes.ts';
import { shownName } from '../../data/catalogue/pulsarNames.ts';
import { pulsarOverrideBlock } from '../../model/parameters.ts';
import { lengthText, significantText } from '../../plot/numberText.ts';
import { Switch } from '../controls/Switch.tsx';
import { RowNote } from '../parameters/RowNote.tsx';
import { useApp } from '../state/context.ts';
import { withNamed, withOverride } from '../state/edits.ts';
import { type OverrideKey, overrideOf } from '../state/populationEdits.ts';
import { stableComputed } from '../state/stableComputed.ts';
import { DOUBTFUL_FACTOR, distanceSpread, knownDistances } from './distances.ts';
import { OverrideRow } from './OverrideRow.tsx';
import { furtherName, namesInUse } from './pulsarOnPage.ts';
import { sourcesWords } from './sourcesWords.ts';

/** What the basic level shows; the others come with the advanced level, or when they are set. */
const FIRST_KEYS: readonly OverrideKey[] = ['distance_pc', 'efficiency'];
const KEYS = Object.keys(pulsarOverrideBlock) as OverrideKey[];

interface PulsarDetailsProps {
  readonly catalogue: Catalogue;
  readonly pulsar: CataloguePulsar;
  /** Its row in the ranking; undefined while it is left out. */
  readonly ranked: RankedPulsar | undefined;
}

function length(distance_pc: number): string {
  const { value, unit } = lengthText(distance_pc, 3);
  return `${value} ${unit}`;
}

/** The distances by what they rest on; a click takes one as the pulsar's own. */
function Distances({ pulsar, onTake }: { readonly pulsar: CataloguePulsar; readonly onTake: (pc: number) => void }) {
  const words = sourcesWords();
  const distances = knownDistances(pulsar);
  const spread = distanceSpread(pulsar);
  if (distances.length === 0) return <RowNote kind="note">{words.noDistance}</RowNote>;
  return (
    <>
      <p class="source-distances">
        {words.distance}{' '}
        {distances.map(({ model, distance_pc }, index) => (
          <span key={model}>
            {index > 0 && ' · '}
            {words.distanceModels[model]}{' '}
            <button
              type="button"
              class="text-button"
              aria-label={words.takeDistance(length(distance_pc), words.distanceModels[model])}
              onClick={() => onTake(distance_pc)}
            >
              {length(distance_pc)}
            </button>
          </span>
        ))}
      </p>
      {spread >= DOUBTFUL_FACTOR && <p class="source-doubtful">{words.distancesDiffer(significantText(spread, 2))}</p>}
    </>
  );
}

/** What one pulsar of the catalogue has of its own: its curve, its values, whether it counts. */
export function PulsarDetails({ catalogue, pulsar, ranked }: PulsarDetailsProps) {
  const { store, view } = useApp();
  const words = sourcesWords();
  const name = shownName(pulsar);
  const names = useMemo(
    () =>
      stableComputed(() =>
        namesInUse(catalogue, store.scenario.value.population ?? { named: [], overrides: [] }, pulsar),
      ),
    [store, catalogue, pulsar],
  ).value;
  const isNamed = useComputed(() =>
    (store.scenario.value.population?.named ?? []).some((given) => names.includes(given)),
  ).value;
  const override = useComputed(() => {
    const { population } = store.scenario.value;
    return population ? overrideOf(population, names) : undefined;
  }).value;
  const shared = useComputed(() => store.scenario.value.population).value;
  const advanced = view.level.value === 'advanced';
  const row = `population[${pulsar.name}]`;
  const message = store.message.value?.row === row ? store.message.value.text : null;
  const present: Readonly<Record<OverrideKey, number | null>> = {
    distance_pc: ranked?.distance_pc ?? null,
    age_kyr: ranked?.age_kyr ?? null,
    spinDownLuminosity_erg_s: ranked?.spinDownLuminosity_erg_s ?? null,
    efficiency: shared?.efficiency ?? null,
    spectralIndex: shared?.spectralIndex ?? null,
    cutoffEnergy_GeV: shared?.cutoffEnergy_GeV ?? null,
  };
  const further = furtherName(pulsar);
  const counts = override?.enabled !== false;
  return (
    <div class="source-details">
      {further !== null && <p class="source-other-names">{words.also(further)}</p>}
      <div class="source-switches">
        <Switch
          on={isNamed}
          label={words.ownCurveOf(name)}
          onSwitch={(on) =>
            store.change((scenario) => withNamed(scenario, names, on), { change: words.curveChange(name), row })
          }
        >
          {words.ownCurve}
        </Switch>
        <Switch
          on={counts}
          label={words.countsOf(name)}
          onSwitch={(on) =>
            store.change((scenario) => withOverride(scenario, names, { enabled: on }), {
              change: words.countsChange(name, on),
              row,
            })
          }
        >
          {counts ? words.counts : words.leftOutOfSum}
        </Switch>
      </div>
      {message !== null && <RowNote kind="error">{message}</RowNote>}
      <Distances
        pulsar={pulsar}
        onTake={(distance_pc) =>
          store.change((scenario) => withOverride(scenario, names, { distance_pc }), {
            change: words.distanceChange(name),
            row: `population.overrides[${names[0]}].distance_pc`,
          })
        }
      />
      {KEYS.filter((key) => advanced || FIRST_KEYS.includes(key) || override?.[key] != null).map((key) => (
        <OverrideRow key={key} shownName={name} names={names} parameterKey={key} present={present[key]} />
      ))}
    </div>
  );
}
