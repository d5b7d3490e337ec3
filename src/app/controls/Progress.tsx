import { controlsWords } from './controlsWords.ts';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; null where nobody knows how long it takes. */
  readonly part: number | null;
  readonly words: string;
  readonly onCancel: () => void;
  /** What the button says. */
  readonly cancel?: string;
}

/** A long computation that runs: how far it is, and the way to end it. */
export function Progress({ label, part, words, onCancel, cancel }: ProgressProps) {
  return (
    <div class="work-progress">
      <progress aria-label={label} max={1} {...(part === null ? {} : { value: part })} />
      <span>{words}</span>
      <button type="button" class="button button-outline" onClick={onCancel}>
        {cancel ?? controlsWords().cancel}
      </button>
    </div>
  );
}
