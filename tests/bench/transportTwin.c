/*
 * Solver C in plain C: the same tracks, blocks of steps, scheme and equations as in assembly/transport/ (formulas and
 * their sources stand there), batched over energies with the energy as the inner index, the way a C programmer writes
 * it: one elimination per stage, one loop per sweep, vectorised by the compiler. For continuous injection by a point
 * source and one or two zones with a sharp edge; a step that would turn negative ends the program.
 *
 * Compile with twin/losses.c, twin/diffusion.c, twin/lossIntegrals.c and twin/injection.c, which the one-zone twin uses,
 * too. BATCH is the number of energies worked on together: all of a grid of 160 unless another number is asked for.
 *
 * Protocol, numbers in decimal:
 *   losses B count T U T U ...             zones delta D0 deltaInner D0Inner edgeShell   (0 shells inside: one zone)
 *   pulsar end delay timescale braking index above pivot inverseCutoff maxEnergy factor
 *   energies count E E ...                 faces count r r ...        observer r         steps count
 * put something in force and answer "ok";
 *   densities      answers N in all shells, energy by energy
 *   solve N        answers the nanoseconds of processor time for N solutions, and a sum over the last
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "twin/lossIntegrals.h"
#include "twin/twin.h"

#ifndef BATCH
#define BATCH 160
#endif

enum { MOST_SHELLS = 2048, MOST_ENERGIES = 1024, TABLE_SIZE = 440, BLOCK_STEPS = 20, POINTS = 5, FEWEST_SHELLS = 16 };

static const double ROOT = 0.7071067811865476;
static const double points[POINTS] = {-1.0, -0.7071067811865476, 0.0, 0.7071067811865476, 1.0};
static const double averages[POINTS] = {1.0 / 30, 4.0 / 15, 2.0 / 5, 4.0 / 15, 1.0 / 30};
static const double SECOND_ORDER = 0.2928932188134524, MOST_OFFSET = 0.14, MOST_DISTORTION = 0.8;
static const double FRONT = 12, FLOOR = 1e-280, FAINTEST = 1e-270, RANGE = 30;
static const double START_SCALE = 2, SPIN_DOWN_SCALE = 3;

static UniformTable log_inner, log_outer;
static double end_time, release_time, timescale, braking, spectral_index, index_above, log_pivot, inverse_cutoff;
static double max_energy, factor, observer;
static double energies[MOST_ENERGIES];
static int energy_count, shells, edge_shell, steps;
static double faces[MOST_SHELLS + 1], nodes[MOST_SHELLS], volumes[MOST_SHELLS + 1], conductances[MOST_SHELLS],
    outward_roots[MOST_SHELLS];
static double resistance_inside, resistance_outside, inner_length, inner_cubes, outer_length, outer_cubes;
static double densities[MOST_ENERGIES * 512];

static void refuse(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(2);
}

/* Tracks */

typedef struct {
  int alive, blocks;
  double end_loss_rate, end_loss_time, start, scale, measure, time, energy, log_energy, slope;
} Track;

static void begin_track(Track *track, double energy, int blocks) {
  const double end_log_energy = log(energy);
  track->end_loss_time = loss_time_from_top(end_log_energy);
  track->end_loss_rate = tabulated_loss_rate(end_log_energy, energy);
  track->alive = 0;
  track->blocks = blocks;
  const double highest = smaller(smaller(max_energy, energy + RANGE / inverse_cutoff), 1e10);
  double life = end_time - release_time;
  if (energy >= highest || life <= 0) return;
  const double cooling = track->end_loss_time - loss_time_from_top(log(highest));
  if (cooling < life) {
    life = cooling;
    track->energy = highest;
    track->log_energy = log(highest);
  } else {
    track->log_energy = log_energy_at_loss_time(track->end_loss_time - life);
    track->energy = exp(track->log_energy);
  }
  track->alive = 1;
  track->start = track->time = end_time - life;
  track->slope = tabulated_loss_rate(track->log_energy, track->energy) / (track->energy * track->energy);
  const double start_loss_time = track->end_loss_time - life;
  track->scale = smaller(START_SCALE * start_loss_time, smaller(SPIN_DOWN_SCALE * (track->start + timescale), life));
  track->measure = log1p(life / track->scale);
}

