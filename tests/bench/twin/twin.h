/*
 * The kernel's one-zone path in plain C: the same formulas, tables and quadratures as in assembly/, file by file and
 * function by function under the same names, so that both can be read side by side. Formulas, sources and errors stand
 * there. The speed of the kernel is measured against it: ordinary scalar C with the exponential and logarithm of libm.
 *
 * Units are GeV, cm, s, G.
 */
#ifndef TWIN_H
#define TWIN_H

enum { COLUMNS = 5, MOST_MOMENTS = 48 * 7, MAX_COMPONENTS = 16 };

/* Multiples of E_c above which exp(-E/E_c) is dropped. */
#define CUTOFF_RANGE 45.0

/* Each fills the tables and quadrature rules of its file; losses before loss integrals. */
void start_losses(void);
void start_loss_integrals(void);
void start_injection(void);
void start_emission(void);

/* losses.c: `components` holds pairs of temperature [K] and energy density [eV cm^-3]. */
void set_klein_nishina_losses(double magnetic_field, int count, const double *components);
double loss_rate(double energy);

/* diffusion.c */
void set_diffusion_shape(double delta, double reference, double break_at, double delta_above);
double diffusion_shape(double energy);

/* lossIntegrals.c */
void tabulate_loss_integrals(void);

/* injection.c */
double injected_energy(double index, double index_above, double pivot, double inverse_cutoff, double min_energy,
                       double max_energy);
double spin_down_decline(double time, double timescale, double braking_index);

/* emission.c: both return the length of a column of the history, 0 if nothing reaches this energy. */
int build_continuous_history(double energy, double pulsar_age, double delay, double spin_down_timescale,
                             double braking_index, double cutoff, double max_energy, double kink_energy,
                             double diffusive_reach, int moving, double *history);
int build_burst_history(double energy, double pulsar_age, double delay, double max_energy, double *history);

/* oneZone.c */
double sum_one_zone(const double *history, int count, double index, double index_above, double log_pivot,
                    double inverse_cutoff, double distance, double velocity, double diffusion);

#endif
