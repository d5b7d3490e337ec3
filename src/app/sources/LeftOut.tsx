import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { pulsarNamed, shownName } from '../../data/catalogue/pulsarNames.ts';
import { LEFT_OUT, type LeftOutReason } from '../../data/catalogue/selectPulsars.ts';
import { sourcesWords } from './sourcesWords.ts';

interface LeftOutProps {
  readonly catalogue: Catalogue;
  readonly leftOut: Readonly<Record<LeftOutReason, readonly string[]>>;
  /** Opens what a pulsar would need; with its name in the catalogue. */
  readonly onOpen: (name: string) => void;
}

/** Names that a reason lists before the search must find the others. */
const MOST_NAMES = 60;

/** The pulsars that do not count, by the cut that leaves them out. */
export function LeftOut({ catalogue, leftOut, onOpen }: LeftOutProps) {
  const words = sourcesWords();
  const reasons = (Object.keys(LEFT_OUT) as LeftOutReason[]).filter((reason) => leftOut[reason].length > 0);
  if (reasons.length === 0) return <p class="sources-note">{words.leftOutNone}</p>;
  return (
    <>
      {reasons.map((reason) => {
        const names = leftOut[reason];
        return (
          <details key={reason} class="left-out">
            <summary>
              {words.reasons[reason]}: <b>{names.length}</b>
            </summary>
            <p class="left-out-names">
              {names.slice(0, MOST_NAMES).map((name) => {
                const pulsar = pulsarNamed(catalogue, name);
                return (
                  <button key={name} type="button" class="text-button" onClick={() => onOpen(name)}>
                    {pulsar ? shownName(pulsar) : name}
                  </button>
                );
              })}
              {names.length > MOST_NAMES && <span>{words.andMoreForSearch(names.length - MOST_NAMES)}</span>}
            </p>
          </details>
        );
      })}
    </>
  );
}
