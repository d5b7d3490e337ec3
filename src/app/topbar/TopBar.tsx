import { Disclosure } from '../controls/Disclosure.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { lazy } from '../lazy.tsx';
import { useApp } from '../state/context.ts';
import { THEMES, type Theme } from '../state/view.ts';
import { Brand } from './Brand.tsx';
import { ModifiedNote } from './ModifiedNote.tsx';
import { PresetMenu } from './PresetMenu.tsx';
import { ShareButton } from './ShareButton.tsx';

/** What makes the files is much code, and not needed before the menu is opened. */
const ExportItems = lazy(async () => (await import('./ExportItems.tsx')).ExportItems);

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
};

function UndoButtons() {
  const { store } = useApp();
  const undo = store.undoChange.value;
  const redo = store.redoChange.value;
  return (
    <span class="undo-buttons">
      <button
        type="button"
        class="icon-button"
        disabled={undo === null}
        aria-label={undo === null ? 'Undo' : `Undo ${undo}`}
        title={undo === null ? 'nothing to undo' : `undo ${undo} (Ctrl Z)`}
        onClick={store.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-button"
        disabled={redo === null}
        aria-label={redo === null ? 'Redo' : `Redo ${redo}`}
        title={redo === null ? 'nothing to redo' : `redo ${redo} (Ctrl Shift Z)`}
        onClick={store.redo}
      >
        <Icon name="redo" />
      </button>
    </span>
  );
}

function LevelSwitch() {
  const { view } = useApp();
  return (
    <Segmented
      label="Parameters shown"
      options={{ basic: 'Basic', advanced: 'Advanced' }}
      value={view.level.value}
      onChoose={(level) => {
        view.level.value = level;
      }}
    />
  );
}

function ThemeChoice() {
  const { view } = useApp();
  return (
    <fieldset class="theme-choice">
      <legend>Theme</legend>
      {THEMES.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            checked={view.theme.value === theme}
            onChange={() => {
              view.theme.value = theme;
            }}
          />
          {THEME_NAMES[theme]}
        </label>
      ))}
    </fieldset>
  );
}

/** Brand, preset, undo, level, share, export, theme; on a phone the last four are behind one button. */
export function TopBar() {
  return (
    <header class="top-bar">
      <Brand />
      <PresetMenu />
      <ModifiedNote />
      <UndoButtons />
      <span class="space" />
      <span class="top-bar-wide">
        <LevelSwitch />
        <ShareButton />
        <Disclosure
          panelLabel="Export"
          button={
            <>
              <Icon name="export" />
              Export
            </>
          }
        >
          {(close) => <ExportItems onDone={close} />}
        </Disclosure>
        <Disclosure panelLabel="Theme" buttonClass="icon-button" label="Theme" button={<Icon name="theme" />}>
          {() => <ThemeChoice />}
        </Disclosure>
      </span>
      <Disclosure
        class="top-bar-narrow"
        panelLabel="Menu"
        buttonClass="icon-button"
        label="Menu"
        button={<Icon name="menu" />}
      >
        {(close) => (
          <div class="menu">
            <LevelSwitch />
            <ShareButton />
            <ExportItems onDone={close} />
            <ThemeChoice />
          </div>
        )}
      </Disclosure>
    </header>
  );
}
