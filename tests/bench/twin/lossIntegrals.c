/* Twin of assembly/lossIntegrals.ts. */
#include "lossIntegrals.h"

#include "twin.h"

static const double LOWEST_ENERGY = 0.02;
static const double STEP = 1.0 / 16.0;
enum { SIZE = 440 };
static GaussLegendreRule cell_rule;
UniformTable energy_times_loss_time;
UniformTable energy_times_diffusion_time;
UniformTable energy_squared_over_loss_rate;
double last_log_energy;

void start_loss_integrals(void) {
  fill_gauss_legendre_rule(&cell_rule, 5);
  UniformTable *const tables[] = {&energy_times_loss_time, &energy_times_diffusion_time,
                                  &energy_squared_over_loss_rate};
  for (int k = 0; k < 3; k++) {
    tables[k]->first = log(LOWEST_ENERGY);
    tables[k]->step = STEP;
    tables[k]->size = SIZE;
  }
  last_log_energy = argument(&energy_times_loss_time, SIZE - 1);
}

void tabulate_loss_integrals(void) {
  double loss_time = 0;
  double diffusion_time = 0;
  for (int i = SIZE - 1; i >= 0; i--) {
    const double logarithm = argument(&energy_times_loss_time, i);
    const double energy = exp(logarithm);
    if (i < SIZE - 1) {
      for (int j = 0; j < cell_rule.size; j++) {
        const double inside = exp(logarithm + 0.5 * STEP * (1 + cell_rule.nodes[j]));
        const double time = 0.5 * STEP * cell_rule.weights[j] * inside / loss_rate(inside);
        loss_time += time;
        diffusion_time += time * diffusion_shape(inside);
      }
    }
    energy_times_loss_time.values[i] = energy * loss_time;
    energy_times_diffusion_time.values[i] = energy * diffusion_time;
    energy_squared_over_loss_rate.values[i] = energy * energy / loss_rate(energy);
  }
}

double log_energy_at_loss_time(double time) {
  int low = 0;
  int high = SIZE - 1;
  while (high - low > 1) {
    const int middle = (low + high) >> 1;
    const double logarithm = argument(&energy_times_loss_time, middle);
    if (energy_times_loss_time.values[middle] > time * exp(logarithm)) low = middle;
    else high = middle;
  }
  const double lower = argument(&energy_times_loss_time, low);
  const double upper = argument(&energy_times_loss_time, high);
  double logarithm = 0.5 * (lower + upper);
  for (int iteration = 0; iteration < 6; iteration++) {
    const double energy = exp(logarithm);
    const double excess = loss_time_from_top(logarithm, energy) - time;
    const double next = logarithm + excess * tabulated_loss_rate(logarithm, energy) / energy;
    logarithm = larger(lower, smaller(upper, next));
  }
  return logarithm;
}
