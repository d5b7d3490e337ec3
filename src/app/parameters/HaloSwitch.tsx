import { haloBlock } from '../../model/parameters.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { useApp } from '../state/context.ts';
import { withHalo } from '../state/edits.ts';
import { DEFAULT_HALO } from '../state/haloEdits.ts';
import { GroupSwitch } from './GroupSwitch.tsx';

const HELP = `Slow diffusion within a radius around the pulsar, the Galaxy’s diffusion outside. Off means one zone: the same diffusion everywhere. Switched on again, the halo has the values that it had last on this page; the first time ${withUnit(formatNumber(haloBlock.radius_pc.default), 'pc')} and ${withUnit(formatNumber(haloBlock.D0_cm2_s.default), 'cm2_s')}.`;

/** Turns the zone of slow diffusion on and off. */
export function HaloSwitch() {
  const { store } = useApp();
  return (
    <GroupSwitch
      path="propagation.halo"
      name="halo"
      textOn="slow diffusion around every pulsar"
      textOff="off: the same diffusion everywhere"
      help={HELP}
      isOn={({ propagation }) => propagation.halo !== null}
      switched={(scenario, on) => withHalo(scenario, on ? (store.lastHalo.peek() ?? DEFAULT_HALO) : null)}
    />
  );
}
