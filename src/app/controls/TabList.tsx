import { useRef } from 'preact/hooks';

interface Tab {
  readonly id: string;
  readonly title: string;
}

interface TabListProps {
  /** What the tabs choose. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  /** Begins the ids of the tabs: `<prefix>-<id>`. */
  readonly prefix: string;
  /** Id of the panel that a tab opens. */
  readonly panelOf: (id: string) => string;
  readonly onSelect: (id: string) => void;
}

/** The tab that a key leads to; null for a key that is not for tabs. */
export function tabForKey(key: string, tabs: readonly Tab[], selected: string): string | null {
  const at = tabs.findIndex(({ id }) => id === selected);
  const places: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const place = places[key];
  return place === undefined ? null : (tabs[place]?.id ?? null);
}

/** A row of tabs: one stop for Tab, the arrow keys move and open, Home and End go to the ends. */
export function TabList({ label, tabs, selected, prefix, panelOf, onSelect }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={list}
      class="tab-list"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = tabForKey(event.key, tabs, selected);
        if (next === null) return;
        event.preventDefault();
        onSelect(next);
        list.current?.querySelector<HTMLElement>(`#${prefix}-${next}`)?.focus();
      }}
    >
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${prefix}-${id}`}
          aria-selected={id === selected}
          aria-controls={panelOf(id)}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
