import { superscript } from '../../plot/numberText.ts';
import { roundAsymmetric } from '../format/pdg.ts';
import { controlsWords } from './controlsWords.ts';

interface AsymmetricValueProps {
  readonly value: number;
  readonly below: number | null;
  readonly above: number | null;
}

/** `4.2 +11.8 −1.9`, the errors one above the other; an error without an end is a dash. */
export function AsymmetricValue(props: AsymmetricValueProps) {
  const { value, below, above, exponent } = roundAsymmetric(props.value, props.below, props.above);
  const words = controlsWords();
  return (
    <span class="asymmetric">
      {exponent !== 0 && '('}
      <b>{value}</b>
      <span class="visually-hidden">{` ${words.plus} ${above ?? words.withoutEnd} ${words.minus} ${below ?? words.withoutEnd} `}</span>
      <span class="asymmetric-errors" aria-hidden="true">
        <span>{above === null ? '+ –' : `+${above}`}</span>
        <span>{below === null ? '− –' : `−${below}`}</span>
      </span>
      {exponent !== 0 && `) × 10${superscript(exponent)}`}
    </span>
  );
}
