/* Twin of assembly/emission.ts. */
#include <string.h>

#include "lossIntegrals.h"
#include "twin.h"

static GaussLegendreRule piece_rule;
static const double EXPONENT_RANGE = 45;
static const double LONGEST_PIECE = 12;

static double weight_column[MOST_MOMENTS];
static double log_energy_column[MOST_MOMENTS];
static double energy_column[MOST_MOMENTS];
static double look_back_squared_column[MOST_MOMENTS];
static double inverse_diffusion_time_column[MOST_MOMENTS];
static int moments;

void start_emission(void) { fill_gauss_legendre_rule(&piece_rule, 32); }

static double age;
static double timescale;
static double braking;
static double observed_log_energy;
static double observed_loss_time;
static double observed_diffusion_time;
static double observed_loss_rate;

static void observe(double energy) {
  observed_log_energy = log(energy);
  observed_loss_time = loss_time_from_top(observed_log_energy, energy);
  observed_diffusion_time = diffusion_time_from_top(observed_log_energy, energy);
  observed_loss_rate = tabulated_loss_rate(observed_log_energy, energy);
}

static void add_moment(double log_energy, double weight) {
  const double energy = exp(log_energy);
  const double look_back = observed_loss_time - loss_time_from_top(log_energy, energy);
  const double diffusion_time = observed_diffusion_time - diffusion_time_from_top(log_energy, energy);
  if (diffusion_time <= 0) return;
  const double power = spin_down_decline(larger(0, age - look_back), timescale, braking);
  const double inverse_time = 1 / diffusion_time;
  weight_column[moments] = weight * energy * power / observed_loss_rate * inverse_time * sqrt(inverse_time);
  log_energy_column[moments] = log_energy;
  energy_column[moments] = energy;
  look_back_squared_column[moments] = look_back * look_back;
  inverse_diffusion_time_column[moments] = inverse_time;
  moments++;
}

static void add_recent_piece(double from, double to) {
  const double first = log(from);
  const double half = 0.5 * log(to / from);
  for (int j = 0; j < piece_rule.size; j++) {
    const double u = exp(first + half * (1 + piece_rule.nodes[j]));
    add_moment(observed_log_energy + u, half * piece_rule.weights[j] * u);
  }
}

static void add_even_piece(double from, double to) {
  const double half = 0.5 * (to - from);
  for (int j = 0; j < piece_rule.size; j++) {
    add_moment(observed_log_energy + from + half * (1 + piece_rule.nodes[j]), half * piece_rule.weights[j]);
  }
}

static void add_old_piece(double from, double to, double top, double scale) {
  const double first = log(top - to + scale);
  const double half = 0.5 * (log(top - from + scale) - first);
  for (int j = piece_rule.size - 1; j >= 0; j--) {
    const double distance = exp(first + half * (1 + piece_rule.nodes[j]));
    add_moment(observed_log_energy + top + scale - distance, half * piece_rule.weights[j] * distance);
  }
}

typedef enum { RECENT, EVEN, OLD } Kind;

static void add_piece(Kind kind, double from, double to, double top, double scale) {
  if (kind == RECENT) add_recent_piece(from, to);
  else if (kind == EVEN) add_even_piece(from, to);
  else add_old_piece(from, to, top, scale);
}

static void add_piece_around_kink(Kind kind, double from, double to, double top, double scale, double kink) {
  if (!(from < to)) return;
  if (from < kink && kink < to) {
    add_piece(kind, from, kink, top, scale);
    add_piece(kind, kink, to, top, scale);
  } else {
    add_piece(kind, from, to, top, scale);
  }
}

static int write_history(double *history) {
  if (moments & 1) {
    weight_column[moments] = 0;
    log_energy_column[moments] = log_energy_column[moments - 1];
    energy_column[moments] = energy_column[moments - 1];
    look_back_squared_column[moments] = look_back_squared_column[moments - 1];
    inverse_diffusion_time_column[moments] = inverse_diffusion_time_column[moments - 1];
    moments++;
  }
  const size_t bytes = moments * sizeof(double);
  memcpy(history, weight_column, bytes);
  memcpy(history + moments, log_energy_column, bytes);
  memcpy(history + 2 * moments, energy_column, bytes);
  memcpy(history + 3 * moments, look_back_squared_column, bytes);
  memcpy(history + 4 * moments, inverse_diffusion_time_column, bytes);
  return moments;
}

