import { useApp } from '../state/context.ts';
import { DEFAULT_DARK_MATTER, withDarkMatter } from '../state/edits.ts';
import { GroupSwitch } from './GroupSwitch.tsx';
import { parametersWords } from './parametersWords.ts';

/** Turns dark matter on and off. */
export function DarkMatterSwitch() {
  const { store } = useApp();
  const words = parametersWords().switches.darkMatter;
  return (
    <GroupSwitch
      path="darkMatter"
      name={words.name}
      textOn={words.on}
      textOff={words.off}
      help={words.help}
      isOn={({ darkMatter }) => darkMatter !== null}
      switched={(scenario, on) =>
        withDarkMatter(scenario, on ? (store.lastDarkMatter.peek() ?? DEFAULT_DARK_MATTER) : null)
      }
    />
  );
}
