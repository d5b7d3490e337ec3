import { useComputed } from '@preact/signals';
import { Icon } from '../controls/Icon.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { TabList } from '../controls/TabList.tsx';
import { pageWords } from '../pageWords.ts';
import { useApp } from '../state/context.ts';
import type { Layout } from '../state/view.ts';
import { TABS } from './tabs.ts';

export const TAB_PANEL_ID = 'tab-panel';
const TAB_PREFIX = 'tab';

/** Beside or Wide; beside the spectrum there is only room for a drawing. */
function Layouts({ wide }: { readonly wide: boolean }) {
  const { view } = useApp();
  const words = pageWords();
  if (wide) {
    return (
      <Segmented<Layout>
        label={words.layouts}
        options={{ beside: words.beside, wide: words.wide }}
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
      aria-label={words.wideName}
      title={words.wideHelp}
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
  const words = pageWords();
  const tabs = classroom.view.value.hideFit ? TABS.filter(({ id }) => id !== 'fit') : TABS;
  const selected = view.tab.value;
  const wide = useComputed(() => view.layout.value === 'wide').value;
  const tab = tabs.find(({ id }) => id === selected) ?? (tabs[0] as (typeof TABS)[number]);
  const Panel = tab.panel;
  return (
    <aside class="inspector" aria-label={words.results}>
      <div class="inspector-head">
        <TabList
          label={words.results}
          tabs={tabs.map(({ id }) => ({ id, title: words.tabs[id] }))}
          selected={tab.id}
          prefix={TAB_PREFIX}
          panelOf={() => TAB_PANEL_ID}
          onSelect={(id) => {
            view.tab.value = id;
          }}
        />
        <Layouts wide={wide} />
      </div>
      <div class="tab-panel" role="tabpanel" id={TAB_PANEL_ID} aria-label={words.tabs[tab.id]}>
        <h2 class="visually-hidden">{words.tabs[tab.id]}</h2>
        <Panel key={tab.id} />
      </div>
    </aside>
  );
}
