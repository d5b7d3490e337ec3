/** The rows of the parameters and their groups, in English. */
export const parameters = {};
export type ParametersWords = typeof parameters;
