/* Twin of assembly/greens/oneZone.ts. */
#include "numerics.h"
#include "twin.h"

double sum_one_zone(const double *history, int count, double index, double index_above, double log_pivot,
                    double inverse_cutoff, double distance, double velocity, double diffusion) {
  const double *weight = history;
  const double *log_energy = history + count;
  const double *energy = history + 2 * count;
  const double *look_back_squared = history + 3 * count;
  const double *inverse_diffusion_time = history + 4 * count;
  const double gaussian_at_rest = -distance * distance / (4 * diffusion);
  const double gaussian_motion = -velocity * velocity / (4 * diffusion);
  double sum = 0;
  for (int j = 0; j < count; j++) {
    const double logarithm = log_energy[j] - log_pivot;
    const double spectrum = -(logarithm < 0 ? index : index_above) * logarithm - energy[j] * inverse_cutoff;
    const double gaussian = (gaussian_at_rest + gaussian_motion * look_back_squared[j]) * inverse_diffusion_time[j];
    sum += weight[j] * exp(spectrum + gaussian);
  }
  const double volume = 4 * M_PI * diffusion;
  return sum / (volume * sqrt(volume));
}

