import './readouts.css';
import { useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { lengthText, significantText, timeText } from '../../plot/numberText.ts';
import { type Series, seriesOf, strongestSource } from '../../plot/series.ts';
import type { ComponentKind } from '../../predict/spectrumTypes.ts';
import { seriesName } from './seriesTitle.ts';
import { spectrumWords } from './spectrumWords.ts';

/** Energies, GeV, at which the shares of the flux are shown. */
const SHARE_ENERGIES_GeV = [100, 300, 800] as const;
/** The pulsar whose share the program is about, shown wherever it counts. */
const FAVOURITE = 'Geminga';

/** Kinds whose positrons come by diffusion. */
const DIFFUSING: readonly ComponentKind[] = ['pulsar', 'population', 'secondaries', 'dark-matter'];

/** `370 kyr`. */
function withUnit({ value, unit }: { readonly value: string; readonly unit: string }): string {
  return `${value} ${unit}`;
}

function energyName(energy_GeV: number): string {
  return energy_GeV >= 1000 ? `${energy_GeV / 1000} TeV` : `${energy_GeV} GeV`;
}

/** `77`, `4.4`, `0.02`: per cent, whole from 10 on. */
function percent(share: number): string {
  const value = share * 100;
  if (value >= 10) return String(Math.round(value));
  return value > 0 && value < 0.005 ? '< 0.01' : significantText(Number(value.toFixed(2)), value < 0.095 ? 1 : 2);
}

function ShareBar({ evaluation, energy_GeV, source }: { evaluation: Evaluation; energy_GeV: number; source: string }) {
  const words = spectrumWords();
  const readout = evaluation.shares.find((entry) => entry.energy_GeV === energy_GeV);
  const shares = readout?.shares ?? [];
  const share = shares.find(({ name }) => name === source)?.share;
  const measured = readout?.measured.shares.find(({ name }) => name === source)?.share;
  if (share === undefined || !Number.isFinite(share)) return null;
  let start = 0;
  const parts = seriesOf(evaluation.curve.components).map(({ key, name, className }) => {
    const width = (shares.find((entry) => entry.name === name)?.share ?? 0) * 100;
    start += width;
    return { key, className, x: start - width, width };
  });
  return (
    <span class="spectrum-share" data-energy={energy_GeV}>
      <b>{percent(share)}</b> <span>{words.percentAt(energyName(energy_GeV))}</span>
      <svg class="spectrum-share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ key, className, x, width }) => (
          <rect key={key} class={`series-fill ${className}`} x={x} width={width} height="6" />
        ))}
      </svg>
      {readout !== undefined && measured !== undefined && (
        <small title={words.overAmsHelp(String(readout.measured.meanEnergy_GeV))}>
          {words.overAms(percent(measured))}
        </small>
      )}
    </span>
  );
}

/** The component whose share is shown: Geminga where it counts, else the strongest source. */
function shownSource(evaluation: Evaluation): Series | null {
  const favourite = seriesOf(evaluation.curve.components).find(
    ({ kind, name }) => kind === 'pulsar' && name === FAVOURITE,
  );
  const gives = evaluation.shares.some(({ shares }) =>
    shares.some(({ name, share }) => name === FAVOURITE && share > 0),
  );
  return favourite && gives ? favourite : strongestSource(evaluation, 100);
}

/** The numbers that explain the curve: how fast positrons cool, how far they come, what the pulsar spends, who gives the flux. */
export function Readouts({
  evaluation,
  positronsOnly = false,
}: {
  readonly evaluation: Evaluation | null;
  /** Whether to say that the shares are those of the positrons, beside a picture of more. */
  readonly positronsOnly?: boolean;
}) {
  const words = spectrumWords();
  const [chosen_GeV, setChosen] = useState(1000);
  if (evaluation === null) return null;
  const pulsarName = strongestSource(evaluation, 100, 'pulsar')?.name;
  const pulsars = evaluation.scenario.sources.filter((source) => source.type === 'pulsar' && source.enabled);
  const pulsar = pulsars.find(({ name }) => name === pulsarName) ?? pulsars[0];
  const transport = evaluation.transport.find(({ energy_GeV }) => energy_GeV === chosen_GeV) ?? evaluation.transport[0];
  const budget = evaluation.budgets.find(({ source }) => source === pulsar?.name);
  const source = shownSource(evaluation);
  const diffuses = evaluation.curve.components.some(({ kind }) => DIFFUSING.includes(kind));
  const cooling = transport && timeText(transport.coolingTime_kyr, 3);
  const length = transport && lengthText(transport.diffusionLength_pc, 3);
  const flux = positronsOnly ? words.positronFlux : words.flux;
  const isOverspent = budget !== undefined && budget.efficiency > 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="spectrum-readouts" tabIndex={0} aria-label={words.readoutsRegion}>
      <dl>
        {diffuses && transport !== undefined && cooling !== undefined && length !== undefined && (
          <>
            <div class="spectrum-readout spectrum-at-energy">
              <dt>{words.atEnergy}</dt>
              <dd>
                <fieldset class="spectrum-switch">
                  <legend class="spectrum-hidden">{words.energyOfReadouts}</legend>
                  {evaluation.transport.map(({ energy_GeV }) => (
                    <button
                      key={energy_GeV}
                      type="button"
                      aria-pressed={energy_GeV === transport.energy_GeV}
                      onClick={() => setChosen(energy_GeV)}
                    >
                      {energyName(energy_GeV)}
                    </button>
                  ))}
                </fieldset>
              </dd>
            </div>
            <div class="spectrum-readout">
              <dt>
                {words.coolingTimeTitle}
                <span class="spectrum-at">{words.at(energyName(transport.energy_GeV))}</span>
              </dt>
              <dd>
                <b>{cooling.value}</b> <span>{cooling.unit}</span>
                {pulsar?.type === 'pulsar' && <small>{words.age(withUnit(timeText(pulsar.age_kyr, 3)))}</small>}
              </dd>
            </div>
            <div class="spectrum-readout">
              <dt>
                {words.diffusionLength}
                <span class="spectrum-at">{words.at(energyName(transport.energy_GeV))}</span>
              </dt>
              <dd>
                <b>{length.value}</b> <span>{length.unit}</span>
                {pulsar?.type === 'pulsar' && (
                  <small>{words.distance(withUnit(lengthText(pulsar.distance_pc, 3)))}</small>
                )}
              </dd>
            </div>
          </>
        )}
        {budget !== undefined && (
          <div class="spectrum-readout">
            <dt>
              {words.energyBudget}{' '}
              <i>
                ηW<sub>0</sub>
              </i>
              {pulsars.length > 1 && <> · {budget.source}</>}
            </dt>
            <dd>
              <b>{significantText(budget.pairEnergy_erg, 2)}</b> <span>erg</span>
              <small class={isOverspent ? 'spectrum-warning' : undefined} title={words.ofSpinDownEnergy}>
                {isOverspent && '! '}
                {words.ofItsEnergy(significantText(budget.efficiency * 100, budget.efficiency >= 1 ? 3 : 2))}
              </small>
            </dd>
          </div>
        )}
        {source !== null && (
          <div class="spectrum-readout spectrum-shares">
            <dt>
              {source.kind === 'pulsar'
                ? words.shareOfPulsar(source.name, flux)
                : words.shareOf(seriesName(source), flux)}
            </dt>
            <dd>
              {SHARE_ENERGIES_GeV.map((energy_GeV) => (
                <ShareBar key={energy_GeV} evaluation={evaluation} energy_GeV={energy_GeV} source={source.name} />
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
