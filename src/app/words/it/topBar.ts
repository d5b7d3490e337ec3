/** The bar at the top: presets, undo, level, sharing, theme, in Italian. */
import type { TopBarWords } from '../en/topBar.ts';

export const topBar: TopBarWords = {};