static double block_start(const Track *track, int block) {
  if (block == track->blocks) return end_time;
  return track->start + track->scale * expm1(track->measure * block / track->blocks);
}

static void move_to(Track *track, double time) {
  const double target = track->end_loss_time - (end_time - time);
  double inverse = 1 / track->energy + track->slope * (time - track->time);
  for (int iteration = 0; iteration < 20; iteration++) {
    const double energy = 1 / inverse;
    const double log_energy = log(energy);
    track->slope = tabulated_loss_rate(log_energy, energy) / (energy * energy);
    const double step = (target - loss_time_from_top(log_energy)) * track->slope;
    inverse += step;
    if (fabs(step) <= 1e-6 * inverse) break;
  }
  track->time = time;
  track->energy = 1 / inverse;
  track->log_energy = log(track->energy);
}

/* A block of steps, batched over energies */

static Track tracks[BATCH];
static double log_energy_powers[POINTS][BATCH], log_rate_powers[POINTS][BATCH];
static double tilt[BATCH], bend[BATCH], step_time[BATCH];
static double inner_spread[BATCH], outer_spread[BATCH], inner_step[BATCH], outer_step[BATCH];
static double stage[BATCH], second[BATCH], past[BATCH], rescale[BATCH], inner_so_far[BATCH], outer_so_far[BATCH];
static double injections[2 * BLOCK_STEPS][BATCH];

static void set_powers(const double *values, double powers[POINTS][BATCH], int e) {
  const double middle = values[2];
  const double outer_even = 0.5 * (values[4] + values[0]) - middle, inner_even = 0.5 * (values[3] + values[1]) - middle;
  const double outer_odd = 0.5 * (values[4] - values[0]), inner_odd = 0.5 * (values[3] - values[1]) / ROOT;
  powers[0][e] = middle;
  powers[1][e] = 2 * inner_odd - outer_odd;
  powers[2][e] = 4 * inner_even - outer_even;
  powers[3][e] = 2 * (outer_odd - inner_odd);
  powers[4][e] = 2 * outer_even - 4 * inner_even;
}

static void set_lane(int e, double from, double to) {
  Track *track = &tracks[e];
  const double half = 0.5 * (to - from);
  double log_energy_values[POINTS], log_rate_values[POINTS];
  double inner = 0, outer = 0, slope = 0, curvature = 0;
  for (int i = 0; i < POINTS; i++) {
    const double time = from + half * (1 + points[i]);
    if (i > 0) move_to(track, time);
    log_energy_values[i] = track->log_energy;
    log_rate_values[i] = log(track->slope) + 2 * track->log_energy + log(spin_down_decline(time, timescale, braking)) -
                         track->energy * inverse_cutoff;
    const double outer_d = exp(at(&log_outer, track->log_energy));
    const double inner_d = edge_shell > 0 ? exp(at(&log_inner, track->log_energy)) : outer_d;
    inner += averages[i] * inner_d;
    outer += averages[i] * outer_d;
    slope += averages[i] * inner_d * points[i];
    curvature += averages[i] * inner_d * (1.5 * points[i] * points[i] - 0.5);
  }
  set_powers(log_energy_values, log_energy_powers, e);
  set_powers(log_rate_values, log_rate_powers, e);
  const double k = 3 * slope / inner, bending = k * k - 5 * curvature / inner;
  const double damping = smaller(1, MOST_DISTORTION / (fabs(k) + fabs(bending)));
  tilt[e] = damping * k;
  bend[e] = damping * bending;
  step_time[e] = (to - from) / BLOCK_STEPS;
  inner_spread[e] = inner * (to - from);
  outer_spread[e] = outer * (to - from);

  const double inner_root = sqrt(inner), outer_root = sqrt(outer);
  const double cubes = inner_cubes / (inner * inner_root) + outer_cubes / (outer * outer_root);
  const double shell_time = cubes / (12 * (inner_length / inner_root + outer_length / outer_root));
  const double gamma = 1 - sqrt(0.5 + smaller(MOST_OFFSET, shell_time / step_time[e]));
  const double before = past[e];
  stage[e] = gamma;
  second[e] = (1 - gamma) / gamma;
  past[e] = (1 - 2 * gamma) / (1 - gamma);
  rescale[e] = past[e] / before;
  inner_step[e] = gamma * inner_spread[e] / BLOCK_STEPS;
  outer_step[e] = gamma * outer_spread[e] / BLOCK_STEPS;
}

