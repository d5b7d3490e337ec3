/* Twin of assembly/emission.ts. */
#include <string.h>

#include "lossIntegrals.h"
#include "numerics.h"
#include "twin.h"

enum { MOST_NODES = 48 };
static GaussLegendreRule rules[MOST_NODES / 2 + 1];
static const double EXPONENT_RANGE = 40;
static const double NOTHING_ARRIVES = 1500;
static const double LEAST_DIFFUSION = 1e-6;
static const double LONG_SPAN = 2;
static const double LONGEST_PIECE = 12;
static const double LARGEST_RATIO = 8.9e6;
static const double RECENT_POINTS = 6, RECENT_SLOPE = 2.5;
static const double MOVING_POINTS = 12, MOVING_SLOPE = 3, LEAST_MOVING_POINTS = 16;
static const double EVEN_POINTS = 18, EVEN_SLOPE = 1;
static const double OLD_POINTS = 6, OLD_SLOPE = 1.7, LEAST_CUTOFF_POINTS = 16;

static double weight_column[MOST_MOMENTS];
static double log_energy_column[MOST_MOMENTS];
static double energy_column[MOST_MOMENTS];
static double look_back_squared_column[MOST_MOMENTS];
static double inverse_diffusion_time_column[MOST_MOMENTS];
static int moments;

void start_emission(void) {
  for (int k = 1; k <= MOST_NODES / 2; k++) fill_gauss_legendre_rule(&rules[k], 2 * k);
}

static double age;
static double timescale;
static double braking;
static double reach;
static double kink;
static double observed_log_energy;
static Integrals observed;
static Integrals observed_integrands;
static double inverse_loss_rate;

static void observe(double energy) {
  observed_log_energy = log(energy);
  observed = integrals_from_top(observed_log_energy);
  observed_integrands = integrands_from_table(observed_log_energy);
  inverse_loss_rate = observed_integrands.time / energy;
}

static void add_moment(double u, double weight) {
  const double log_energy = observed_log_energy + u;
  const double energy = exp(log_energy);
  const Integrals source = integrals_from_top(log_energy);
  const double look_back = observed.time - source.time;
  const double diffusion_time = larger(observed.diffusion - source.diffusion, LEAST_DIFFUSION * reach);
  const double decline = spin_down_decline(larger(0, age - look_back), timescale, braking);
  const double inverse_time = 1 / diffusion_time;
  weight_column[moments] = weight * inverse_loss_rate * energy * decline * inverse_time * sqrt(inverse_time);
  log_energy_column[moments] = log_energy;
  energy_column[moments] = energy;
  look_back_squared_column[moments] = look_back * look_back;
  inverse_diffusion_time_column[moments] = inverse_time;
  moments++;
}

static const GaussLegendreRule *rule_for(double points) {
  const int half = (int)ceil(0.5 * points);
  return &rules[half > MOST_NODES / 2 ? MOST_NODES / 2 : half];
}

static void place_evenly(double from, double to) {
  const GaussLegendreRule *rule = rule_for(EVEN_POINTS + EVEN_SLOPE * (to - from));
  const double half = 0.5 * (to - from);
  for (int j = 0; j < rule->size; j++) {
    add_moment(from + half * (1 + rule->nodes[j]), half * rule->weights[j]);
  }
}

static void place_logarithmically(double from, double to, double start, double direction, double fewest, double base,
                                  double slope) {
  const double range = log(to / from);
  const GaussLegendreRule *rule = rule_for(larger(fewest, base + slope * range));
  const double middle = sqrt(from * to), half = 0.5 * range;
  for (int j = rule->size / 2; j < rule->size; j++) {
    const double ratio = exp(half * rule->nodes[j]);
    const double above = middle * ratio, below = middle / ratio;
    add_moment(start + direction * above, half * rule->weights[j] * above);
    add_moment(start + direction * below, half * rule->weights[j] * below);
  }
}

static void place_recent_piece(double from, double to, int moving) {
  const double fewest = moving ? LEAST_MOVING_POINTS : 0;
  const double base = moving ? MOVING_POINTS : RECENT_POINTS, slope = moving ? MOVING_SLOPE : RECENT_SLOPE;
  if (from < kink && kink < to) {
    place_logarithmically(from, kink, 0, 1, fewest, base, slope);
    from = kink;
  }
  place_logarithmically(from, to, 0, 1, fewest, base, slope);
}

static void place_recent(double from, double to, int moving) {
  if (!(from < to)) return;
  const double cut = to > LARGEST_RATIO * from ? sqrt(from * to) : from;
  if (cut > from) place_recent_piece(from, cut, moving);
  place_recent_piece(cut, to, moving);
}

