import { useEffect, useId, useState } from 'preact/hooks';
import { editorsWords } from './editorsWords.ts';
import { RowNote } from './RowNote.tsx';

interface NameFieldProps {
  readonly value: string;
  readonly label: string;
  /** Names that are given already. */
  readonly taken?: readonly string[];
  readonly isLocked?: boolean;
  readonly onName: (name: string) => void;
}

const NAME = /^[^[\]\p{Cc}]{1,80}$/u;

/** A name of the scenario; Enter or leaving the field takes it, Escape gives it up. */
export function NameField({ value, label, taken = [], isLocked = false, onName }: NameFieldProps) {
  const words = editorsWords().sources;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [value]);
  const name = draft?.trim() ?? value;
  const problem =
    name === value ? null : !NAME.test(name) ? words.badName : taken.includes(name) ? words.nameTaken(name) : null;
  const take = () => {
    if (problem !== null) return;
    setDraft(null);
    if (name !== value) onName(name);
  };
  return (
    <span class="name-field">
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        readOnly={isLocked}
        value={draft ?? value}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {problem !== null && (
        <RowNote id={`${id}-problem`} kind="error">
          {problem}
        </RowNote>
      )}
    </span>
  );
}
