/**
 * Green's function of a slow-diffusion halo: D = D_halo(E) for r < r_b around the pulsar and D(E) outside, both with the same
 * dependence on energy. Then Lambda = int D/b dE is a time common to all energies, and G(r, Lambda) solves
 *   dG/dLambda = div[h(r) grad G],   G(r, 0) = delta^3(r),   h = D_halo/D inside, 1 outside.
 */

/** Midpoints of an integral over exp(-y^2 tau), which has fallen to 2e-16 at the last; lengths in units of 1/sqrt(tau). */
class Midpoints {
  readonly step: f64;
  /** exp(-y^2 tau). */
  readonly weights: StaticArray<f64>;

  constructor(readonly count: i32) {
    this.step = 6 / <f64>count;
    this.weights = new StaticArray<f64>(count);
    for (let j = 0; j < count; j++) {
      const place = this.step * (<f64>j + 0.5);
      this.weights[j] = Math.exp(-place * place);
    }
  }
}

/**
 * Least distance of the contour from the origin, near which its integrand has its singularities, in units of 1/sqrt(tau): the error of
 * the sum is exp(-2 pi distance / step), 1e-13, but what has to cancel on it is exp(distance^2), 13 times the sum.
 */
const CONTOUR_DISTANCE: f64 = 1.6;
const midpoints = new Midpoints(18);
/** Early, G ~ exp(-exponent), the contour passes so far from the origin, at the root of the exponent, that fewer will do. */
const EARLY_EXPONENT: f64 = 7;
const earlyMidpoints = new Midpoints(10);

/** From this time on, in units of r_b^2/D of either zone, waves serve: the resonances of the zone, exp(-pi^2 tau), are gone. */
const LATE: f64 = 4;
/** Largest exponent L^2/(4 Lambda) for which they do: they cancel to its exponential. */
const LATE_EXPONENT: f64 = 1;

/**
 * Length that sets the exponential fall of G at small Lambda, G ~ exp(-L^2 / (4 Lambda)):
 * r/sqrt(h) inside, r_b/sqrt(h) + (r - r_b) outside; slow zones are long.
 *
 * @param radius r, in the unit of r_b
 * @param haloRadius r_b
 * @param ratio h = D_halo/D, > 0
 */
export function diffusiveLength(radius: f64, haloRadius: f64, ratio: f64): f64 {
  const slowness = 1 / Math.sqrt(ratio);
  return radius < haloRadius ? radius * slowness : haloRadius * slowness + (radius - haloRadius);
}

/** Below this |x|^2 the terms of m cancel, and its series is used. */
const SMALL_SQUARE: f64 = 0.25;

/** Cosine and sine of the angles (j + 1/2) a, j = 0, 1, …, each from the one before. */
class Angles {
  cosine: f64 = 1;
  sine: f64 = 0;
  private stepCosine: f64 = 1;
  private stepSine: f64 = 0;

  /** @param step a */
  start(step: f64): void {
    this.cosine = Math.cos(0.5 * step);
    this.sine = Math.sin(0.5 * step);
    this.stepCosine = Math.cos(step);
    this.stepSine = Math.sin(step);
  }

  advance(): void {
    const cosine = this.cosine * this.stepCosine - this.sine * this.stepSine;
    this.sine = this.sine * this.stepCosine + this.cosine * this.stepSine;
    this.cosine = cosine;
  }
}

const edge = new Angles(), phase = new Angles(), backwards = new Angles(), outwards = new Angles();

/** The result of transmission(): 2x/m. */
let transmittedReal: f64 = 0;
let transmittedImaginary: f64 = 0;

/**
 * 2x/m for m = x (1 + e) + w (1 - e), w = x/xi + kappa - 1, e = exp(-2x).
 *
 * m = 2 e^(-x) [(x cosh x - sinh x) + (x/xi + kappa) sinh x]: for small x both brackets have their power series.
 *
 * @param xr, xi_ x
 * @param fr, fi 1 - e
 * @param gr, gi e^x
 * @param inverseRoot 1/xi
 */
