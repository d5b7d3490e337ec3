import { type Block, choice, number } from './parameter.ts';

/** How a model is held against data. */
export const fitBlock = {
  fluxAt: choice({
    symbol: '',
    label: 'model is taken',
    default: 'mean-energy',
    options: { 'mean-energy': 'at the bin’s mean energy, as published', 'bin-average': 'averaged over the bin' },
    level: 'advanced',
    help: 'For steep spectra in wide bins the two differ by up to a few per cent.',
  }),
  errors: choice({
    symbol: '',
    label: 'errors',
    default: 'quadrature',
    options: {
      quadrature: 'statistical and systematic in quadrature',
      statistical: 'statistical only',
      covariance: 'systematic ones correlated over energy',
    },
    level: 'advanced',
    help: 'In quadrature every bin errs alone, and χ² comes out too low; without systematic errors too high. Correlated errors move many bins together.',
  }),
  correlationLength_dex: number({
    symbol: 'ℓ',
    label: 'correlation length',
    unit: 'dex',
    default: 0.3,
    range: [0.001, 10],
    slider: [0.01, 3],
    scale: 'log',
    level: 'advanced',
    fit: false,
    help: 'Systematic errors of bins this far apart in log₁₀ E are still correlated to 61 %. The collaboration publishes none.',
  }),
  energyScaleError: number({
    symbol: 'σ_E',
    label: 'energy scale error',
    unit: 'none',
    default: 0,
    range: [0, 0.5],
    slider: [0, 0.1],
    scale: 'linear',
    level: 'advanced',
    fit: false,
    help: 'Relative uncertainty of each experiment’s energies: a shift with this standard error is fitted beside the parameters. 0 takes energies as they are.',
  }),
} as const satisfies Block;
