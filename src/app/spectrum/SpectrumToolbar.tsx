import type { AxisScale } from '../../plot/axis.ts';
import { QUANTITIES, type Quantity } from '../../plot/quantity.ts';
import { memo } from '../memo.ts';

interface SpectrumToolbarProps {
  readonly quantity: Quantity;
  readonly onQuantity: (quantity: Quantity) => void;
  readonly scale: AxisScale;
  readonly onScale: (scale: AxisScale) => void;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
}

const QUANTITY_ORDER: readonly Quantity[] = ['E3', 'E2', 'flux'];

/** E³Φ as people write it: letters in italics, the power upright. */
export function QuantitySymbol({ quantity, space = '' }: { readonly quantity: Quantity; readonly space?: string }) {
  const { factor } = QUANTITIES[quantity];
  return (
    <>
      {factor !== '' && (
        <>
          <i>E</i>
          {factor.slice(1)}
          {space}
        </>
      )}
      <i>Φ</i>
    </>
  );
}

/** What the vertical axis counts and how, and the way to the numbers. */
export const SpectrumToolbar = memo(function SpectrumToolbar(props: SpectrumToolbarProps) {
  return (
    <div class="spectrum-tools">
      <fieldset class="spectrum-switch">
        <legend class="spectrum-hidden">Quantity</legend>
        {QUANTITY_ORDER.map((quantity) => (
          <button
            key={quantity}
            type="button"
            aria-pressed={quantity === props.quantity}
            aria-label={`${QUANTITIES[quantity].factor}Φ, ${QUANTITIES[quantity].words}`}
            title={QUANTITIES[quantity].words}
            onClick={() => props.onQuantity(quantity)}
          >
            <QuantitySymbol quantity={quantity} />
          </button>
        ))}
      </fieldset>
      <fieldset class="spectrum-switch">
        <legend class="spectrum-hidden">Vertical axis</legend>
        <button type="button" aria-pressed={props.scale === 'log'} onClick={() => props.onScale('log')}>
          log
        </button>
        <button type="button" aria-pressed={props.scale === 'linear'} onClick={() => props.onScale('linear')}>
          lin
        </button>
      </fieldset>
      <button
        type="button"
        class="spectrum-table-button"
        aria-pressed={props.isTable}
        onClick={() => props.onTable(!props.isTable)}
      >
        <svg class="spectrum-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1.5 2.5h13v11h-13zM1.5 6.2h13M1.5 9.9h13M5.8 2.5v11" />
        </svg>
        Table
      </button>
    </div>
  );
});