static void place_between(double from, double to) {
  const int pieces = (int)ceil((to - from) / LONGEST_PIECE);
  const double width = (to - from) / pieces;
  for (int i = 0; i < pieces; i++) {
    const double left = from + width * i, right = from + width * (i + 1);
    if (left < kink && kink < right) {
      place_evenly(left, kink);
      place_evenly(kink, right);
    } else {
      place_evenly(left, right);
    }
  }
}

static void place_oldest(double from, double top, double scale, int cutoff) {
  const double fewest = cutoff ? LEAST_CUTOFF_POINTS : 0;
  const double start = top + scale;
  if (from < kink && kink < top) {
    place_logarithmically(start - kink, start - from, start, -1, fewest, OLD_POINTS, OLD_SLOPE);
    from = kink;
  }
  place_logarithmically(scale, start - from, start, -1, fewest, OLD_POINTS, OLD_SLOPE);
}

static int write_history(double *history) {
  const size_t bytes = moments * sizeof(double);
  memcpy(history, weight_column, bytes);
  memcpy(history + moments, log_energy_column, bytes);
  memcpy(history + 2 * moments, energy_column, bytes);
  memcpy(history + 3 * moments, look_back_squared_column, bytes);
  memcpy(history + 4 * moments, inverse_diffusion_time_column, bytes);
  return moments;
}

int build_continuous_history(double energy, double pulsar_age, double delay, double spin_down_timescale,
                             double braking_index, double cutoff, double max_energy, double kink_energy,
                             double diffusive_reach, int moving, double *history) {
  moments = 0;
  if (energy >= max_energy) return 0;
  age = pulsar_age;
  timescale = spin_down_timescale;
  braking = braking_index;
  reach = diffusive_reach;
  observe(energy);

  const double highest = smaller(max_energy, energy + CUTOFF_RANGE * cutoff);
  double top_log_energy = smaller(last_log_energy, log(highest));
  int since_birth = 0;
  const double loss_time_at_birth = observed.time - (pulsar_age - delay);
  if (loss_time_at_birth > 0) {
    const double log_energy_at_birth = log_energy_at_loss_time(loss_time_at_birth);
    since_birth = log_energy_at_birth < top_log_energy;
    if (since_birth) top_log_energy = log_energy_at_birth;
  }
  const double top = top_log_energy - observed_log_energy;
  if (!(top > 0)) return 0;
  const Integrals at_top = integrals_from_top(top_log_energy);
  const Integrals integrands_at_top = integrands_from_table(top_log_energy);
  const double diffusion_time = observed.diffusion - at_top.diffusion;
  if (!(diffusion_time > 0) || reach > NOTHING_ARRIVES * diffusion_time) return 0;

  const double first =
      smaller(0.5 * top, reach / ((EXPONENT_RANGE + reach / diffusion_time) * observed_integrands.diffusion));
  const double top_time = since_birth ? delay : pulsar_age - (observed.time - at_top.time);
  const double spin_down_scale = (top_time + spin_down_timescale) / integrands_at_top.time;
  const double diffusion_scale = diffusion_time * diffusion_time / (2 * reach * integrands_at_top.diffusion);
  const double scale = smaller(1, smaller(spin_down_scale, diffusion_scale));

  kink = kink_energy > 0 ? log(kink_energy) - observed_log_energy : 0;
  if (top <= LONG_SPAN) {
    const double middle = 0.5 * (first + top);
    place_recent(first, middle, moving);
    place_oldest(middle, top, scale, !since_birth);
  } else {
    const double end = since_birth ? top - 1 : top;
    const double start = smaller(larger(1, first), end);
    place_recent(first, start, moving);
    place_between(start, end);
    if (since_birth) place_oldest(end, top, scale, 0);
  }
  return write_history(history);
}

int build_burst_history(double energy, double pulsar_age, double delay, double max_energy, double *history) {
  if (energy >= max_energy) return 0;
  observe(energy);
  const double look_back = pulsar_age - delay;
  if (look_back >= observed.time) return 0;
  const double log_energy = log_energy_at_loss_time(observed.time - look_back);
  const double source_energy = exp(log_energy);
  const double diffusion_time = observed.diffusion - integrals_from_top(log_energy).diffusion;
  if (source_energy >= max_energy || diffusion_time <= 0) return 0;
  const double inverse_time = 1 / diffusion_time;
  const double loss_ratio = tabulated_loss_rate(log_energy, source_energy) * inverse_loss_rate;
  /* The padding weighs nothing. */
  const double column[] = {loss_ratio * inverse_time * sqrt(inverse_time), 0, log_energy, log_energy, source_energy,
                           source_energy, look_back * look_back, look_back * look_back, inverse_time, inverse_time};
  memcpy(history, column, sizeof column);
  return 2;
}
