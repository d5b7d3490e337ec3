import './ownData.css';
import { ownDataWords } from './ownDataWords.ts';

/** Says where a file can be let go: anywhere. */
export function DropVeil() {
  const words = ownDataWords();
  return (
    <div class="drop-veil" aria-hidden="true">
      <p>
        <strong>{words.dropHere}</strong>
        <span>{words.formats}</span>
        <span>{words.staysHere}</span>
      </p>
    </div>
  );
}
