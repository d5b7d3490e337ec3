/** How far the labelled approximations of a scenario are from the exact model, for its present parameters. */
import type { Kernel } from '../kernel/kernel.ts';
import { RADIATION_FIELDS } from '../model/radiationFields.ts';
import type { Losses, Scenario } from '../model/scenario.ts';
import type { Approximation } from './analysisTypes.ts';

/** Energies of the comparison, GeV. */
const LOSS_ENERGIES_GeV = [10, 100, 1000, 10000, 100000] as const;
const FLUX_ENERGIES_GeV = [10, 100, 300, 1000] as const;

/** What Thomson losses, which know no field, are held against. */
const STANDARD_FIELD: Losses = {
  model: 'klein-nishina',
  magneticField_uG: 3,
  b0_GeV_s: null,
  radiationField: 'hooper2017',
  radiationComponents: null,
};

function ratios(
  energies_GeV: readonly number[],
  approximate: Float64Array,
  exact: Float64Array,
): Approximation['ratios'] {
  return energies_GeV.flatMap((energy_GeV, i) => {
    const denominator = exact[i] as number;
    return denominator > 0 ? [{ energy_GeV, ratio: (approximate[i] as number) / denominator }] : [];
  });
}

function lossApproximation(kernel: Kernel, losses: Losses): Approximation[] {
  if (losses.model === 'klein-nishina') return [];
  const thomson = losses.model === 'thomson';
  const energies = Float64Array.from(LOSS_ENERGIES_GeV);
  const approximate = kernel.lossRate(losses, energies).total;
  const exact = kernel.lossRate(thomson ? STANDARD_FIELD : { ...losses, model: 'klein-nishina' }, energies).total;
  return [
    {
      path: 'losses.model',
      what: thomson
        ? `loss rate against exact Klein–Nishina in the field of ${RADIATION_FIELDS.hooper2017.label} with 3 µG`
        : 'loss rate against exact Klein–Nishina in the same field',
      ratios: ratios(LOSS_ENERGIES_GeV, approximate, exact),
    },
  ];
}

function closedForm(kernel: Kernel, scenario: Scenario): Approximation[] {
  const { propagation, losses } = scenario;
  const { halo } = propagation;
  if (halo?.greensFunction !== 'tang-piran-2019') return [];
  const exactly = { ...propagation, halo: { ...halo, greensFunction: 'exact' as const } };
  const energies = Float64Array.from(FLUX_ENERGIES_GeV);
  return scenario.sources.flatMap((source) =>
    source.type === 'pulsar' && source.enabled
      ? {
          path: 'propagation.halo.greensFunction',
          what: `flux of ${source.name} against the exact two-zone Green’s function`,
          source: source.name,
          ratios: ratios(
            FLUX_ENERGIES_GeV,
            kernel.pulsarFlux(source, propagation, losses, energies),
            kernel.pulsarFlux(source, exactly, losses, energies),
          ),
        }
      : [],
  );
}

/** The approximations that a scenario uses, each with approximate over exact at a few energies. */
export function approximationsInUse(kernel: Kernel, scenario: Scenario): Approximation[] {
  return [...lossApproximation(kernel, scenario.losses), ...closedForm(kernel, scenario)];
}
