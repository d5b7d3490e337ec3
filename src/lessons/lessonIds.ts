/** The lessons in the order in which they are offered. */
export const LESSON_IDS = [
  'where-positrons-come-from',
  'high-energies-come-from-near',
  'what-klein-nishina-changes',
  'halo-of-slow-diffusion',
  'pulsars-or-dark-matter',
  'how-a-fit-fools-you',
] as const;
export type LessonId = (typeof LESSON_IDS)[number];
