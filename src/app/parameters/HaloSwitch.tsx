import { haloBlock } from '../../model/parameters.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';
import { useApp } from '../state/context.ts';
import { withHalo } from '../state/edits.ts';
import { DEFAULT_HALO } from '../state/haloEdits.ts';
import { GroupSwitch } from './GroupSwitch.tsx';
import { parametersWords } from './parametersWords.ts';

/** Turns the zone of slow diffusion on and off. */
export function HaloSwitch() {
  const { store } = useApp();
  const words = parametersWords().switches.halo;
  return (
    <GroupSwitch
      path="propagation.halo"
      name={words.name}
      textOn={words.on}
      textOff={words.off}
      help={words.help(
        withUnit(formatNumber(haloBlock.radius_pc.default), 'pc'),
        withUnit(formatNumber(haloBlock.D0_cm2_s.default), 'cm2_s'),
      )}
      isOn={({ propagation }) => propagation.halo !== null}
      switched={(scenario, on) => withHalo(scenario, on ? (store.lastHalo.peek() ?? DEFAULT_HALO) : null)}
    />
  );
}
