import type { View } from '../state/view.ts';

/** Opens a tab, on a phone in the place of the parameters. */
export function showTab({ tab, phonePanel }: Pick<View, 'tab' | 'phonePanel'>, id: string): void {
  tab.value = id;
  phonePanel.value = 'tab';
}
