/* Twin of assembly/lossIntegrals.ts. */
#include "lossIntegrals.h"

#include "twin.h"

static const double LOWEST_ENERGY = 0.02;
static const double CELLS_PER_UNIT = 6;
static const double WIDTH = 1.0 / 6.0;
enum { CELLS = 166, NODES = 6, COEFFICIENTS = NODES + 1 };
static double first;
double last_log_energy;

static GaussLegendreRule cell_rule;
static double node_energies[CELLS * NODES];
static double primitives[NODES][COEFFICIENTS];
static Integrals polynomials[CELLS][COEFFICIENTS];
static double lower_loss_times[CELLS];

static void start_primitives(void) {
  for (int j = 0; j < NODES; j++) {
    double lagrange[NODES] = {1};
    int degree = 0;
    for (int m = 0; m < NODES; m++) {
      if (m == j) continue;
      const double root = 0.5 * cell_rule.nodes[m];
      const double norm = 1 / (0.5 * cell_rule.nodes[j] - root);
      degree++;
      for (int k = degree; k > 0; k--) lagrange[k] = norm * (lagrange[k - 1] - root * lagrange[k]);
      lagrange[0] *= -root * norm;
    }
    for (int k = 1; k < COEFFICIENTS; k++) primitives[j][k] = lagrange[k - 1] / k;
  }
}

void start_loss_integrals(void) {
  fill_gauss_legendre_rule(&cell_rule, NODES);
  first = log(LOWEST_ENERGY);
  last_log_energy = first + WIDTH * (CELLS - 1);
  for (int i = 0; i < CELLS; i++) {
    for (int j = 0; j < NODES; j++) {
      node_energies[i * NODES + j] = exp(first + WIDTH * (i + 0.5 * cell_rule.nodes[j]));
    }
  }
  start_primitives();
}

static Integrals integrals_at(const Integrals *cell, double s) {
  Integrals value = cell[NODES];
  for (int k = NODES - 1; k >= 0; k--) {
    value.time = value.time * s + cell[k].time;
    value.diffusion = value.diffusion * s + cell[k].diffusion;
  }
  return value;
}

void tabulate_loss_integrals(void) {
  Integrals above = {0, 0};
  for (int i = CELLS - 1; i >= 0; i--) {
    Integrals *cell = polynomials[i];
    for (int k = 0; k < COEFFICIENTS; k++) cell[k] = (Integrals){0, 0};
    for (int j = 0; j < NODES; j++) {
      const double energy = node_energies[i * NODES + j];
      const double time = WIDTH * energy / loss_rate(energy);
      const double diffusion = time * diffusion_shape(energy);
      above.time += 0.5 * cell_rule.weights[j] * time;
      above.diffusion += 0.5 * cell_rule.weights[j] * diffusion;
      for (int k = 1; k < COEFFICIENTS; k++) {
        cell[k].time -= primitives[j][k] * time;
        cell[k].diffusion -= primitives[j][k] * diffusion;
      }
    }
    lower_loss_times[i] = above.time;
    const Integrals rest = integrals_at(cell, -0.5);
    cell[0] = (Integrals){above.time - rest.time, above.diffusion - rest.diffusion};
  }
}

static int cell_of(double log_energy) {
  const int cell = (int)((log_energy - first) * CELLS_PER_UNIT + 0.5);
  return cell < 0 ? 0 : cell > CELLS - 1 ? CELLS - 1 : cell;
}

Integrals integrals_from_top(double log_energy) {
  const int cell = cell_of(log_energy);
  return integrals_at(polynomials[cell], (log_energy - first) * CELLS_PER_UNIT - cell);
}

Integrals integrands_from_table(double log_energy) {
  const int cell = cell_of(log_energy);
  const Integrals *c = polynomials[cell];
  const double s = (log_energy - first) * CELLS_PER_UNIT - cell;
  Integrals slope = {NODES * c[NODES].time, NODES * c[NODES].diffusion};
  for (int k = NODES - 1; k > 0; k--) {
    slope.time = slope.time * s + k * c[k].time;
    slope.diffusion = slope.diffusion * s + k * c[k].diffusion;
  }
  return (Integrals){-CELLS_PER_UNIT * slope.time, -CELLS_PER_UNIT * slope.diffusion};
}

static int last_cell;

double log_energy_at_loss_time(double time) {
  int cell = last_cell;
  while (cell > 0 && lower_loss_times[cell] <= time) cell--;
  while (cell < CELLS - 1 && lower_loss_times[cell + 1] > time) cell++;
  last_cell = cell;
  const Integrals *c = polynomials[cell];
  const double inverse = 1 / c[1].time;
  const double y = (time - c[0].time) * inverse, a2 = c[2].time * inverse, a3 = c[3].time * inverse;
  const double s = y * (1 - y * (a2 - y * (2 * a2 * a2 - a3)));
  double excess = c[NODES].time, slope = 0, half_curvature = 0;
  for (int k = NODES - 1; k >= 0; k--) {
    half_curvature = half_curvature * s + slope;
    slope = slope * s + excess;
    excess = excess * s + c[k].time;
  }
  excess -= time;
  return first + WIDTH * (cell + s - excess * slope / (slope * slope - excess * half_curvature));
}
