import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ownDataWords } from './ownDataWords.ts';

interface FileButtonProps {
  readonly isMain: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** A button that asks for a file; its field is for the browser. */
export function FileButton({ isMain, onFile, children }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={`button ${isMain ? 'button-primary' : 'button-outline'}`}
        onClick={() => field.current?.click()}
      >
        {children}
      </button>
      <input
        ref={field}
        type="file"
        class="visually-hidden"
        aria-label={ownDataWords().chosenFile}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file again is a choice as well.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
