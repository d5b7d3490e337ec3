import './readouts.css';
import { useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { lengthText, significantText, timeText } from '../../plot/numberText.ts';
import { seriesOf, strongestSource } from '../../plot/series.ts';

/** Energies, GeV, at which the shares of the flux are shown. */
const SHARE_ENERGIES_GeV = [100, 300] as const;

function energyName(energy_GeV: number): string {
  return energy_GeV >= 1000 ? `${energy_GeV / 1000} TeV` : `${energy_GeV} GeV`;
}

function ShareBar({ evaluation, energy_GeV, source }: { evaluation: Evaluation; energy_GeV: number; source: string }) {
  const shares = evaluation.shares.find((entry) => entry.energy_GeV === energy_GeV)?.shares ?? [];
  const share = shares.find(({ name }) => name === source)?.share;
  if (share === undefined || !Number.isFinite(share)) return null;
  let start = 0;
  const parts = seriesOf(evaluation.curve.components).map(({ key, name, className }) => {
    const width = (shares.find((entry) => entry.name === name)?.share ?? 0) * 100;
    start += width;
    return { key, className, x: start - width, width };
  });
  return (
    <span class="spectrum-share" data-energy={energy_GeV}>
      <b>{Math.round(share * 100)}</b> <span>% at {energyName(energy_GeV)}</span>
      <svg class="spectrum-share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ key, className, x, width }) => (
          <rect key={key} class={`series-fill ${className}`} x={x} width={width} height="6" />
        ))}
      </svg>
    </span>
  );
}

/** The numbers that explain the curve: how fast positrons cool, how far they come, what the pulsar spends, who gives the flux. */
export function Readouts({ evaluation }: { readonly evaluation: Evaluation | null }) {
  const [chosen_GeV, setChosen] = useState(1000);
  if (evaluation === null) return null;
  const pulsarName = strongestSource(evaluation, 100, 'pulsar')?.name;
  const pulsars = evaluation.scenario.sources.filter((source) => source.type === 'pulsar' && source.enabled);
  const pulsar = pulsars.find(({ name }) => name === pulsarName) ?? pulsars[0];
  const transport = evaluation.transport.find(({ energy_GeV }) => energy_GeV === chosen_GeV) ?? evaluation.transport[0];
  const budget = evaluation.budgets.find(({ source }) => source === pulsar?.name);
  const strongest = strongestSource(evaluation, 100);
  const cooling = transport && timeText(transport.coolingTime_kyr, 3);
  const length = transport && lengthText(transport.diffusionLength_pc, 3);
  const isOverspent = budget !== undefined && budget.efficiency > 1;
  return (
    <dl class="spectrum-readouts">
      {pulsar?.type === 'pulsar' && transport !== undefined && cooling !== undefined && length !== undefined && (
        <>
          <div class="spectrum-readout spectrum-at-energy">
            <dt>At energy</dt>
            <dd>
              <fieldset class="spectrum-switch">
                <legend class="spectrum-hidden">Energy of the read-outs</legend>
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
              Cooling time<span class="spectrum-at"> at {energyName(transport.energy_GeV)}</span>
            </dt>
            <dd>
              <b>{cooling.value}</b> <span>{cooling.unit}</span>
              <small>
                age {timeText(pulsar.age_kyr, 3).value} {timeText(pulsar.age_kyr, 3).unit}
              </small>
            </dd>
          </div>
          <div class="spectrum-readout">
            <dt>
              Diffusion length<span class="spectrum-at"> at {energyName(transport.energy_GeV)}</span>
            </dt>
            <dd>
              <b>{length.value}</b> <span>{length.unit}</span>
              <small>
                distance {lengthText(pulsar.distance_pc, 3).value} {lengthText(pulsar.distance_pc, 3).unit}
              </small>
            </dd>
          </div>
        </>
      )}
      {budget !== undefined && (
        <div class="spectrum-readout">
          <dt>
            Energy budget{' '}
            <i>
              ηW<sub>0</sub>
            </i>
            {pulsars.length > 1 && <> · {budget.source}</>}
          </dt>
          <dd>
            <b>{significantText(budget.pairEnergy_erg, 2)}</b> <span>erg</span>
            <small class={isOverspent ? 'spectrum-warning' : undefined}>
              {isOverspent && '! '}
              {significantText(budget.efficiency * 100, budget.efficiency >= 1 ? 3 : 2)} % of the spin-down energy
            </small>
          </dd>
        </div>
      )}
      {strongest !== null && (
        <div class="spectrum-readout spectrum-shares">
          <dt>
            {strongest.kind === 'pulsar'
              ? `${strongest.name}’s share of the flux`
              : `Share of the flux, ${strongest.name}`}
          </dt>
          <dd>
            {SHARE_ENERGIES_GeV.map((energy_GeV) => (
              <ShareBar key={energy_GeV} evaluation={evaluation} energy_GeV={energy_GeV} source={strongest.name} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
