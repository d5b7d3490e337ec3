/** The bar at the top: presets, undo, level, sharing, theme, in English. */
export const topBar = {};
export type TopBarWords = typeof topBar;
