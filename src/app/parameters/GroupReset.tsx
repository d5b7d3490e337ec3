import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { groupIsChanged, withGroupReset } from './groupReset.ts';
import type { Group } from './groups.ts';
import { parametersWords } from './parametersWords.ts';

/** Brings a group back to its preset; it stands in the head of the group, whether that is open or not. */
export function GroupReset({ group }: { readonly group: Group }) {
  const { store, classroom } = useApp();
  const words = parametersWords().groups;
  const isChanged = useMemo(
    () => computed(() => groupIsChanged(store.scenario.value, store.origin.value.scenario, group)),
    [store, group],
  ).value;
  const locked = classroom.locksChoices(group.blockPath) || group.rows.some(({ path }) => classroom.locks(path));
  if (!isChanged || locked) return null;
  return (
    <button
      type="button"
      class="icon-button group-reset"
      aria-label={words.reset(group.title)}
      title={words.resetHelp}
      onClick={() =>
        store.change((scenario) => withGroupReset(scenario, store.origin.peek().scenario, group), {
          change: words.resetChange(group.title),
        })
      }
    >
      <Icon name="reset" />
    </button>
  );
}
