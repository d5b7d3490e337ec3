import './sources.css';
import { effect, useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { loadCatalogue } from '../../data/catalogue.ts';
import { InputError } from '../../model/inputError.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../../model/parameters.ts';
import { ATNF } from '../../model/presets/citations.ts';
import { significantText } from '../../plot/numberText.ts';
import type { RankedPulsars } from '../../worker/protocol.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { counted, formatNumber } from '../format/number.ts';
import { catalogueSwitched } from '../parameters/PopulationRows.tsx';
import { useApp } from '../state/context.ts';
import { messageFor } from '../state/message.ts';
import { Rows } from './Rows.tsx';
import { createRanking, type Ranking } from './ranking.ts';

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
  const energy = view.rankingEnergy_GeV.value;
  const message = store.message.value?.row === ENERGY_ROW ? store.message.value.text : null;
  const [lowest, highest] = FLUX_ENERGY_LIMITS_GeV;
  const options = Object.fromEntries(ENERGIES_GeV.map((text) => [text, `${text} GeV`]));
  return (
    <div class="sources-energy">
      <Segmented
        label="Energy of the ranking"
        options={options}
        value={String(energy)}
        onChoose={(text) => {
          view.rankingEnergy_GeV.value = Number(text);
        }}
      />
      <span class="sources-typed">
        or{' '}
        <ValueField
          value={energy}
          unit="GeV"
          label="energy of the ranking"
          path={ENERGY_ROW}
          messageId={message === null ? undefined : 'sources-energy-message'}
          onValue={(value) => {
            if (!(value >= lowest && value <= highest)) {
              const text = `energy is ${value} GeV, but must be from ${lowest} to ${highest} GeV; change it.`;
              store.say(messageFor(new InputError('', text), store.scenario.peek(), ENERGY_ROW));
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
        {computing && 'computing'}
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
  const { pulsars, pulsarFlux, totalFlux, measuredFlux } = ranking;
  const [amplitude = 0, l = 0, b = 0] = [dipole?.amplitude[0], dipole?.longitude_deg[0], dipole?.latitude_deg[0]];
  const percent = (whole: number) => `${significantText((100 * pulsarFlux) / whole, 2)} %`;
  return (
    <dl class="sources-summary">
      <div>
        <dt>All {counted(pulsars.length, 'pulsar')}</dt>
        <dd>
          <b>{totalFlux > 0 ? percent(totalFlux) : 'none'}</b> of the model
          {measuredFlux !== null && (
            <>
              , <b>{percent(measuredFlux)}</b> of what AMS-02 measured
            </>
          )}
        </dd>
      </div>
      {dipole !== null && (
        <div title="in the diffusion approximation; background and dark matter are taken as isotropic">
          <dt>Dipole anisotropy</dt>
          <dd>
            <b>{significantText(amplitude * 100, 2)} %</b>
            {amplitude > 0 && ` towards l = ${l.toFixed(0)}°, b = ${formatNumber(Math.round(b))}°`}
          </dd>
        </div>
      )}
    </dl>
  );
}

function AboutCatalogue() {
  return (
    <section class="sources-about">
      <h3>About the distances</h3>
      <p>
        The flux hangs on them, and several near pulsars differ by factors of 3 to 8 between the models (marked with{' '}
        <b class="source-doubtful">!</b>). Choose the model with the pulsars in the parameter panel, or open a name and
        give that pulsar a distance of its own.
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
  return (
    <section class="sources-empty">
      <p>
        Here stand the pulsars of the ATNF catalogue by the positrons that each sends to us at one energy: distance,
        age, power, share of the flux, and the anisotropy that they make together. Now the scenario has listed sources
        only.
      </p>
      <button
        type="button"
        class="button button-primary"
        onClick={() =>
          store.change((scenario) => catalogueSwitched(store, scenario, true), {
            change: 'pulsars of the catalogue on',
            row: 'population',
          })
        }
      >
        Count the catalogue’s pulsars
      </button>
    </section>
  );
}

/** The pulsars of the catalogue by their flux, what single ones have of their own, and who is left out. */
export function SourcesPanel() {
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
          {failed && <p class="sources-note">The catalogue could not be loaded: reload the page.</p>}
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
