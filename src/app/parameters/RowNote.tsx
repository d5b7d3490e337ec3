import type { ComponentChildren } from 'preact';

/** Why something was refused; what changed elsewhere; what is approximate; anything else worth a word. */
export type RowNoteKind = 'error' | 'side-effect' | 'approximation' | 'note';

const ROLE: Readonly<Partial<Record<RowNoteKind, 'alert' | 'status'>>> = { error: 'alert', 'side-effect': 'status' };

interface RowNoteProps {
  readonly id?: string;
  readonly kind: RowNoteKind;
  readonly children: ComponentChildren;
}

/** A sentence under a row. */
export function RowNote({ id, kind, children }: RowNoteProps) {
  return (
    <p id={id} class={`row-note row-${kind}`} role={ROLE[kind]}>
      {children}
    </p>
  );
}
