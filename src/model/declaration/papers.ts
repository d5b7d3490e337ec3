/** Works whose values stand as ticks on the sliders. */
export const DI_MAURO_2019 = 'Di Mauro, Manconi, Donato, PRD 100, 123015 (2019)';
export const HAWC_2017 = 'Abeysekara et al. (HAWC), Science 358, 911 (2017)';
export const PROFUMO_2018 = 'Profumo, Reynoso-Cordova, Kaaz, Silverman, arXiv:1803.09731 (2018)';
export const EVOLI_2018 = 'Evoli, Linden, Morlino, arXiv:1807.09263 (2018)';
export const EVOLI_2021 = 'Evoli, Amato, Blasi, Aloisio, arXiv:2010.11955 (2020)';
export const ATNF = 'Manchester et al., AJ 129, 1993 (2005), catalogue 2.65';
export const AMS_2019 = 'Aguilar et al. (AMS), PRL 122, 041102 (2019)';
