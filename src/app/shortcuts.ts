/** Keys of the page. */
export type Intent = 'fit' | 'undo' | 'redo';

/** The parts of a key press that decide. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly target: unknown;
}

/** Fields in which letters are text and undo is the field's own. */
function isTyping(target: unknown): boolean {
  if (typeof target !== 'object' || target === null || !('tagName' in target)) return false;
  if (target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target.tagName === 'INPUT' && 'type' in target && ['text', 'search'].includes(String(target.type));
}

/** What a key press asks for: F fits or cancels, Ctrl or Cmd with Z undoes, with Shift Z or Y redoes. */
export function shortcutFor(press: KeyPress): Intent | null {
  const key = press.key.toLowerCase();
  if (press.altKey || isTyping(press.target)) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !press.shiftKey ? 'redo' : null;
  }
  return key === 'f' && !press.shiftKey && !press.repeat ? 'fit' : null;
}
