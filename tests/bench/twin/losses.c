/* Twin of assembly/losses.ts. */
#include "numerics.h"
#include "twin.h"

static const double SERIES_LIMIT = 0.2;
enum { SERIES_TERMS = 26 };
static double klein_nishina_series[SERIES_TERMS];

static double klein_nishina_factor(double x) {
  if (x < SERIES_LIMIT) {
    double sum = 0;
    for (int n = SERIES_TERMS - 1; n >= 0; n--) sum = sum * x + klein_nishina_series[n];
    return sum;
  }
  const double g = (0.5 * x + 6 + 6 / x) * log1p(x) -
                   (((11.0 / 12.0) * x + 6) * x * x + 9 * x + 4) / ((1 + x) * (1 + x)) - 2 +
                   2 * dilogarithm_of_negative(x);
  return 9 * g / (x * x * x);
}

static const double PLANCK_TABLE_FIRST = -16.0;
static UniformTable planck_table = {.first = -16.0, .step = 1.0 / 12.0, .size = 483};
static const double MEAN_PLANCK_ENERGY = 3.832229496128157;

static double integrate_planck_average(double z) {
  double sum = 0;
  for (int i = -44; i <= 16; i++) {
    const double t = exp(0.25 * i);
    sum += t * t * t * t / expm1(t) * klein_nishina_factor(z * t);
  }
  return 0.25 * sum * 15 / (M_PI * M_PI * M_PI * M_PI);
}

static double planck_average(double z) {
  const double logarithm = log(z);
  if (!(logarithm > PLANCK_TABLE_FIRST)) return 1 - 1.575 * MEAN_PLANCK_ENERGY * z;
  return exp(at(&planck_table, logarithm));
}

void start_losses(void) {
  for (int n = 0; n < SERIES_TERMS; n++) {
    const double m = n + 3;
    const double sign = n & 1 ? 9 : -9;
    klein_nishina_series[n] = sign * (0.5 / (m - 1) - 6 / m + 6 / (m + 1) - (m - 2) / 12 + 2 / (m * m));
  }
  for (int i = 0; i < planck_table.size; i++) {
    planck_table.values[i] = log(integrate_planck_average(exp(argument(&planck_table, i))));
  }
}

static double synchrotron_coefficient;
static int component_count;
static double component_coefficient[MAX_COMPONENTS];
static double component_scale[MAX_COMPONENTS];

static const double LOSS_PER_ENERGY_DENSITY = (4.0 / 3.0) * THOMSON_CROSS_SECTION * SPEED_OF_LIGHT * ELECTRONVOLT /
                                              (ELECTRON_REST_ENERGY * ELECTRON_REST_ENERGY);

void set_klein_nishina_losses(double magnetic_field, int count, const double *components) {
  const double magnetic_energy_density = magnetic_field * magnetic_field / (8 * M_PI) * ERG / ELECTRONVOLT;
  synchrotron_coefficient = LOSS_PER_ENERGY_DENSITY * magnetic_energy_density;
  component_count = count;
  for (int i = 0; i < count; i++) {
    component_coefficient[i] = LOSS_PER_ENERGY_DENSITY * components[2 * i + 1];
    component_scale[i] = 4 * BOLTZMANN_CONSTANT * components[2 * i] / (ELECTRON_REST_ENERGY * ELECTRON_REST_ENERGY);
  }
}

double loss_rate(double energy) {
  double rate = synchrotron_coefficient * energy * energy;
  for (int i = 0; i < component_count; i++) {
    rate += component_coefficient[i] * energy * energy * planck_average(component_scale[i] * energy);
  }
  return rate;
}