static void set_idle_lane(int e) {
  for (int i = 0; i < POINTS; i++) {
    log_energy_powers[i][e] = 0;
    log_rate_powers[i][e] = i == 0 ? -600 : 0;
  }
  tilt[e] = bend[e] = inner_spread[e] = outer_spread[e] = 0;
  step_time[e] = inner_step[e] = outer_step[e] = 1;
}

static inline double polynomial(double powers[POINTS][BATCH], int e, double theta) {
  double sum = powers[4][e];
  for (int i = 3; i >= 0; i--) sum = sum * theta + powers[i][e];
  return sum;
}

static void fill_injections(void) {
  for (int i = 0; i < 2 * BLOCK_STEPS; i++) {
    const int first = i % 2 == 0;
    for (int e = 0; e < BATCH; e++) {
      const double part = i / 2 + (first ? (0.5 - stage[e]) / (1 - stage[e]) : 1.0);
      const double eta = 2 * part / BLOCK_STEPS - 1;
      const double sag = 0.5 * (1 - eta * eta);
      const double theta = eta + sag * (tilt[e] - bend[e] * eta);
      const double duration = 1 + bend[e] * (eta * eta - sag) - tilt[e] * eta;
      const double from_pivot = polynomial(log_energy_powers, e, theta) - log_pivot;
      const double spectrum = -(from_pivot < 0 ? spectral_index : index_above) * from_pivot;
      const double weight = step_time[e] * stage[e] * (first ? past[e] : 1 / second[e]);
      injections[i][e] = weight * duration * exp(polynomial(log_rate_powers, e, theta) + spectrum);
    }
  }
}

/* The equations of a stage */

static double conductance[MOST_SHELLS][BATCH], rise[MOST_SHELLS + 1][BATCH], pivot[MOST_SHELLS][BATCH];
static double state[MOST_SHELLS][BATCH], work[MOST_SHELLS][BATCH];

static void factorise(int count) {
  double gathered[BATCH];
  for (int e = 0; e < BATCH; e++) {
    gathered[e] = volumes[0];
    rise[0][e] = 0;
  }
  for (int i = 0; i < count; i++) {
    const int edge = edge_shell > 0 && i == edge_shell - 1;
    const double *step = i < edge_shell ? inner_step : outer_step;
    for (int e = 0; e < BATCH; e++) {
      conductance[i][e] = edge ? 1 / (resistance_inside / inner_step[e] + resistance_outside / outer_step[e])
                               : step[e] * conductances[i];
    }
    if (i == count - 1 && count < shells) memset(conductance[i], 0, sizeof conductance[i]);
    for (int e = 0; e < BATCH; e++) {
      const double inverse = 1 / (gathered[e] + conductance[i][e]);
      const double handed = conductance[i][e] * inverse;
      pivot[i][e] = volumes[i] * inverse / past[e];
      rise[i + 1][e] = handed * outward_roots[i];
      gathered[e] = volumes[i + 1] + handed * gathered[e];
    }
  }
}

