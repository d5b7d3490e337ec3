/*
 * The twin behind a line protocol on standard input and output. Numbers cross in decimal with all their digits.
 *
 *   losses B count T U T U ...             shape delta reference break above
 *   energies count E E ...
 *   pulsar burst age delay timescale braking cutoff maxEnergy kink reach
 *          index indexAbove pivot inverseCutoff minEnergy distance velocity diffusion released
 *
 * put a model in force and answer "ok"; 0 or inf says "none" as it does in the kernel's calls.
 *
 *   check            answers the flux at each energy, computed from the losses on
 *   moments          answers the number of moments in all histories
 *   spectrum N from  N spectra on resident tables and histories; the spectral index drags
 *   history N from   N times histories and spectrum; the age drags
 *   delta N from     N times loss integrals, histories and spectrum; the slope of D drags
 *   field N from     the same; the magnetic field drags
 *   tables N from    N times loss integrals alone; the slope of D drags
 *
 * The timed ones answer the nanoseconds of processor time for all N, and a sum over all results, which keeps every
 * repetition necessary.
 * Repetition i multiplies its parameter by 1 + 1e-6 ((from + i) mod 5000), as a slider does that moves a little.
 */
#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "twin.h"

#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif

enum { MOST_ENERGIES = 256 };

static double magnetic_field;
static int component_count;
static double components[2 * MAX_COMPONENTS];
static double delta, reference, break_at, delta_above;
static int energy_count;
static double energies[MOST_ENERGIES];
static int burst;
static double age, delay, timescale, braking_index, cutoff, max_energy, kink, reach;
static double spectral_index, index_above, pivot, inverse_cutoff, min_energy, distance, velocity, diffusion, released;

static double histories[MOST_ENERGIES * COLUMNS * MOST_MOMENTS];
static int lengths[MOST_ENERGIES];
static double flux[MOST_ENERGIES];

static void refuse(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(2);
}

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

static void build_histories(double pulsar_age) {
  double *history = histories;
  for (int i = 0; i < energy_count; i++) {
    lengths[i] = burst ? build_burst_history(energies[i], pulsar_age, delay, max_energy, history)
                       : build_continuous_history(energies[i], pulsar_age, delay, timescale, braking_index, cutoff,
                                                  max_energy, kink, reach, velocity != 0, history);
    history += COLUMNS * lengths[i];
  }
}

/* Phi = c/(4 pi) N for half of the pairs, per m^2. */
static void sum_spectrum(double index, double above) {
  const double energy_per_unit = injected_energy(index, above, pivot, inverse_cutoff, min_energy, max_energy);
  const double factor = 0.5 * released * 2.99792458e10 * 1e4 / (4 * M_PI * energy_per_unit);
  const double log_pivot = log(pivot);
  const double *history = histories;
  for (int i = 0; i < energy_count; i++) {
    flux[i] = factor * sum_one_zone(history, lengths[i], index, above, log_pivot, inverse_cutoff, distance, velocity,
                                    diffusion);
    history += COLUMNS * lengths[i];
  }
}

typedef enum { SPECTRUM, HISTORY, DELTA, FIELD, TABLES } Drag;

/* One step of a drag; returns a sum over what it changed. */
static double drag(Drag what, double factor) {
  if (what == FIELD) set_klein_nishina_losses(factor * magnetic_field, component_count, components);
  if (what == DELTA || what == TABLES) set_diffusion_shape(factor * delta, reference, break_at, delta_above);
  if (what == FIELD || what == DELTA || what == TABLES) tabulate_loss_integrals();
  if (what == TABLES) {
    build_burst_history(energies[0], age, delay, max_energy, histories);
    return histories[4 * 2];
  }
  if (what != SPECTRUM) build_histories(what == HISTORY ? factor * age : age);
  const double stretch = what == SPECTRUM ? factor : 1;
  sum_spectrum(stretch * spectral_index, stretch * index_above);
  double sum = 0;
  for (int i = 0; i < energy_count; i++) sum += flux[i];
  return sum;
}

static void put_everything_in_force(void) {
  set_klein_nishina_losses(magnetic_field, component_count, components);
  set_diffusion_shape(delta, reference, break_at, delta_above);
  tabulate_loss_integrals();
  build_histories(age);
}

static void time_drag(Drag what) {
  const int repetitions = next_count(1000000000);
  const int from = next_count(1000000000);
  put_everything_in_force();
  struct timespec start, end;
  double sum = 0;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  for (int i = 0; i < repetitions; i++) sum += drag(what, 1 + 1e-6 * ((from + i) % 5000));
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  printf("%.0f %.17g\n", (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec), sum);
}

static void read_losses(void) {
  magnetic_field = next_number();
  component_count = next_count(MAX_COMPONENTS);
  for (int i = 0; i < 2 * component_count; i++) components[i] = next_number();
  printf("ok\n");
}

static void read_pulsar(void) {
  burst = next_number() != 0;
  double *const numbers[] = {&age,         &delay,          &timescale,  &braking_index,  &cutoff,     &max_energy,
                             &kink,        &reach,          &spectral_index, &index_above, &pivot,     &inverse_cutoff,
                             &min_energy,  &distance,       &velocity,   &diffusion,      &released};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) *numbers[i] = next_number();
  printf("ok\n");
}

static void read_shape(void) {
  double *const numbers[] = {&delta, &reference, &break_at, &delta_above};
  for (int i = 0; i < 4; i++) *numbers[i] = next_number();
  printf("ok\n");
}

static void read_energies(void) {
  energy_count = next_count(MOST_ENERGIES);
  for (int i = 0; i < energy_count; i++) energies[i] = next_number();
  printf("ok\n");
}

static void answer_check(void) {
  put_everything_in_force();
  sum_spectrum(spectral_index, index_above);
  for (int i = 0; i < energy_count; i++) printf("%.17g ", flux[i]);
  printf("\n");
}

static void answer_moments(void) {
  put_everything_in_force();
  int moments = 0;
  for (int i = 0; i < energy_count; i++) moments += lengths[i];
  printf("%d\n", moments);
}

static void time_spectrum(void) { time_drag(SPECTRUM); }
static void time_history(void) { time_drag(HISTORY); }
static void time_delta(void) { time_drag(DELTA); }
static void time_field(void) { time_drag(FIELD); }
static void time_tables(void) { time_drag(TABLES); }

static const struct {
  const char *name;
  void (*obey)(void);
} commands[] = {
    {"losses", read_losses},     {"shape", read_shape},     {"energies", read_energies}, {"pulsar", read_pulsar},
    {"check", answer_check},     {"moments", answer_moments}, {"spectrum", time_spectrum}, {"history", time_history},
    {"delta", time_delta},       {"field", time_field},     {"tables", time_tables},
};

static void obey(const char *command) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    if (strcmp(command, commands[i].name) == 0) {
      commands[i].obey();
      return;
    }
  }
  refuse("unknown command");
}

int main(void) {
  static char line[1 << 16];
  start_losses();
  start_loss_integrals();
  start_injection();
  start_emission();
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    const char *command = strtok(line, " ");
    if (command == NULL) continue;
    obey(command);
    fflush(stdout);
  }
  return 0;
}
