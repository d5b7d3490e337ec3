/** The measured tables that ship with the program: what each is, whom to cite, what to know before using it. */
import type { DatasetId } from '../model/datasetIds.ts';
import type { DatasetDescription } from './datasetTypes.ts';

type Description = Omit<DatasetDescription, 'id'>;

const PHYSICS_REPORTS = {
  reference: 'Aguilar et al. (AMS), Phys. Rep. 894, 1 (2021)',
  doi: '10.1016/j.physrep.2020.09.003',
} as const;
const PAMELA_2013 = {
  experiment: 'PAMELA',
  reference: 'Adriani et al. (PAMELA), PRL 111, 081102 (2013)',
  doi: '10.1103/PhysRevLett.111.081102',
} as const;
const FERMI_2012 = {
  experiment: 'Fermi-LAT',
  reference: 'Ackermann et al. (Fermi-LAT), PRL 108, 011103 (2012)',
  doi: '10.1103/PhysRevLett.108.011103',
} as const;

const GEOMAGNETIC =
  'Charges are separated by the field of the Earth; positrons are 1.3 to 2.6 times those of AMS-02, bin by bin.';
const OTHER_YEARS = 'Taken in other years than AMS-02: below some 10 GeV the Sun needs a potential of its own.';
const NO_BINS = 'The source gives energies of points, no bins; a bin average is then the value at the point.';
const STATISTICAL_ONLY = 'Statistical errors only: chi-squared against this table alone comes out too high.';
const ENERGY_SCALE_15 = 'The paper adds about 15 % on the energy scale, which is in no column.';