static void make_step(int count, const double *first, const double *last) {
  const double share = 1 / sqrt(volumes[0]);
  for (int e = 0; e < BATCH; e++) work[0][e] = state[0][e] + first[e] * share;
  for (int i = 1; i < count; i++) {
    for (int e = 0; e < BATCH; e++) work[i][e] = state[i][e] + rise[i][e] * work[i - 1][e];
  }
  double above[BATCH] = {0};
  double least[BATCH] = {0};
  for (int i = count - 1; i >= 0; i--) {
    for (int e = 0; e < BATCH; e++) {
      above[e] = pivot[i][e] * work[i][e] + rise[i + 1][e] * above[e];
      work[i][e] = above[e] - state[i][e] + (i == 0 ? last[e] * share : 0);
      least[e] = smaller(least[e], work[i][e]);
    }
  }
  for (int e = 0; e < BATCH; e++) {
    if (least[e] < 0) refuse("a step would turn negative");
  }
  for (int i = 1; i < count; i++) {
    for (int e = 0; e < BATCH; e++) work[i][e] += rise[i][e] * work[i - 1][e];
  }
  double back[BATCH];
  memset(above, 0, sizeof above);
  for (int e = 0; e < BATCH; e++) back[e] = past[e] * past[e] * second[e];
  for (int i = count - 1; i >= 0; i--) {
    for (int e = 0; e < BATCH; e++) {
      above[e] = back[e] * pivot[i][e] * work[i][e] + rise[i + 1][e] * above[e];
      state[i][e] = above[e];
    }
  }
}

static int shells_within(double radius) {
  int count = 0;
  while (count < shells && faces[count] < radius) count++;
  return count;
}

static int shells_reached(void) {
  double reach = 0;
  for (int e = 0; e < BATCH; e++) {
    inner_so_far[e] += inner_spread[e];
    outer_so_far[e] += outer_spread[e];
    double front = FRONT * sqrt(outer_so_far[e]);
    if (edge_shell > 0) {
      const double inside = FRONT * sqrt(inner_so_far[e]), edge = faces[edge_shell];
      front = inside < edge ? inside : edge + front;
    }
    reach = larger(reach, front);
  }
  const int count = shells_within(reach);
  return count > FEWEST_SHELLS ? count : FEWEST_SHELLS;
}

static void solve_batch(int begin) {
  const int blocks = steps / BLOCK_STEPS;
  for (int e = 0; e < BATCH; e++) {
    past[e] = (1 - 2 * SECOND_ORDER) / (1 - SECOND_ORDER);
    stage[e] = SECOND_ORDER;
    second[e] = (1 - SECOND_ORDER) / SECOND_ORDER;
    rescale[e] = 1;
    inner_so_far[e] = outer_so_far[e] = 0;
    tracks[e].alive = 0;
    if (begin + e < energy_count) begin_track(&tracks[e], energies[begin + e], blocks);
    if (!tracks[e].alive) set_idle_lane(e);
  }
  for (int i = 0; i < shells; i++) {
    for (int e = 0; e < BATCH; e++) state[i][e] = FLOOR * sqrt(volumes[i]);
  }
  for (int block = 0; block < blocks; block++) {
    for (int e = 0; e < BATCH; e++) {
      if (tracks[e].alive) set_lane(e, block_start(&tracks[e], block), block_start(&tracks[e], block + 1));
    }
    const int count = shells_reached();
    factorise(count);
    fill_injections();
    for (int i = 0; i < count; i++) {
      for (int e = 0; e < BATCH; e++) state[i][e] *= rescale[e];
    }
    for (int step = 0; step < BLOCK_STEPS; step++) make_step(count, injections[2 * step], injections[2 * step + 1]);
  }
  for (int e = 0; e < BATCH && begin + e < energy_count; e++) {
    const double per_energy = tracks[e].alive ? factor / tracks[e].end_loss_rate : 0;
    for (int i = 0; i < shells; i++) {
      const double density = state[i][e] / (past[e] * sqrt(volumes[i]));
      densities[(begin + e) * shells + i] = density > FAINTEST ? density * per_energy : 0;
    }
  }
}

static void solve(void) {
  for (int begin = 0; begin < energy_count; begin += BATCH) solve_batch(begin);
}

/* The protocol */

static double next_number(void) {
  const char *word = strtok(NULL, " ");
  if (word == NULL) refuse("a number is missing");
  return strtod(word, NULL);
}

static int next_count(int most) {
  const double number = next_number();
  if (!(number >= 0 && number <= most)) refuse("a count is out of range");
  return (int)number;
}

static void fill_zone(UniformTable *table, double delta, double d0) {
  table->first = log(0.02);
  table->step = 1.0 / 16;
  table->size = TABLE_SIZE;
  for (int i = 0; i < TABLE_SIZE; i++) table->values[i] = log(d0) + delta * argument(table, i);
}

