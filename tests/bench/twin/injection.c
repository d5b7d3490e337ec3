/* Twin of assembly/injection.ts. */
#include "numerics.h"
#include "twin.h"

static const double LONGEST_PANEL = 3;
static GaussLegendreRule panel_rule;

void start_injection(void) { fill_gauss_legendre_rule(&panel_rule, 32); }

static double injected_spectrum(double energy, double index, double index_above, double pivot, double inverse_cutoff) {
  const double logarithm = log(energy / pivot);
  return exp(-(logarithm < 0 ? index : index_above) * logarithm - energy * inverse_cutoff);
}

static double power_law_energy(double from, double to, double index) {
  const double power = 2 - index;
  if (power == 0) return log(to / from);
  if (to == INFINITY) return -exp(power * log(from)) / power;
  return exp(power * log(from)) * expm1(power * log(to / from)) / power;
}

static double panelled_energy(double from, double to, double index, double index_above, double pivot,
                              double inverse_cutoff) {
  const double range = log(to / from);
  const int panels = (int)ceil(range / LONGEST_PANEL);
  const double width = range / panels;
  double sum = 0;
  for (int panel = 0; panel < panels; panel++) {
    for (int j = 0; j < panel_rule.size; j++) {
      const double energy = from * exp(width * (panel + 0.5 * (1 + panel_rule.nodes[j])));
      sum += panel_rule.weights[j] * energy * energy *
             injected_spectrum(energy, index, index_above, pivot, inverse_cutoff);
    }
  }
  return 0.5 * width * sum;
}

double injected_energy(double index, double index_above, double pivot, double inverse_cutoff, double min_energy,
                       double max_energy) {
  if (inverse_cutoff == 0) {
    const double low = min_energy / pivot, high = max_energy / pivot;
    const double below = low < 1 ? power_law_energy(low, smaller(1, high), index) : 0;
    const double above = high > 1 ? power_law_energy(larger(1, low), high, index_above) : 0;
    return pivot * pivot * (below + above);
  }
  const double end = smaller(max_energy, min_energy + CUTOFF_RANGE / inverse_cutoff);
  if (min_energy < pivot && pivot < end) {
    return panelled_energy(min_energy, pivot, index, index, pivot, inverse_cutoff) +
           panelled_energy(pivot, end, index_above, index_above, pivot, inverse_cutoff);
  }
  return panelled_energy(min_energy, end, index, index_above, pivot, inverse_cutoff);
}

double spin_down_decline(double time, double timescale, double braking_index) {
  const double growth = 1 + time / timescale;
  if (braking_index == 3) return 1 / (growth * growth);
  return exp(-(braking_index + 1) / (braking_index - 1) * log(growth));
}
