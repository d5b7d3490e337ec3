/* Twin of assembly/diffusion.ts. */
#include <math.h>

#include "twin.h"

static double slope;
static double reference_energy;
static double break_energy;
static double slope_above_break;
static const double BREAK_SMOOTHNESS = 0.1;

void set_diffusion_shape(double delta, double reference, double break_at, double delta_above) {
  slope = delta;
  reference_energy = reference;
  break_energy = break_at;
  slope_above_break = delta_above;
}

double diffusion_shape(double energy) {
  if (reference_energy > 0) return exp(slope * log1p(energy / reference_energy));
  const double power_law = exp(slope * log(energy));
  if (break_energy == 0) return power_law;
  const double steepening = (slope - slope_above_break) / BREAK_SMOOTHNESS;
  const double ratio = exp(steepening * log(energy / break_energy));
  return power_law * exp(-BREAK_SMOOTHNESS * log1p(ratio));
}
