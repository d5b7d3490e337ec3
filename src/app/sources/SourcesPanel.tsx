import './sources.css';
import { effect, useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { loadCatalogue } from '../../data/catalogue.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../../model/parameters.ts';
import { ATNF } from '../../model/presets/citations.ts';
import { significantText } from '../../plot/numberText.ts';
import type { RankedPulsars } from '../../worker/protocol.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { formatNumber } from '../format/number.ts';
import { catalogueSwitched } from '../parameters/PopulationRows.tsx';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { PageInputError } from '../words/pageInputError.ts';
import { Rows } from './Rows.tsx';
import { createRanking, type Ranking } from './ranking.ts';
import { sourcesWords } from './sourcesWords.ts';

/** Energies that one press chooses, GeV. */
const ENERGIES_GeV = ['100', '300', '800'] as const;
/** A scenario is ranked when it has rested this long, ms. */
const RESTS_ms = 200;
const ENERGY_ROW = 'sources: energy';

/** The catalogue, for names and distances; null until it has arrived. */
function useCatalogue(): { catalogue: Catalogue | null; failed: boolean } {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isMounted = true;
    loadCatalogue().then(
      (loaded) => isMounted && setCatalogue(loaded),
      () => isMounted && setFailed(true),
    );
    return () => {
      isMounted = false;
    };
  }, []);
  return { catalogue, failed };
}

/** Ranks what is shown, once it rests; only while the tab is open. */
function useRanking(): Ranking {
  const { store, view, rank } = useApp();
  const ranking = useMemo(() => createRanking(rank), [rank]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      const energy = view.rankingEnergy_GeV.value;
      const scenario = store.scenario.value;
      clearTimeout(timer);
      // The curve first: the ranking would take the worker from it.
      if (scenario.population === null || !store.upToDate.value) return;
      timer = setTimeout(() => ranking.ask(scenario, energy), RESTS_ms);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, view, ranking]);
  return ranking;
}

function EnergyChoice({ computing }: { readonly computing: boolean }) {
  const { store, view } = useApp();
  const words = sourcesWords();
  const energy = view.rankingEnergy_GeV.value;
  const message = store.message.value?.row === ENERGY_ROW ? store.message.value.text : null;
  const [lowest, highest] = FLUX_ENERGY_LIMITS_GeV;
  const options = Object.fromEntries(ENERGIES_GeV.map((text) => [text, `${text} GeV`]));
  return (
    <div class="sources-energy">
      <Segmented
        label={words.energyOfRanking}
        options={options}
        value={String(energy)}
        onChoose={(text) => {
          view.rankingEnergy_GeV.value = Number(text);
        }}
      />
      <span class="sources-typed">
        {words.or}{' '}
        <ValueField
          value={energy}
          unit="GeV"
          label={words.energyField}
          path={ENERGY_ROW}
          messageId={message === null ? undefined : 'sources-energy-message'}
          onValue={(value) => {
            if (!(value >= lowest && value <= highest)) {
              const refusal = new PageInputError('', words.energyRefused(value, lowest, highest));
              store.say(messageFor(refusal, store.scenario.peek(), ENERGY_ROW));
              return false;
            }
            if (message !== null) store.dismiss();
            view.rankingEnergy_GeV.value = value;
            return true;
          }}
          onError={(error) => store.say(messageFor(error, store.scenario.peek(), ENERGY_ROW))}
          onEscape={store.dismiss}
        />{' '}
        GeV
      </span>
      <span class="sources-computing" role="status">
        {computing && words.computing}
      </span>
      {message !== null && (
        <p id="sources-energy-message" class="row-note row-error" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}

/** How much all pulsars are, and where their positrons come from. */
function Summary({ ranking, dipole }: RankedPulsars) {
  const words = sourcesWords();
  const { pulsars, pulsarFlux, totalFlux, measuredFlux } = ranking;
  const [amplitude = 0, l = 0, b = 0] = [dipole?.amplitude[0], dipole?.longitude_deg[0], dipole?.latitude_deg[0]];
  const percent = (whole: number) => `${significantText((100 * pulsarFlux) / whole, 2)} %`;
  return (
    <dl class="sources-summary">
      <div>
        <dt>{words.allPulsars(pulsars.length)}</dt>
        <dd>
          <b>{totalFlux > 0 ? percent(totalFlux) : words.none}</b> {words.ofModel}
          {measuredFlux !== null && (
            <>
              , <b>{percent(measuredFlux)}</b> {words.ofMeasured}
            </>
          )}
        </dd>
      </div>
      {dipole !== null && (
        <div title={words.dipoleHelp}>
          <dt>{words.dipole}</dt>
          <dd>
            <b>{significantText(amplitude * 100, 2)} %</b>
            {amplitude > 0 && ` ${words.towards(l.toFixed(0), formatNumber(Math.round(b)))}`}
          </dd>
        </div>
      )}
    </dl>
  );
}

function AboutCatalogue() {
  const words = sourcesWords();
  return (
    <section class="sources-about">
      <h3>{words.aboutDistances}</h3>
      <p>
        {words.aboutBefore} <b class="source-doubtful">!</b>
        {words.aboutAfter}
      </p>
      <p>
        <a href={`https://doi.org/${ATNF.doi}`} target="_blank" rel="noreferrer">
          {ATNF.text}
        </a>
      </p>
    </section>
  );
}

function WithoutCatalogue() {
  const { store } = useApp();
  const words = sourcesWords();
  return (
    <section class="sources-empty">
      <p>{words.empty}</p>
      <button
        type="button"
        class="button button-primary"
        onClick={() =>
          store.change((scenario) => catalogueSwitched(store, scenario, true), {
            change: words.switchOnChange,
            row: 'population',
          })
        }
      >
        {words.switchOn}
      </button>
    </section>
  );
}

/** The pulsars of the catalogue by their flux, what single ones have of their own, and who is left out. */
export function SourcesPanel() {
  const words = sourcesWords();
  const { store } = useApp();
  const { catalogue, failed } = useCatalogue();
  const ranking = useRanking();
  const isOn = useComputed(() => store.scenario.value.population !== null).value;
  const ranked = ranking.ranked.value;
  const failure = ranking.failure.value;
  return (
    <div class="sources">
      {isOn ? (
        <>
          <EnergyChoice computing={ranking.computing.value} />
          {failed && <p class="sources-note">{words.catalogueFailed}</p>}
          {failure !== null && (
            <p class="row-note row-error" role="alert">
              {failure}
            </p>
          )}
          {ranked !== null && catalogue !== null && (
            <>
              <Summary {...ranked} />
              <Rows catalogue={catalogue} ranked={ranked} />
            </>
          )}
        </>
      ) : (
        <WithoutCatalogue />
      )}
      <AboutCatalogue />
    </div>
  );
}
