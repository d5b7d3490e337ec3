/**
 * Nonlinear regression problems with certified solutions.
 *
 * Source: NIST/ITL Statistical Reference Datasets (StRD), Nonlinear Regression, https://www.itl.nist.gov/div898/strd/
 * (data, starts, best values, standard deviations and residual sums of squares, all to 11 digits).
 */
export interface CertifiedProblem {
  readonly name: string;
  readonly model: (b: ArrayLike<number>, x: number) => number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly starts: readonly (readonly number[])[];
  readonly best: readonly number[];
  readonly standardDeviations: readonly number[];
  readonly sumOfSquares: number;
}

const { exp, sqrt } = Math;
const counting = (count: number, from: number, step: number) =>
  Array.from({ length: count }, (_, i) => from + step * i);

const misra = {
  x: [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0],
  y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78],
};

export const certifiedProblems: readonly CertifiedProblem[] = [
  {
    name: 'Misra1a (lower difficulty)',
    model: (b, x) => b[0]! * (1 - exp(-b[1]! * x)),
    ...misra,
    starts: [
      [500, 0.0001],
      [250, 0.0005],
    ],
    best: [2.3894212918e2, 5.5015643181e-4],
    standardDeviations: [2.7070075241, 7.2668688436e-6],
    sumOfSquares: 1.2455138894e-1,
  },
  {
    name: 'Misra1c (average difficulty)',
    model: (b, x) => b[0]! * (1 - 1 / sqrt(1 + 2 * b[1]! * x)),
    ...misra,
    starts: [
      [500, 0.0001],
      [600, 0.0002],
    ],
    best: [6.3642725809e2, 2.0813627256e-4],
    standardDeviations: [4.6638326572, 1.7728423155e-6],
    sumOfSquares: 4.0966836971e-2,
  },
  {
    name: 'Misra1d (average difficulty)',
    model: (b, x) => (b[0]! * b[1]! * x) / (1 + b[1]! * x),
    ...misra,
    starts: [
      [500, 0.0001],
      [450, 0.0003],
    ],
    best: [4.3736970754e2, 3.0227324449e-4],
    standardDeviations: [3.6489174345, 2.9334354479e-6],
    sumOfSquares: 5.6419295283e-2,
  },
  {
    name: 'BoxBOD (higher difficulty)',
    model: (b, x) => b[0]! * (1 - exp(-b[1]! * x)),
    x: [1, 2, 3, 5, 7, 10],
    y: [109, 149, 149, 191, 213, 224],
    starts: [
      [1, 1],
      [100, 0.75],
    ],
    best: [2.1380940889e2, 5.4723748542e-1],
    standardDeviations: [1.2354515176e1, 1.0455993237e-1],
    sumOfSquares: 1.1680088766e3,
  },
  {
    name: 'Rat42 (higher difficulty)',
    model: (b, x) => b[0]! / (1 + exp(b[1]! - b[2]! * x)),
    x: [9, 14, 21, 28, 42, 57, 63, 70, 79],
    y: [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08],
    starts: [
      [100, 1, 0.1],
      [75, 2.5, 0.07],
    ],
    best: [7.2462237576e1, 2.6180768402, 6.7359200066e-2],
    standardDeviations: [1.7340283401, 8.8295217536e-2, 3.4465663377e-3],
    sumOfSquares: 8.0565229338,
  },
  {
    name: 'Rat43 (higher difficulty)',
    model: (b, x) => b[0]! / (1 + exp(b[1]! - b[2]! * x)) ** (1 / b[3]!),
    x: counting(15, 1, 1),
    y: [
      16.08, 33.83, 65.8, 97.2, 191.55, 326.2, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41,
    ],
    starts: [
      [100, 10, 1, 1],
      [700, 5, 0.75, 1.3],
    ],
    best: [6.996415127e2, 5.2771253025, 7.5962938329e-1, 1.2792483859],
    standardDeviations: [1.6302297817e1, 2.0828735829, 1.9566123451e-1, 6.8761936385e-1],
    sumOfSquares: 8.786404908e3,
  },
  {
    name: 'MGH09 (higher difficulty; the far start crosses a plateau in hundreds of steps)',
    model: (b, x) => (b[0]! * (x * x + x * b[1]!)) / (x * x + x * b[2]! + b[3]!),
    x: [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
    y: [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246],
    starts: [[0.25, 0.39, 0.415, 0.39]],
    best: [1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1],
    standardDeviations: [1.1435312227e-2, 1.9633220911e-1, 8.0842031232e-2, 9.0025542308e-2],
    sumOfSquares: 3.0750560385e-4,
  },
  {
    name: 'MGH10 (higher difficulty)',
    model: (b, x) => b[0]! * exp(b[1]! / (x + b[2]!)),
    x: counting(16, 50, 5),
    y: [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872],
    starts: [
      [2, 400000, 25000],
      [0.02, 4000, 250],
    ],
    best: [5.609636471e-3, 6.1813463463e3, 3.4522363462e2],
    standardDeviations: [1.5687892471e-4, 2.3309021107e1, 7.8486103508e-1],
    sumOfSquares: 8.7945855171e1,
  },
  {
    name: 'MGH17 (average difficulty; the far start leads to another minimum)',
    model: (b, x) => b[0]! + b[1]! * exp(-x * b[3]!) + b[2]! * exp(-x * b[4]!),
    x: counting(33, 0, 10),
    y: [
      0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.85, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
      0.58, 0.558, 0.538, 0.522, 0.506, 0.49, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.42, 0.414, 0.411,
      0.406,
    ],
    starts: [[0.5, 1.5, -1, 0.01, 0.02]],
    best: [3.7541005211e-1, 1.9358469127, -1.4646871366, 1.286753464e-2, 2.2122699662e-2],
    standardDeviations: [2.0723153551e-3, 2.2031669222e-1, 2.2175707739e-1, 4.4861358114e-4, 8.9471996575e-4],
    sumOfSquares: 5.4648946975e-5,
  },
];
