import { useRef } from 'preact/hooks';
import { lazy } from '../lazy.tsx';
import { MOST_CODE_CHARACTERS } from './classLink.ts';
import { learnWords } from './learnWords.ts';

const QrImage = lazy<{ readonly text: string; readonly name: string; readonly onPaper?: boolean }>(
  async () => (await import('./QrImage.tsx')).QrImage,
);

/** The link as a QR code for paper; nothing where phones would not read it. */
export function PrintedCode({ link }: { readonly link: string }) {
  if (link.length > MOST_CODE_CHARACTERS) return null;
  return <QrImage text={link} name={learnWords().codeName} onPaper />;
}

/** The link as a QR code, small beside the field and large for a class; or why there is none. */
export function LinkCode({ link }: { readonly link: string }) {
  const words = learnWords();
  const dialog = useRef<HTMLDialogElement>(null);
  if (link.length > MOST_CODE_CHARACTERS)
    return <p class="learn-note">{words.codeTooLong(link.length, MOST_CODE_CHARACTERS)}</p>;
  return (
    <div class="link-code">
      <QrImage text={link} name={words.codeName} />
      <button type="button" class="button button-outline" onClick={() => dialog.current?.showModal()}>
        {words.enlarge}
      </button>
      <dialog ref={dialog} class="large-code" aria-label={words.codeName}>
        <QrImage text={link} name={words.codeName} />
        <button type="button" class="button button-primary" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </div>
  );
}
