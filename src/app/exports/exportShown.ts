/** Whether the dialog of all files is open. */
import { signal } from '@preact/signals';

export const exportShown = signal(false);
