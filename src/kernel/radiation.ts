/**
 * Gamma rays by inverse Compton scattering: one electron, a population, a halo seen from afar.
 *
 * Functions of energy and radius are kept on grids of panels that the kernel plans (assembly/radiation/panels.ts). The caller asks for a
 * grid, provides the density at its nodes, and gets emissivity, surface brightness, flux of a cone: each a matrix times
 * the density.
 */
import type { RadiationComponent } from '../model/radiationFields.ts';
import type { Propagation, PulsarSource } from '../model/scenario.ts';
import { KILOYEAR_s, PARSEC_cm } from '../model/units.ts';
import { KernelArray } from './arrays.ts';
import { KernelError } from './kernelError.ts';
import type { KernelExports } from './kernelExports.ts';

/** Nodes of a grid and of a matrix row at most. */
const MOST_NODES = 1024;
/** Rows of a matrix that stand in the kernel at once. */
const ROWS = 64;

const DEGREE = Math.PI / 180;

/** Radius of the sphere inside which r N is taken as linear in r, over the distance and over the shortest diffusion length. */
const SMALLEST_RADIUS = { ofDistance: 1e-3, ofDiffusionLength: 0.03 } as const;

/** Smallest angle of an image that is to be smeared, in sigma; inside it the brightness is taken as constant. */
const SMALLEST_ANGLE = 3e-3;

/** Longest panel in ln E where a density costs nothing; emissivities come out to 1e-8. */
const FORMULA_PANEL = 0.6;

/** Longest panels in ln E, ln r and ln theta where each density costs; brightness and spectra come out to 5e-5. */
const LONGEST_PANELS = { energy: 1.2, radius: 0.8, angle: 0.7 } as const;

/** A range cut into panels with eight nodes each. */
export interface PanelGrid {
  /** Ends of the panels, natural logarithms. */
  readonly edges: Float64Array;
  /** Where functions are wanted. */
  readonly nodes: Float64Array;
}

/** Electron energies and radii at which the density of a halo is wanted. */
export interface HaloGrid {
  readonly distance_pc: number;
  /** GeV */
  readonly energies: PanelGrid;
  /** pc */
  readonly radii: PanelGrid;
}

export interface HaloRequest {
  readonly components: readonly RadiationComponent[];
  readonly source: PulsarSource;
  readonly propagation: Propagation;
  /** Lowest and highest photon energy that will be asked for. */
  readonly photonEnergies_GeV: readonly [number, number];
  /** Smallest angle that will be asked for; null where that is unresolved (a cone, a point spread function). */
  readonly smallestAngle_deg: number | null;
  /** Scales the length of all panels; 2 is a cheap check of the error. 1 by default. */
  readonly coarseness?: number;
}

export class Radiation {
  private readonly exports: KernelExports;
  /** Two matrices, their product, and lists. */
  private readonly first: KernelArray;
  private readonly second: KernelArray;
  private readonly product: KernelArray;
  private readonly list: KernelArray;
  private readonly nodes: KernelArray;
  private readonly edges: KernelArray;

  constructor(exports: KernelExports) {
    this.exports = exports;
    this.first = new KernelArray(exports, ROWS * MOST_NODES);
    this.second = new KernelArray(exports, ROWS * MOST_NODES);
    this.product = new KernelArray(exports, ROWS * ROWS);
    this.list = new KernelArray(exports, MOST_NODES);
    this.nodes = new KernelArray(exports, MOST_NODES);
    this.edges = new KernelArray(exports, MOST_NODES);
  }

  /** dN/(dt dEg) of one electron, GeV^-1 s^-1. */
  photonRate(
    components: readonly RadiationComponent[],
    electronEnergy_GeV: number,
    photonEnergies_GeV: Float64Array,
  ): Float64Array {
    this.setField(components);
    const rates = new Float64Array(photonEnergies_GeV.length);
    for (let from = 0; from < rates.length; from += MOST_NODES) {
      const block = photonEnergies_GeV.subarray(from, from + MOST_NODES);
      this.exports.photonRates(electronEnergy_GeV, this.list.write(block), block.length, this.nodes.address);
      rates.set(this.nodes.read(block.length), from);
    }
    return rates;
  }

  /** A grid of energies between two ends, for a population given by a formula without features in between. */
  energyGrid(from_GeV: number, to_GeV: number): PanelGrid {
    const { naturalLogarithm, cutEvenly } = this.exports;
    const [from, to] = [naturalLogarithm(from_GeV), naturalLogarithm(to_GeV)];
    return this.grid(cutEvenly(from, to, FORMULA_PANEL, this.edges.address));
  }