// @ts-ignore: decorator
@inline
function transmission(
  xr: f64, xi_: f64, fr: f64, fi: f64, gr: f64, gi: f64, inverseRoot: f64, kappa: f64,
): void {
  let mr: f64, mi: f64, nr: f64, ni: f64;
  if (xr * xr + xi_ * xi_ < SMALL_SQUARE) {
    const zr = xr * xr - xi_ * xi_, zi = 2 * xr * xi_;
    // sinh(x)/x = 1 + z/6 (1 + z/20 (1 + …)),   (x cosh x - sinh x)/x = z/3 (1 + z/10 (1 + …)),   z = x^2.
    let sr: f64 = 1, si: f64 = 0, dr: f64 = 1, di: f64 = 0;
    for (let k = 6; k > 0; k--) {
      const s = 1 / <f64>(2 * k * (2 * k + 1)), d = 1 / <f64>(2 * k * (2 * k + 3));
      const nextR = 1 + s * (zr * sr - zi * si);
      si = s * (zr * si + zi * sr);
      sr = nextR;
      const nextD = 1 + d * (zr * dr - zi * di);
      di = d * (zr * di + zi * dr);
      dr = nextD;
    }
    const cr = (zr * dr - zi * di) / 3, ci = (zr * di + zi * dr) / 3;
    const wr = xr * inverseRoot + kappa, wi = xi_ * inverseRoot;
    mr = cr + wr * sr - wi * si;
    mi = ci + wr * si + wi * sr;
    nr = gr;
    ni = gi;
  } else {
    const wr = xr * inverseRoot + kappa - 1, wi = xi_ * inverseRoot;
    mr = xr * (2 - fr) + xi_ * fi + wr * fr - wi * fi;
    mi = xi_ * (2 - fr) - xr * fi + wi * fr + wr * fi;
    nr = 2 * xr;
    ni = 2 * xi_;
  }
  const norm = 1 / (mr * mr + mi * mi);
  transmittedReal = norm * (nr * mr + ni * mi);
  transmittedImaginary = norm * (ni * mr - nr * mi);
}

/**
 * G(r, Lambda) long after the positrons have crossed the zone, in units of r_b. What returns from the edge then cancels nearly all that
 * the contour integral adds up; on the imaginary axis, q = i u, where only the even part of its integrand counts, nothing cancels:
 *   G = 1/(2 pi^2 r) int_0^inf du exp(-u^2 tau) u^2 w / (s^2 + t^2),   s = u cos u + (kappa - 1) sin u,   t = u sin u / xi,
 *   w = sin(u r) u/xi inside, s sin v + t cos v outside, v = u xi (r - 1).
 */
function lateGreen(radius: f64, tau: f64, ratio: f64): f64 {
  const xi = Math.sqrt(ratio);
  const excess = 1 / ratio - 1;
  const inside = radius < 1;
  const step = midpoints.step / Math.sqrt(tau);
  const weights = midpoints.weights;
  edge.start(step);
  outwards.start((inside ? radius : xi * (radius - 1)) * step);
  let sum: f64 = 0;
  for (let j = 0; j < midpoints.count; j++) {
    const u = step * (<f64>j + 0.5);
    const s = u * edge.cosine + excess * edge.sine, t = u * edge.sine / xi;
    const wave = inside ? outwards.sine * u / xi : s * outwards.sine + t * outwards.cosine;
    sum += weights[j] * u * u * wave / (s * s + t * t);
    edge.advance();
    outwards.advance();
  }
  return sum * step / (2 * Math.PI * Math.PI * radius);
}

/**
 * G(r, Lambda) without its exponential, G exp(L^2 / (4 Lambda)), by a contour integral in the Laplace plane.
 *
 * With tau = h Lambda, q = sigma + i y, x = q r_b, xi = sqrt(h), kappa = 1/h and m(x) = x (1 + e^(-2x)) + (x/xi + kappa - 1)(1 - e^(-2x)),
 *   outside: g = 2 x exp[-q (r_b + xi (r - r_b))] / (4 pi r m),
 *   inside:  g = { exp(-q r) + exp[-q (2 r_b - r)] (2x/m - 1) (1 - e^(-2qr)) / (1 - e^(-2x)) } / (4 pi r),
 *   G = (2/pi) int_0^inf dy Re[q e^(q^2 tau) g],
 * the continuity of G and of h dG/dr at r_b being in m. The integrand is analytic and falls as exp(-y^2 tau), so the midpoint rule
 * converges exponentially; sigma = L xi/(2 tau) passes the saddle point, where no digits cancel even far out in the tail.
 *
 * @param radius r > 0
 * @param lambda Lambda > 0, in the unit of r squared
 * @param haloRadius r_b > 0
 * @param ratio h
 * @returns [r^-3], relative error below 1e-9 for h >= 1e-3 and below 1e-6 for h >= 1e-5
 * Ref: Carslaw & Jaeger, Conduction of Heat in Solids (1959), chapter 13 (composite sphere); Osipov, Bykov et al. (2020), which solves
 * the same problem.
 */
