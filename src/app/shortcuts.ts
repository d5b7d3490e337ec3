/** Keys of the page. */
export type Intent = 'fit' | 'pin' | 'undo' | 'redo' | 'keys';

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

/** Kinds of input that take no letters. */
const WITHOUT_LETTERS = ['range', 'checkbox', 'radio', 'button', 'submit', 'file', 'color'];

/** Fields in which letters are text and undo is the field's own. */
function isTyping(target: unknown): boolean {
  if (typeof target !== 'object' || target === null || !('tagName' in target)) return false;
  if (target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  if ('isContentEditable' in target && target.isContentEditable === true) return true;
  return target.tagName === 'INPUT' && 'type' in target && !WITHOUT_LETTERS.includes(String(target.type));
}

/** Over the page there is only the dialog. */
function isInDialog(target: unknown): boolean {
  return target instanceof Object && 'closest' in target && (target as Element).closest('dialog[open]') !== null;
}

/**
 * What a key press asks for: F fits or cancels, P pins the curve, ? lists the keys, Ctrl or Cmd with Z undoes, with Shift Z or Y
 * redoes.
 *
 * @param lettersAct whether keys without Ctrl do anything
 */
export function shortcutFor(press: KeyPress, lettersAct = true): Intent | null {
  const key = press.key.toLowerCase();
  if (press.altKey || isTyping(press.target) || isInDialog(press.target)) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !press.shiftKey ? 'redo' : null;
  }
  if (!lettersAct || press.repeat) return null;
  // Where the question mark is, and with which other keys, depends on the keyboard.
  if (press.key === '?') return 'keys';
  if (press.shiftKey) return null;
  return key === 'f' ? 'fit' : key === 'p' ? 'pin' : null;
}