  /** Where the density of a pulsar's halo is wanted. The losses and the shape of D must be tabulated. */
  haloGrid(request: HaloRequest): HaloGrid {
    const { components, source, propagation, photonEnergies_GeV, smallestAngle_deg } = request;
    const coarseness = request.coarseness ?? 1;
    this.setField(components);
    const age = (source.age_kyr - source.releaseDelay_kyr) * KILOYEAR_s;
    const maxEnergy = source.maxEnergy_GeV ?? Number.POSITIVE_INFINITY;
    const energies = this.grid(
      this.exports.planElectronEnergies(
        photonEnergies_GeV[0],
        photonEnergies_GeV[1],
        age,
        source.injection === 'burst' ? Number.POSITIVE_INFINITY : source.spinDownTimescale_kyr * KILOYEAR_s,
        source.cutoffEnergy_GeV ?? Number.POSITIVE_INFINITY,
        maxEnergy,
        source.breakEnergy_GeV ?? 0,
        coarseness * LONGEST_PANELS.energy,
        this.edges.address,
      ),
    );
    const { distance_pc } = source;
    const { D0_cm2_s, halo } = propagation;
    const { largestRadius, diffusionLength, planRadii } = this.exports;
    const nodes = this.nodes.write(energies.nodes);
    const fastestDiffusion = Math.max(D0_cm2_s, halo?.D0_cm2_s ?? 0);
    const largest_pc = largestRadius(nodes, energies.nodes.length, age, maxEnergy, fastestDiffusion) / PARSEC_cm;
    // Electrons that give the highest photon energies; those close to a sharp end of the spectrum have hardly moved.
    const fastest = Math.min(2 * photonEnergies_GeV[1], maxEnergy / 2);
    const shortest_pc = diffusionLength(fastest, age, maxEnergy, halo?.D0_cm2_s ?? D0_cm2_s) / PARSEC_cm;
    const smallest_pc = Math.min(
      SMALLEST_RADIUS.ofDistance * distance_pc,
      SMALLEST_RADIUS.ofDiffusionLength * shortest_pc,
      // 0.6 theta < sin(theta) up to a right angle.
      smallestAngle_deg === null ? Number.POSITIVE_INFINITY : 0.6 * smallestAngle_deg * DEGREE * distance_pc,
    );
    const longest = coarseness * LONGEST_PANELS.radius;
    const radii = this.grid(planRadii(smallest_pc, largest_pc, halo?.radius_pc ?? 0, longest, this.edges.address));
    return { distance_pc: source.distance_pc, energies, radii };
  }

  /**
   * Emissivity j(Eg) of many populations, GeV^-1 cm^-3 s^-1: value k * rows + r belongs to photon energy k and population r.
   *
   * @param density N of each population at the nodes of the grid, GeV^-1 cm^-3, one row behind the other
   * @param charges 2 where `density` counts positrons and as many electrons go with them, 1 where it counts both
   */
  emissivity(
    components: readonly RadiationComponent[],
    energies: PanelGrid,
    density: Float64Array,
    photonEnergies_GeV: Float64Array,
    charges: 1 | 2,
  ): Float64Array {
    this.setField(components);
    const length = energies.nodes.length;
    const edges = this.edges.write(energies.edges);
    const nodes = this.nodes.write(energies.nodes);
    const weights = (from: number, rows: number): void => {
      const at = this.list.write(photonEnergies_GeV.subarray(from, from + rows));
      this.exports.emissionWeights(at, rows, edges, energies.edges.length - 1, nodes, this.first.address);
    };
    return this.multiply(weights, photonEnergies_GeV.length, density, length, charges);
  }

  /** Energy emitted in a band, int Eg j dEg, GeV cm^-3 s^-1, of many populations. See emissivity. */
  bandEmissivity(
    components: readonly RadiationComponent[],
    energies: PanelGrid,
    density: Float64Array,
    band_GeV: readonly [number, number],
    charges: 1 | 2,
  ): Float64Array {
    this.setField(components);
    const length = energies.nodes.length;
    const edges = this.edges.write(energies.edges);
    const nodes = this.nodes.write(energies.nodes);
    const [from, to] = band_GeV;
    const weights = (): void =>
      this.exports.bandEmissionWeights(
        from,
        to,
        edges,
        energies.edges.length - 1,
        nodes,
        this.first.address,
        this.list.address,
      );
    return this.multiply(weights, 1, density, length, charges);
  }

