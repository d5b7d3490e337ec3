import type { MeasuredQuantity } from '../../data/measuredQuantities.ts';
import type { TableId } from '../../model/datasetIds.ts';
import type { OwnTable } from '../../model/ownTable.ts';
import type { AxisScale } from '../../plot/axis.ts';
import { axisName, QUANTITIES, type Quantity } from '../../plot/quantity.ts';
import { PinButton } from '../compare/PinButton.tsx';
import { memo } from '../memo.ts';
import { plotWords } from '../words/modelWords.ts';
import { DataChoice } from './DataChoice.tsx';
import { spectrumWords } from './spectrumWords.ts';

interface SpectrumToolbarProps {
  /** The table that is shown, what it measures, and the tables of the fit. */
  readonly shown: TableId;
  readonly measured: MeasuredQuantity;
  readonly fitted: readonly TableId[];
  /** The table that a person brought, or null. */
  readonly ownData: OwnTable | null;
  readonly onShow: (id: TableId) => void;
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

/** What the vertical axis shows: the symbol with its particles, or the words for a fraction, and the unit. */
export function AxisNameText(props: { readonly quantity: Quantity; readonly measured: MeasuredQuantity }) {
  const { name, unit, isFraction } = axisName(props.quantity, props.measured, plotWords());
  return (
    <>
      {!isFraction && <QuantitySymbol quantity={props.quantity} space=" " />}
      {name} {unit !== '' && <span>{unit}</span>}
    </>
  );
}

/** What is shown, how the vertical axis counts it, and the way to the numbers. */
export const SpectrumToolbar = memo(function SpectrumToolbar(props: SpectrumToolbarProps) {
  const words = spectrumWords();
  const { isFraction } = axisName(props.quantity, props.measured, plotWords());
  const flux = (quantity: Quantity) =>
    axisName(quantity, isFraction ? 'positron-flux' : props.measured, plotWords()).words;
  return (
    <div class="spectrum-tools">
      <fieldset class="spectrum-switch" disabled={isFraction} title={isFraction ? words.noPowerOfFraction : undefined}>
        <legend class="spectrum-hidden">{words.quantity}</legend>
        {QUANTITY_ORDER.map((quantity) => (
          <button
            key={quantity}
            type="button"
            aria-pressed={!isFraction && quantity === props.quantity}
            aria-label={`${QUANTITIES[quantity].factor}Φ, ${flux(quantity)}`}
            title={isFraction ? undefined : flux(quantity)}
            onClick={() => props.onQuantity(quantity)}
          >
            <QuantitySymbol quantity={quantity} />
          </button>
        ))}
      </fieldset>
      <fieldset class="spectrum-switch">
        <legend class="spectrum-hidden">{words.verticalAxis}</legend>
        <button
          type="button"
          aria-pressed={props.scale === 'log'}
          title={words.logHelp}
          onClick={() => props.onScale('log')}
        >
          {words.log}
        </button>
        <button
          type="button"
          aria-pressed={props.scale === 'linear'}
          title={words.linearHelp}
          onClick={() => props.onScale('linear')}
        >
          {words.linear}
        </button>
      </fieldset>
      <DataChoice value={props.shown} fitted={props.fitted} ownData={props.ownData} onChoose={props.onShow} />
      <PinButton class="spectrum-table-button spectrum-pin-button" />
      <button
        type="button"
        class="spectrum-table-button"
        aria-pressed={props.isTable}
        title={words.tableHelp}
        onClick={() => props.onTable(!props.isTable)}
      >
        <svg class="spectrum-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1.5 2.5h13v11h-13zM1.5 6.2h13M1.5 9.9h13M5.8 2.5v11" />
        </svg>
        {words.table}
      </button>
    </div>
  );
});
