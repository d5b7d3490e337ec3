import { useComputed } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { haloBlock } from '../../model/parameters.ts';
import { Switch } from '../controls/Switch.tsx';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { useApp } from '../state/context.ts';
import { withHalo } from '../state/edits.ts';
import { DEFAULT_HALO } from '../state/haloEdits.ts';
import { RowNote } from './RowNote.tsx';

const PATH = 'propagation.halo';
const HELP = `Slow diffusion within a radius around the pulsar, the Galaxy’s diffusion outside. Off means one zone: the same diffusion everywhere. Switched on again, the halo has the values that it had last on this page; the first time ${withUnit(formatNumber(haloBlock.radius_pc.default), 'pc')} and ${withUnit(formatNumber(haloBlock.D0_cm2_s.default), 'cm2_s')}.`;

/** Turns the zone of slow diffusion on and off. */
export function HaloSwitch() {
  const { store } = useApp();
  const id = useId();
  const [helpOpen, setHelpOpen] = useState(false);
  const on = useComputed(() => store.scenario.value.propagation.halo !== null).value;
  const message = useComputed(() => (store.message.value?.row === PATH ? store.message.value.text : null)).value;
  const sideEffect = useComputed(() =>
    store.sideEffect.value?.row === PATH ? store.sideEffect.value.text : null,
  ).value;
  return (
    <div class="row row-headed" data-path={PATH}>
      <Switch
        on={on}
        label="halo on or off"
        onSwitch={(next) =>
          store.change((scenario) => withHalo(scenario, next ? (store.lastHalo.peek() ?? DEFAULT_HALO) : null), {
            change: `halo ${next ? 'on' : 'off'}`,
            row: PATH,
          })
        }
      />
      <button
        type="button"
        class="row-label"
        aria-expanded={helpOpen}
        aria-controls={`${id}-help`}
        title={HELP}
        onClick={() => setHelpOpen(!helpOpen)}
      >
        {on ? 'slow diffusion around the pulsar' : 'off: the same diffusion everywhere'}
      </button>
      {message !== null && <RowNote kind="error">{message}</RowNote>}
      {sideEffect !== null && <RowNote kind="side-effect">{sideEffect}</RowNote>}
      {helpOpen && (
        <div class="row-help" id={`${id}-help`}>
          <p>{HELP}</p>
        </div>
      )}
    </div>
  );
}