const descriptions: Readonly<Record<DatasetId, Description>> = {
  'ams02-positrons-2019': {
    label: 'AMS-02 2019',
    experiment: 'AMS-02',
    reference: 'Aguilar et al. (AMS), PRL 122, 041102 (2019)',
    doi: '10.1103/PhysRevLett.122.041102',
    quantity: 'positron-flux',
    remarks: [
      'The source does not name the four systematic components; their quadrature is the total but for its last digit.',
    ],
  },
  'ams02-positrons-2021': {
    ...PHYSICS_REPORTS,
    label: 'AMS-02 2021',
    experiment: 'AMS-02',
    quantity: 'positron-flux',
    remarks: ['The same numbers as the table of 2019: one measurement, not two. Use one of them.'],
  },
  'ams02-fraction-2019': {
    label: 'AMS-02 fraction 2019',
    experiment: 'AMS-02',
    reference: 'Aguilar et al. (AMS), PRL 122, 101101 (2019)',
    doi: '10.1103/PhysRevLett.122.101101',
    quantity: 'positron-fraction',
    remarks: [
      'The same positrons as in the flux table: not independent of it. It is 0.980 to 1.008 times the ratio of the flux tables.',
    ],
  },
  'ams02-electrons-2021': {
    ...PHYSICS_REPORTS,
    label: 'AMS-02 electrons 2021',
    experiment: 'AMS-02',
    quantity: 'electron-flux',
    remarks: [],
  },
  'ams02-all-electrons-2021': {
    ...PHYSICS_REPORTS,
    label: 'AMS-02 e⁺ + e⁻ 2021',
    experiment: 'AMS-02',
    quantity: 'all-electron-flux',
    remarks: ['0.956 to 1.036 times the sum of the tables of positrons and electrons.'],
  },
  'pamela-positrons-2013': {
    ...PAMELA_2013,
    label: 'PAMELA 2013',
    quantity: 'positron-flux',
    remarks: [OTHER_YEARS, NO_BINS],
  },
  'pamela-fraction-2013': {
    ...PAMELA_2013,
    label: 'PAMELA fraction 2013',
    quantity: 'positron-fraction',
    remarks: [
      OTHER_YEARS,
      'Errors are total ones, without a systematic part; mean energies are the geometric means of the edges.',
      'Rows of another paper, which CRDB lists under the same name, are left out: those without a bin.',
      '0.87 to 1.10 times the ratio of the PAMELA flux tables.',
    ],
  },
  'pamela-electrons': {
    label: 'PAMELA electrons',
    experiment: 'PAMELA',
    reference: 'Adriani et al. (PAMELA), as listed by CRDB: Maurin et al., EPJC 83, 971 (2023)',
    doi: '',
    quantity: 'electron-flux',
    remarks: [OTHER_YEARS, NO_BINS, 'The paper that the source names for it is doubtful.'],
  },
  'fermi-positrons-2012': {
    ...FERMI_2012,
    label: 'Fermi-LAT 2012',
    quantity: 'positron-flux',
    remarks: [GEOMAGNETIC, NO_BINS],
  },
  'fermi-fraction-2012': {
    ...FERMI_2012,
    label: 'Fermi-LAT fraction 2012',
    quantity: 'positron-fraction',
    remarks: [GEOMAGNETIC],
  },
  'fermi-electrons-2012': {
    ...FERMI_2012,
    label: 'Fermi-LAT electrons 2012',
    quantity: 'electron-flux',
    remarks: [NO_BINS],
  },
  'fermi-all-electrons-2017': {
    label: 'Fermi-LAT e⁺ + e⁻ 2017',
    experiment: 'Fermi-LAT',
    reference: 'Abdollahi et al. (Fermi-LAT), PRD 95, 082007 (2017)',
    doi: '10.1103/PhysRevD.95.082007',
    quantity: 'all-electron-flux',
    remarks: [],
  },
  'dampe-all-electrons-2017': {
    label: 'DAMPE e⁺ + e⁻ 2017',
    experiment: 'DAMPE',
    reference: 'DAMPE, Nature 552, 63 (2017)',
    doi: '10.1038/nature24475',
    quantity: 'all-electron-flux',
    remarks: ['The statistical error of the lowest bin is rounded to 0 in the source.'],
  },
  'calet-all-electrons-2023': {
    label: 'CALET e⁺ + e⁻ 2023',
    experiment: 'CALET',
    reference: 'Adriani et al. (CALET), PRL 131, 191001 (2023)',
    doi: '10.1103/PhysRevLett.131.191001',
    quantity: 'all-electron-flux',
    remarks: [
      'The mean energy of the bin from 3000 to 4754.7 GeV, 3899 GeV, lies above the middle of the bin: doubtful for a falling spectrum.',
    ],
  },
  'hess-all-electrons-2008': {
    label: 'H.E.S.S. e⁺ + e⁻ 2008',
    experiment: 'H.E.S.S.',
    reference: 'Aharonian et al. (H.E.S.S.), PRL 101, 261104 (2008)',
    doi: '',
    quantity: 'all-electron-flux',
    remarks: [STATISTICAL_ONLY, ENERGY_SCALE_15, NO_BINS],
  },
  'hess-all-electrons-2009': {
    label: 'H.E.S.S. e⁺ + e⁻ 2009',
    experiment: 'H.E.S.S.',
    reference: 'Aharonian et al. (H.E.S.S.), A&A 508, 561 (2009)',
    doi: '',
    quantity: 'all-electron-flux',
    remarks: [STATISTICAL_ONLY, ENERGY_SCALE_15, NO_BINS],
  },
  'veritas-all-electrons-2018': {
    label: 'VERITAS e⁺ + e⁻ 2018',
    experiment: 'VERITAS',
    reference: 'Archer et al. (VERITAS), PRD 98, 062004 (2018)',
    doi: '10.1103/PhysRevD.98.062004',
    quantity: 'all-electron-flux',
    remarks: [
      STATISTICAL_ONLY,
      'The catalogue of the collaboration, shown here, is 1.24 times the table printed in the paper in every bin.',
    ],
  },
};

/** The tables by name; their numbers are with dataset(). */
export const datasets = Object.fromEntries(
  Object.entries(descriptions).map(([id, description]) => [id, { id, ...description }]),
) as Readonly<Record<DatasetId, DatasetDescription & { readonly id: DatasetId }>>;