int build_continuous_history(double energy, double pulsar_age, double delay, double spin_down_timescale,
                             double braking_index, double cutoff, double max_energy, double kink_energy, double reach,
                             double *history) {
  moments = 0;
  if (energy >= max_energy) return 0;
  age = pulsar_age;
  timescale = spin_down_timescale;
  braking = braking_index;
  observe(energy);

  double top_log_energy = smaller(last_log_energy, log(smaller(max_energy, energy + CUTOFF_RANGE * cutoff)));
  const double longest = pulsar_age - delay;
  const double top_loss_time = loss_time_from_top(top_log_energy, exp(top_log_energy));
  if (observed_loss_time - top_loss_time > longest) {
    top_log_energy = log_energy_at_loss_time(observed_loss_time - longest);
  }
  const double top = top_log_energy - observed_log_energy;
  if (!(top > 0)) return 0;

  const double top_energy = exp(top_log_energy);
  const double diffusion_time = observed_diffusion_time - diffusion_time_from_top(top_log_energy, top_energy);
  if (diffusion_time <= 0) return 0;
  const double fastest = diffusion_shape(energy) * energy / observed_loss_rate;
  const double first = smaller(0.5 * top, reach / (EXPONENT_RANGE + reach / diffusion_time) / fastest);

  const double top_cooling = top_energy / tabulated_loss_rate(top_log_energy, top_energy);
  const double top_time = pulsar_age - (observed_loss_time - loss_time_from_top(top_log_energy, top_energy));
  const double spin_down_scale = (top_time + spin_down_timescale) / top_cooling;
  const double diffusion_scale =
      diffusion_time * diffusion_time / (2 * reach * diffusion_shape(top_energy) * top_cooling);
  const double scale = smaller(1, smaller(spin_down_scale, diffusion_scale));

  const double kink = kink_energy > 0 ? log(kink_energy) - observed_log_energy : 0;
  const int since_birth = top_time - delay < 1e-9 * pulsar_age;
  if (top <= 2) {
    const double middle = 0.5 * (first + top);
    add_piece_around_kink(RECENT, first, middle, top, scale, kink);
    add_piece_around_kink(OLD, middle, top, top, scale, kink);
  } else {
    const double end = since_birth ? top - 1 : top;
    const double start = smaller(larger(1, first), end);
    add_piece_around_kink(RECENT, first, start, top, scale, kink);
    const int pieces = (int)ceil((end - start) / LONGEST_PIECE);
    const double width = (end - start) / pieces;
    for (int i = 0; i < pieces; i++) {
      add_piece_around_kink(EVEN, start + width * i, start + width * (i + 1), top, scale, kink);
    }
    if (since_birth) add_piece_around_kink(OLD, end, top, top, scale, kink);
  }
  return write_history(history);
}

int build_burst_history(double energy, double pulsar_age, double delay, double max_energy, double *history) {
  moments = 0;
  if (energy >= max_energy) return 0;
  observe(energy);
  const double look_back = pulsar_age - delay;
  if (look_back >= observed_loss_time) return 0;
  const double log_energy = log_energy_at_loss_time(observed_loss_time - look_back);
  const double source_energy = exp(log_energy);
  const double diffusion_time = observed_diffusion_time - diffusion_time_from_top(log_energy, source_energy);
  if (source_energy >= max_energy || diffusion_time <= 0) return 0;
  const double inverse_time = 1 / diffusion_time;
  weight_column[0] =
      tabulated_loss_rate(log_energy, source_energy) / observed_loss_rate * inverse_time * sqrt(inverse_time);
  log_energy_column[0] = log_energy;
  energy_column[0] = source_energy;
  look_back_squared_column[0] = look_back * look_back;
  inverse_diffusion_time_column[0] = inverse_time;
  moments = 1;
  return write_history(history);
}
