/* What emission.c reads of the tables in lossIntegrals.c. */
#ifndef LOSS_INTEGRALS_H
#define LOSS_INTEGRALS_H

#include "numerics.h"

extern double last_log_energy;

/* T and l from E to the end of the tables, or their integrands E/b and (D/D0) E/b. */
typedef struct {
  double time;
  double diffusion;
} Integrals;

Integrals integrals_from_top(double log_energy);
Integrals integrands_from_table(double log_energy);

static inline double loss_time_from_top(double log_energy) { return integrals_from_top(log_energy).time; }

static inline double tabulated_loss_rate(double log_energy, double energy) {
  return energy / integrands_from_table(log_energy).time;
}

double log_energy_at_loss_time(double time);

#endif
