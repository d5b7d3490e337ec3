/** The read-outs of an evaluation as rows of a table. */
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import { energyText, significantText } from '../../plot/numberText.ts';
import type { SpectrumWords } from '../words/en/spectrum.ts';
import { seriesName } from './seriesTitle.ts';

export interface ReadoutRow {
  readonly name: string;
  /** Energy that it belongs to; empty where it has none. */
  readonly at: string;
  readonly value: string;
  readonly unit: string;
}

/** How fast positrons cool and how far they come, what the pulsars spend, and every component's share of the flux. */
export function readoutRows(
  { transport, budgets, shares, curve }: Pick<Evaluation, 'transport' | 'budgets' | 'shares' | 'curve'>,
  words: SpectrumWords,
): readonly ReadoutRow[] {
  const row = (name: string, energy_GeV: number | null, value: number, unit: string): ReadoutRow => ({
    name,
    at: energy_GeV === null ? '' : `${energyText(energy_GeV)} GeV`,
    value: significantText(value, 3),
    unit,
  });
  const nameOf = (name: string) => {
    const component = curve.components.find((one) => one.name === name);
    return component ? seriesName(component) : name;
  };
  return [
    ...transport.flatMap(({ energy_GeV, ...at }) => [
      row(words.readoutCooling, energy_GeV, at.coolingTime_kyr, 'kyr'),
      row(words.readoutLength, energy_GeV, at.diffusionLength_pc, 'pc'),
      row(words.readoutDiffusion, energy_GeV, at.diffusionCoefficient_cm2_s, 'cm² s⁻¹'),
    ]),
    ...budgets.flatMap(({ source, pairEnergy_erg, efficiency }) => [
      row(words.readoutBudget(source), null, pairEnergy_erg, 'erg'),
      row(words.readoutEfficiency(source), null, efficiency * 100, '%'),
    ]),
    ...shares.flatMap((readout) => [
      ...readout.shares.map(({ name, share }) =>
        row(words.readoutShare(nameOf(name)), readout.energy_GeV, share * 100, '%'),
      ),
      ...readout.measured.shares.map(({ name, share }) =>
        row(words.readoutMeasured(nameOf(name)), readout.measured.meanEnergy_GeV, share * 100, '%'),
      ),
    ]),
  ].filter(({ value }) => !value.includes('NaN'));
}
