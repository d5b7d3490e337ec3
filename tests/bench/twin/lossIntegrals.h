/* What emission.c reads of the tables in lossIntegrals.c. */
#ifndef LOSS_INTEGRALS_H
#define LOSS_INTEGRALS_H

#include "numerics.h"

extern UniformTable energy_times_loss_time;
extern UniformTable energy_times_diffusion_time;
extern UniformTable energy_squared_over_loss_rate;
extern double last_log_energy;

static inline double loss_time_from_top(double log_energy, double energy) {
  return at(&energy_times_loss_time, log_energy) / energy;
}

static inline double diffusion_time_from_top(double log_energy, double energy) {
  return at(&energy_times_diffusion_time, log_energy) / energy;
}

static inline double tabulated_loss_rate(double log_energy, double energy) {
  return energy * energy / at(&energy_squared_over_loss_rate, log_energy);
}

double log_energy_at_loss_time(double time);

#endif