  /**
   * Surface brightness of spherical emissivities (emissivity, one value per radius and photon energy) per steradian: value k * angles + a.
   *
   * @param emissivity value k * radii + r, as `emissivity` gives it
   * @param angles_deg from the centre, above 0 (0 is allowed with a point spread function), at most 180
   * @param containment68_deg radius that holds 68 % of the two-dimensional Gaussian that smears the image; null for none
   */
  surfaceBrightness(
    { distance_pc, radii }: HaloGrid,
    emissivity: Float64Array,
    angles_deg: Float64Array,
    containment68_deg: number | null,
  ): Float64Array {
    if (containment68_deg !== null && !(containment68_deg > 0)) {
      throw new KernelError(`a point spread function of ${containment68_deg} deg has no width; use null for none`);
    }
    const wrong = angles_deg.find(
      (angle) => !(angle >= 0 && angle <= 180) || (angle === 0 && containment68_deg === null),
    );
    if (wrong !== undefined)
      throw new KernelError(`there is no brightness at ${wrong} deg; angles lie in 0 < angle <= 180 deg`);
    const angles = angles_deg.map((angle) => angle * DEGREE);
    if (containment68_deg === null) return this.sharpBrightness(distance_pc, radii, emissivity, angles);
    const { CONTAINMENT_RADIUS, POINT_SPREAD_RANGE, cutEvenly, naturalLogarithm, pointSpreadWeights } = this.exports;
    const sigma = (containment68_deg * DEGREE) / CONTAINMENT_RADIUS.value;
    const farthest = angles.reduce((most, angle) => Math.max(most, angle), 0) + POINT_SPREAD_RANGE.value * sigma;
    if (farthest > Math.PI) {
      throw new KernelError(`a point spread function of ${containment68_deg} deg is too wide for a flat sky`);
    }
    const from = naturalLogarithm(SMALLEST_ANGLE * sigma);
    const grid = this.grid(cutEvenly(from, naturalLogarithm(farthest), LONGEST_PANELS.angle, this.edges.address));
    const sharp = this.sharpBrightness(distance_pc, radii, emissivity, grid.nodes);
    const edges = this.edges.write(grid.edges);
    const weights = (first: number, rows: number): void => {
      const at = this.list.write(angles.subarray(first, first + rows));
      pointSpreadWeights(at, rows, sigma, edges, grid.edges.length - 1, this.first.address);
    };
    return transpose(this.multiply(weights, angles.length, sharp, grid.nodes.length, 1), angles.length);
  }

  /** Flux inside a cone around the centre, int I dOmega, one value per photon energy. 0 < maxAngle_deg < 90. */
  coneFlux({ distance_pc, radii }: HaloGrid, emissivity: Float64Array, maxAngle_deg: number): Float64Array {
    if (!(maxAngle_deg > 0 && maxAngle_deg < 90)) {
      throw new KernelError(`a cone of ${maxAngle_deg} deg is none; angles lie in 0 < angle < 90 deg`);
    }
    const edges = this.edges.write(radii.edges);
    const panels = radii.edges.length - 1;
    const weights = (): void =>
      this.exports.coneWeights(maxAngle_deg * DEGREE, distance_pc, edges, panels, this.first.address);
    return this.multiply(weights, 1, emissivity, radii.nodes.length, PARSEC_cm);
  }

  private sharpBrightness(
    distance_pc: number,
    radii: PanelGrid,
    emissivity: Float64Array,
    angles: Float64Array,
  ): Float64Array {
    const edges = this.edges.write(radii.edges);
    const weights = (from: number, rows: number): void => {
      const at = this.list.write(angles.subarray(from, from + rows));
      const panels = radii.edges.length - 1;
      this.exports.brightnessWeights(at, rows, distance_pc, edges, panels, this.first.address);
    };
    return transpose(this.multiply(weights, angles.length, emissivity, radii.nodes.length, PARSEC_cm), angles.length);
  }

  private setField(components: readonly RadiationComponent[]): void {
    if (components.length === 0) throw new KernelError('inverse Compton radiation needs a radiation field');
    const pairs = components.flatMap((component) => [component.temperature_K, component.energyDensity_eV_cm3]);
    this.exports.setRadiationField(components.length, this.list.write(pairs));
  }

  /** The grid whose edges the kernel has just planned. */
  private grid(panels: number): PanelGrid {
    const { MOST_PANELS, PANEL_NODES, writeNodes } = this.exports;
    if (panels === 0) throw new KernelError(`a grid would need more than ${MOST_PANELS.value} panels`);
    writeNodes(this.edges.address, panels, this.nodes.address);
    return { edges: this.edges.read(panels + 1), nodes: this.nodes.read(panels * PANEL_NODES.value) };
  }

  /**
   * factor * (matrix that `weights` leaves in the kernel, some rows at a time) * (rows of `values`)^T.
   *
   * @returns value a * (rows of values) + b
   */
  private multiply(
    weights: (from: number, rows: number) => void,
    count: number,
    values: Float64Array,
    length: number,
    factor: number,
  ): Float64Array {
    const others = values.length / length;
    const result = new Float64Array(count * others);
    for (let a = 0; a < count; a += ROWS) {
      const rows = Math.min(ROWS, count - a);
      weights(a, rows);
      for (let b = 0; b < others; b += ROWS) {
        const columns = Math.min(ROWS, others - b);
        const at = this.second.write(values.subarray(b * length, (b + columns) * length));
        this.exports.rowProducts(this.first.address, rows, at, columns, length, factor, this.product.address);
        const part = this.product.read(rows * columns);
        for (let i = 0; i < rows; i++) {
          result.set(part.subarray(i * columns, (i + 1) * columns), (a + i) * others + b);
        }
      }
    }
    const bad = result.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new KernelError(`inverse Compton radiation came out as ${bad}`);
    // Below 0 is only what interpolation leaves where there is next to nothing.
    return result.map((value) => Math.max(0, value));
  }
}

/** Rows become columns. */
function transpose(matrix: Float64Array, rows: number): Float64Array {
  const columns = matrix.length / rows;
  return Float64Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)] as number);
}
