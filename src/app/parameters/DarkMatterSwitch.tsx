import { useApp } from '../state/context.ts';
import { DEFAULT_DARK_MATTER, withDarkMatter } from '../state/edits.ts';
import { GroupSwitch } from './GroupSwitch.tsx';

const HELP =
  'Dark matter that annihilates or decays, spread evenly in the slab around us. Switched on again, it has the values that it had last on this page.';

/** Turns dark matter on and off. */
export function DarkMatterSwitch() {
  const { store } = useApp();
  return (
    <GroupSwitch
      path="darkMatter"
      name="dark matter"
      textOn="annihilates or decays around us"
      textOff="off: no dark matter"
      help={HELP}
      isOn={({ darkMatter }) => darkMatter !== null}
      switched={(scenario, on) =>
        withDarkMatter(scenario, on ? (store.lastDarkMatter.peek() ?? DEFAULT_DARK_MATTER) : null)
      }
    />
  );
}
