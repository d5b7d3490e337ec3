import { useComputed } from '@preact/signals';
import { Icon } from '../controls/Icon.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { TabList } from '../controls/TabList.tsx';
import { useApp } from '../state/context.ts';
import type { Layout } from '../state/view.ts';
import { TABS } from './tabs.ts';

export const TAB_PANEL_ID = 'tab-panel';
const TAB_PREFIX = 'tab';

/** Beside or Wide; beside the spectrum there is only room for a drawing. */
function Layouts({ wide }: { readonly wide: boolean }) {
  const { view } = useApp();
  if (wide) {
    return (
      <Segmented<Layout>
        label="Where the tabs are"
        options={{ beside: 'Beside', wide: 'Wide' }}
        value="wide"
        onChoose={(layout) => {
          view.layout.value = layout;
        }}
      />
    );
  }
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Wide: tabs on the stage"
      title="wide: this tab takes the stage, the spectrum goes under the parameters"
      onClick={() => {
        view.layout.value = 'wide';
      }}
    >
      <Icon name="wide" />
    </button>
  );
}

/** The tabs: beside the spectrum or, in the wide layout, on the stage. */
export function Inspector() {
  const { view, classroom } = useApp();
  const tabs = classroom.view.value.hideFit ? TABS.filter(({ id }) => id !== 'fit') : TABS;
  const selected = view.tab.value;
  const wide = useComputed(() => view.layout.value === 'wide').value;
  const tab = tabs.find(({ id }) => id === selected) ?? (tabs[0] as (typeof TABS)[number]);
  const Panel = tab.panel;
  return (
    <aside class="inspector" aria-label="Results">
      <div class="inspector-head">
        <TabList
          label="Results"
          tabs={tabs}
          selected={tab.id}
          prefix={TAB_PREFIX}
          panelOf={() => TAB_PANEL_ID}
          onSelect={(id) => {
            view.tab.value = id;
          }}
        />
        <Layouts wide={wide} />
      </div>
      <div class="tab-panel" role="tabpanel" id={TAB_PANEL_ID} aria-label={tab.title}>
        <h2 class="visually-hidden">{tab.title}</h2>
        <Panel key={tab.id} />
      </div>
    </aside>
  );
}
