import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface DisclosureProps {
  /** Content of the button. */
  readonly button: ComponentChildren;
  readonly buttonClass?: string;
  /** Name of the button where its content has no words. */
  readonly label?: string;
  /** Name of the panel. */
  readonly panelLabel: string;
  readonly class?: string;
  /** The panel; the function closes it and gives the focus back. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a panel below it; Escape, a click elsewhere and leaving it by keyboard close it. */
export function Disclosure({
  button,
  buttonClass = 'button',
  label,
  panelLabel,
  class: className = '',
  children,
}: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  return (
    <div ref={root} class={`disclosure ${className}`}>
      <button
        ref={opener}
        type="button"
        class={buttonClass}
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <section class="disclosure-panel" id={id} aria-label={panelLabel}>
          {children(close)}
        </section>
      )}
    </div>
  );
}