export function scaledGreen(radius: f64, lambda: f64, haloRadius: f64, ratio: f64): f64 {
  const tau = ratio * lambda;
  const xi = Math.sqrt(ratio);
  const kappa = 1 / ratio;
  const inside = radius < haloRadius;
  const length = inside ? radius : haloRadius + xi * (radius - haloRadius);
  const exponent = length * length / (4 * tau);
  if (min<f64>(tau, lambda) > LATE * haloRadius * haloRadius && exponent < LATE_EXPONENT) {
    const late = lateGreen(radius / haloRadius, tau / (haloRadius * haloRadius), ratio);
    return Math.exp(exponent) * late / (haloRadius * haloRadius * haloRadius);
  }
  const root = Math.sqrt(tau);
  const sigma = max<f64>(length / (2 * tau), CONTOUR_DISTANCE / root);
  const points = exponent > EARLY_EXPONENT ? earlyMidpoints : midpoints;
  const weights = points.weights;
  const step = points.step / root;
  // What is left of the exponent on the contour: tau (offset + i y)^2, 0 at y = 0 where the contour passes the saddle.
  const offset = sigma - length / (2 * tau);
  const xr = sigma * haloRadius;
  const decay = Math.exp(-2 * xr), remainder = -Math.expm1(-2 * xr), growth = Math.exp(min<f64>(xr, 1));
  const back = 2 * (haloRadius - radius);
  const returned = Math.exp(-back * sigma);
  const near = inside && radius < root;
  const sourceGrowth = near ? Math.exp(2 * radius * sigma) : 0;
  const sourceDecay = Math.exp(-2 * radius * sigma), sourceRemainder = -Math.expm1(-2 * radius * sigma);
  edge.start(haloRadius * step);
  phase.start(2 * tau * offset * step);
  if (inside) {
    backwards.start(back * step);
    outwards.start(radius * step);
  }
  let sum: f64 = 0;
  for (let j = 0; j < points.count; j++) {
    const y = step * (<f64>j + 0.5);
    const xi_ = y * haloRadius;
    // 1 - e, e = exp(-2x), without cancellation for small x.
    const cosine = edge.cosine, sine = edge.sine;
    edge.advance();
    const fr = 2 * decay * sine * sine + remainder, fi = 2 * decay * sine * cosine;
    transmission(xr, xi_, fr, fi, growth * cosine, growth * sine, 1 / xi, kappa);
    const tr = transmittedReal, ti = transmittedImaginary;
    let gr = tr, gi = ti;
    if (inside) {
      // 1 + exp[-2q(r_b - r)] (t - 1) (1 - exp(-2qr)) / (1 - e)
      const br = returned * backwards.cosine, bi = -returned * backwards.sine;
      const ss = outwards.sine;
      const cs = outwards.cosine;
      const sr = 2 * sourceDecay * ss * ss + sourceRemainder, si = 2 * sourceDecay * ss * cs;
      backwards.advance();
      outwards.advance();
      const ar = br * (tr - 1) - bi * ti, ai = br * ti + bi * (tr - 1);
      const pr = ar * sr - ai * si, pi = ar * si + ai * sr;
      const quotient = 1 / (fr * fr + fi * fi);
      gr = quotient * (pr * fr + pi * fi);
      gi = quotient * (pi * fr - pr * fi);
      if (near) {
        // exp(-qr) as -sinh(qr), since q exp(q^2 tau) cosh(qr) integrates to nothing: what is left does not cancel for small r.
        const er = sourceGrowth * (cs * cs - ss * ss), ei = 2 * sourceGrowth * cs * ss;
        gr -= 0.5 * (er * sr - ei * si);
        gi -= 0.5 * (er * si + ei * sr);
      } else {
        gr += 1;
      }
    }
    // q exp(q^2 tau - q L) g, without exp(-L^2/(4 tau)).
    const hr = sigma * gr - y * gi, hi = sigma * gi + y * gr;
    sum += weights[j] * (phase.cosine * hr - phase.sine * hi);
    phase.advance();
  }
  return Math.exp(tau * offset * offset) * sum * step * (2 / Math.PI) / (4 * Math.PI * radius);
}

/** G(r, Lambda) itself [r^-3]; 0 where it underflows. */
export function twoZoneGreen(radius: f64, lambda: f64, haloRadius: f64, ratio: f64): f64 {
  const length = diffusiveLength(radius, haloRadius, ratio);
  return Math.exp(-length * length / (4 * lambda)) * scaledGreen(radius, lambda, haloRadius, ratio);
}
