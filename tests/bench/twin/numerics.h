/* Twins of assembly/numerics and assembly/constants.ts: quadrature rule, interpolated table, dilogarithm. */
#ifndef NUMERICS_H
#define NUMERICS_H

#include <math.h>

#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif

static const double SPEED_OF_LIGHT = 2.99792458e10;
static const double ELECTRON_REST_ENERGY = 0.51099895e-3;
static const double THOMSON_CROSS_SECTION = 6.6524587321e-25;
static const double BOLTZMANN_CONSTANT = 8.617333262e-14;
static const double ERG = 624.1509074;
static const double ELECTRONVOLT = 1e-9;

static inline double smaller(double a, double b) { return a < b ? a : b; }
static inline double larger(double a, double b) { return a > b ? a : b; }

typedef struct {
  int size;
  double nodes[48];
  double weights[48];
} GaussLegendreRule;

static inline void fill_gauss_legendre_rule(GaussLegendreRule *rule, int size) {
  rule->size = size;
  for (int i = 0; i < size; i++) {
    double x = -cos(M_PI * (i + 0.75) / (size + 0.5));
    double derivative = 1;
    for (int iteration = 0; iteration < 8; iteration++) {
      double previous = 1;
      double value = x;
      for (int k = 2; k <= size; k++) {
        const double next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
        previous = value;
        value = next;
      }
      derivative = size * (x * value - previous) / (x * x - 1);
      x -= value / derivative;
    }
    rule->nodes[i] = x;
    rule->weights[i] = 2 / ((1 - x * x) * derivative * derivative);
  }
}

enum { STENCIL = 6, MOST_POINTS = 483 };

typedef struct {
  double first;
  double step;
  int size;
  double values[MOST_POINTS];
} UniformTable;

static inline double argument(const UniformTable *table, int i) { return table->first + table->step * i; }

static inline double at(const UniformTable *table, double x) {
  const double position = (x - table->first) / table->step;
  int start = (int)floor(position) - 2;
  if (start > table->size - STENCIL) start = table->size - STENCIL;
  if (start < 0) start = 0;
  const double t = position - start;
  const double t1 = t - 1, t2 = t - 2, t3 = t - 3, t4 = t - 4, t5 = t - 5;
  const double *f = table->values + start;
  const double low = t * t1 * t2, high = t3 * t4 * t5;
  return high * (t1 * t2 * f[0] * (-1.0 / 120.0) + t * t2 * f[1] * (1.0 / 24.0) + t * t1 * f[2] * (-1.0 / 12.0)) +
         low * (t4 * t5 * f[3] * (1.0 / 12.0) + t3 * t5 * f[4] * (-1.0 / 24.0) + t3 * t4 * f[5] * (1.0 / 120.0));
}

static inline double dilogarithm_of_negative(double x) {
  if (x > 1) {
    const double logarithm = log(x);
    return -M_PI * M_PI / 6 - 0.5 * logarithm * logarithm - dilogarithm_of_negative(1 / x);
  }
  const double u = log1p(x);
  const double v = u * u;
  double series = -1.9939295860721076e-14;
  series = series * v + 8.921691020456452e-13;
  series = series * v - 4.0647616451442255e-11;
  series = series * v + 1.0 / 526901760.0;
  series = series * v - 1.0 / 10886400.0;
  series = series * v + 1.0 / 211680.0;
  series = series * v - 1.0 / 3600.0;
  series = series * v + 1.0 / 36.0;
  return -u - 0.25 * v - series * v * u;
}

#endif
