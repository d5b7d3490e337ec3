import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { stateWords } from '../state/stateWords.ts';

interface PinButtonProps {
  readonly class: string;
  /** Another one on the page says aloud what happened. */
  readonly isQuiet?: boolean;
}

/** Pins the present curve, and says so aloud. */
export function PinButton({ class: className, isQuiet = false }: PinButtonProps) {
  const { snapshots, classroom } = useApp();
  const words = stateWords();
  return (
    <>
      <button
        type="button"
        class={className}
        title={words.pinHelp}
        disabled={classroom.stage.value !== null || classroom.hidesCurve.value}
        onClick={() => snapshots.pin()}
      >
        <Icon name="pin" />
        {words.pin}
      </button>
      {!isQuiet && (
        <span class="visually-hidden" role="status">
          {snapshots.said.value}
        </span>
      )}
    </>
  );
}
