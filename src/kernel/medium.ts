/** The losses and the shape of diffusion that are in force in one kernel; tables are rebuilt only when they change. */
import { RADIATION_FIELDS, type RadiationComponent } from '../model/radiationFields.ts';
import type { Losses, Propagation } from '../model/scenario.ts';
import { MICROGAUSS_G } from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import type { KernelExports } from './kernelExports.ts';

/** The blackbodies of a scenario's radiation field; none for Thomson losses. */
export function radiationComponents(losses: Losses): readonly RadiationComponent[] {
  if (losses.radiationField === null) return [];
  return losses.radiationField === 'custom'
    ? (losses.radiationComponents ?? [])
    : RADIATION_FIELDS[losses.radiationField].components;
}

export class Medium {
  private readonly exports: KernelExports;
  private readonly numbers: KernelArray;
  private lossesInForce: number[] = [];
  private shapeInForce: number[] = [];
  private tablesValid = false;

  constructor(exports: KernelExports) {
    this.exports = exports;
    this.numbers = new KernelArray(exports, 2 * exports.MAX_COMPONENTS.value);
  }

  setLosses(losses: Losses): void {
    const components = radiationComponents(losses);
    const numbers =
      losses.model === 'thomson'
        ? [0, losses.b0_GeV_s ?? Number.NaN]
        : [
            losses.model === 'kn-fit' ? 2 : 1,
            losses.magneticField_uG ?? Number.NaN,
            ...components.flatMap((component) => [component.temperature_K, component.energyDensity_eV_cm3]),
          ];
    if (sameNumbers(numbers, this.lossesInForce)) return;
    if (losses.model === 'thomson') {
      this.exports.setThomsonLosses(numbers[1] as number);
    } else {
      const pairs = this.numbers.write(numbers.slice(2));
      const magneticField = (numbers[1] as number) * MICROGAUSS_G;
      this.exports.setKleinNishinaLosses(magneticField, components.length, pairs, losses.model === 'kn-fit');
    }
    this.lossesInForce = numbers;
    this.tablesValid = false;
  }

  setShape(propagation: Propagation): void {
    const { delta, referenceEnergy_GeV, breakEnergy_GeV, deltaAboveBreak } = propagation;
    const numbers = [delta, referenceEnergy_GeV ?? 0, breakEnergy_GeV ?? 0, deltaAboveBreak ?? 0];
    if (sameNumbers(numbers, this.shapeInForce)) return;
    this.exports.setDiffusionShape(delta, referenceEnergy_GeV ?? 0, breakEnergy_GeV ?? 0, deltaAboveBreak ?? 0);
    this.shapeInForce = numbers;
    this.tablesValid = false;
  }

  /** Puts both in force and tabulates their integrals. @returns whether anything had changed */
  tabulate(losses: Losses, propagation: Propagation): boolean {
    this.setLosses(losses);
    this.setShape(propagation);
    if (this.tablesValid) return false;
    this.exports.tabulateLossIntegrals();
    this.tablesValid = true;
    return true;
  }
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
