import { LANGUAGES, type Language } from '../../lessons/texts/language.ts';
import { Disclosure } from '../controls/Disclosure.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { exportShown } from '../exports/exportShown.ts';
import { openedFile } from '../exports/openedFile.ts';
import { lazy } from '../lazy.tsx';
import { useApp } from '../state/context.ts';
import { THEMES } from '../state/view.ts';
import { language } from '../words/language.ts';
import { spokenLanguage } from '../words/words.ts';
import { Brand } from './Brand.tsx';
import { ModifiedNote } from './ModifiedNote.tsx';
import { PresetMenu } from './PresetMenu.tsx';
import { ShareButton } from './ShareButton.tsx';
import { topBarWords } from './topBarWords.ts';

/** What makes the files is much code, and not needed before the menu is opened. */
const ExportItems = lazy<{ readonly onDone: () => void }>(
  async () => (await import('../exports/ExportItems.tsx')).ExportItems,
);
const ExportDialog = lazy<object>(async () => (await import('../exports/ExportDialog.tsx')).ExportDialog);
const OpenedNotice = lazy<object>(async () => (await import('../exports/OpenedNotice.tsx')).OpenedNotice);

/** Every language calls itself by its own name. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' };

function UndoButtons() {
  const { store } = useApp();
  const words = topBarWords();
  const undo = store.undoChange.value;
  const redo = store.redoChange.value;
  return (
    <span class="undo-buttons">
      <button
        type="button"
        class="icon-button"
        disabled={undo === null}
        aria-label={undo === null ? words.undo : words.undoChange(undo)}
        title={undo === null ? words.nothingToUndo : words.undoHelp(undo)}
        onClick={store.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-button"
        disabled={redo === null}
        aria-label={redo === null ? words.redo : words.redoChange(redo)}
        title={redo === null ? words.nothingToRedo : words.redoHelp(redo)}
        onClick={store.redo}
      >
        <Icon name="redo" />
      </button>
    </span>
  );
}

function LevelSwitch() {
  const { view } = useApp();
  const words = topBarWords();
  return (
    <Segmented
      label={words.levels}
      options={{ basic: words.basic, advanced: words.advanced }}
      value={view.level.value}
      onChoose={(level) => {
        view.level.value = level;
      }}
    />
  );
}

interface RadiosProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Radios<Value extends string>({ legend, name, options, value, onChoose }: RadiosProps<Value>) {
  return (
    <fieldset class="radio-choice">
      <legend>{legend}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function ThemeChoice() {
  const { view } = useApp();
  const words = topBarWords();
  return (
    <Radios
      legend={words.theme}
      name="theme"
      options={THEMES.map((theme) => [theme, words.themes[theme]])}
      value={view.theme.value}
      onChoose={(theme) => {
        view.theme.value = theme;
      }}
    />
  );
}

function LanguageChoice() {
  return (
    <Radios
      legend={topBarWords().language}
      name="language"
      options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
      value={language.value}
      onChoose={(chosen) => {
        language.value = chosen;
      }}
    />
  );
}

/** The keys, and what is written about the page. */
function HelpItems({ onDone }: { readonly onDone: () => void }) {
  const { view } = useApp();
  const words = topBarWords();
  return (
    <div class="menu">
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          onDone();
          view.keysShown.value = true;
        }}
      >
        {words.keys}
      </button>
      <a class="menu-item" href="./model.html" target="_blank" rel="noopener" title={words.modelHelp}>
        {words.model}
      </a>
      <a class="menu-item" href="./notes.html" target="_blank" rel="noopener">
        {words.notes}
      </a>
    </div>
  );
}

/** Brand, preset, undo, level, share, export, language, theme, help; on a phone all after undo are behind one button. */
export function TopBar() {
  const words = topBarWords();
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
          panelLabel={words.exportMenu}
          button={
            <>
              <Icon name="export" />
              {words.exportMenu}
            </>
          }
        >
          {(close) => <ExportItems onDone={close} />}
        </Disclosure>
        <Disclosure
          panelLabel={words.language}
          buttonClass="icon-button language-button"
          label={`${words.language}: ${spokenLanguage().toUpperCase()}`}
          button={spokenLanguage().toUpperCase()}
        >
          {() => <LanguageChoice />}
        </Disclosure>
        <Disclosure
          panelLabel={words.theme}
          buttonClass="icon-button"
          label={words.theme}
          button={<Icon name="theme" />}
        >
          {() => <ThemeChoice />}
        </Disclosure>
        <Disclosure panelLabel={words.help} buttonClass="icon-button" label={words.help} button={<Icon name="help" />}>
          {(close) => <HelpItems onDone={close} />}
        </Disclosure>
      </span>
      <Disclosure
        class="top-bar-narrow"
        panelLabel={words.menu}
        buttonClass="icon-button"
        label={words.menu}
        button={<Icon name="menu" />}
      >
        {(close) => (
          <div class="menu">
            <LevelSwitch />
            <ShareButton />
            <ExportItems onDone={close} />
            <LanguageChoice />
            <ThemeChoice />
            <HelpItems onDone={close} />
          </div>
        )}
      </Disclosure>
      {exportShown.value && <ExportDialog />}
      {openedFile.value && <OpenedNotice />}
    </header>
  );
}