static double conductance_between(double inner, double outer) { return 4 * M_PI * inner * outer / (outer - inner); }

static void measure_shells(void) {
  for (int i = 0; i < shells; i++) {
    const double a = faces[i], b = faces[i + 1];
    volumes[i] = 4.0 / 3 * M_PI * (b - a) * (a * a + a * b + b * b);
    nodes[i] = 2.0 / 3 * (a * a + a * b + b * b) / (a + b);
  }
  for (int i = 0; i < shells; i++) {
    conductances[i] = conductance_between(nodes[i], i + 1 < shells ? nodes[i + 1] : faces[shells]);
    outward_roots[i] = i + 1 < shells ? sqrt(volumes[i] / volumes[i + 1]) : 1;
  }
  if (edge_shell > 0) {
    resistance_inside = 1 / conductance_between(nodes[edge_shell - 1], faces[edge_shell]);
    resistance_outside = 1 / conductance_between(faces[edge_shell], nodes[edge_shell]);
  }
  inner_length = inner_cubes = outer_length = outer_cubes = 0;
  for (int i = 0; i < shells && (i == 0 || faces[i] < observer); i++) {
    const double width = faces[i + 1] - faces[i];
    *(i < edge_shell ? &inner_length : &outer_length) += width;
    *(i < edge_shell ? &inner_cubes : &outer_cubes) += width * width * width;
  }
}

static void read_losses(void) {
  double components[2 * MAX_COMPONENTS];
  const double magnetic_field = next_number();
  const int count = next_count(MAX_COMPONENTS);
  for (int i = 0; i < 2 * count; i++) components[i] = next_number();
  set_klein_nishina_losses(magnetic_field, count, components);
  tabulate_loss_integrals();
}

static void read_zones(void) {
  const double delta = next_number(), d0 = next_number(), delta_inner = next_number(), d0_inner = next_number();
  fill_zone(&log_outer, delta, d0);
  fill_zone(&log_inner, delta_inner, d0_inner);
  edge_shell = next_count(MOST_SHELLS);
}

static void read_pulsar(void) {
  double pivot_energy;
  double *const numbers[] = {&end_time,    &release_time,  &timescale,      &braking,    &spectral_index,
                             &index_above, &pivot_energy,  &inverse_cutoff, &max_energy, &factor};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) *numbers[i] = next_number();
  log_pivot = log(pivot_energy);
}

static void read_energies(void) {
  energy_count = next_count(MOST_ENERGIES);
  for (int i = 0; i < energy_count; i++) energies[i] = next_number();
}

static void read_faces(void) {
  shells = next_count(512) - 1;
  for (int i = 0; i <= shells; i++) faces[i] = next_number();
}

static void answer_densities(void) {
  measure_shells();
  solve();
  for (int i = 0; i < energy_count * shells; i++) printf("%.17g ", densities[i]);
  printf("\n");
}

static void time_solutions(void) {
  const int repetitions = next_count(1000000);
  struct timespec start, end;
  measure_shells();
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  for (int i = 0; i < repetitions; i++) solve();
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  double sum = 0;
  for (int i = 0; i < energy_count * shells; i++) sum += densities[i];
  printf("%.0f %.17g\n", (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec), sum);
}

int main(void) {
  static char line[1 << 20];
  start_losses();
  start_loss_integrals();
  set_diffusion_shape(0, 0, 0, 0);
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    const char *command = strtok(line, " ");
    if (command == NULL) continue;
    if (strcmp(command, "densities") == 0) {
      answer_densities();
    } else if (strcmp(command, "solve") == 0) {
      time_solutions();
    } else {
      if (strcmp(command, "losses") == 0) read_losses();
      else if (strcmp(command, "zones") == 0) read_zones();
      else if (strcmp(command, "pulsar") == 0) read_pulsar();
      else if (strcmp(command, "energies") == 0) read_energies();
      else if (strcmp(command, "faces") == 0) read_faces();
      else if (strcmp(command, "observer") == 0) observer = next_number();
      else if (strcmp(command, "steps") == 0) steps = next_count(1000000);
      else refuse("unknown command");
      printf("ok\n");
    }
    fflush(stdout);
  }
  return 0;
}
