import { useId, useRef, useState } from 'preact/hooks';
import { fileStem, textFile } from '../../export/exportedFile.ts';
import { classFileText, readClassFile } from '../../lessons/classFile.ts';
import { lessonById } from '../../lessons/lessons.ts';
import type { TeacherView } from '../../lessons/teacherView.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { useSettled } from '../spectrum/useSettled.ts';
import { useApp } from '../state/context.ts';
import { originOfLink } from '../state/origin.ts';
import { saveFile } from '../topbar/saveFile.ts';
import { errorText, presetName, scenarioName } from '../words/modelWords.ts';
import { classLink, isUnchangedPreset, MOST_CODE_CHARACTERS } from './classLink.ts';
import { LinkCode } from './LinkCode.tsx';
import { learnWords } from './learnWords.ts';
import { WorkSheet } from './WorkSheet.tsx';

/** A link and its code are made anew when the scenario has rested this long, ms. */
const RESTS_ms = 300;

interface HandOutProps {
  readonly draft: TeacherView;
  readonly onDraft: (next: TeacherView) => void;
  readonly texts: TextCatalogue;
}

/** The link for the class; as the preset is published where that was asked for. */
function useClassLink(draft: TeacherView, asPublished: boolean) {
  const { store, presets } = useApp();
  const scenario = useSettled(store.scenario.value, RESTS_ms);
  const origin = store.origin.value;
  const link = classLink(location.href, draft, scenario, origin);
  const preset = presets.find(({ id }) => id === origin.presetId);
  const canBeShort =
    draft.lesson === null &&
    preset !== undefined &&
    link.length > MOST_CODE_CHARACTERS &&
    !isUnchangedPreset(scenario, origin);
  const isShort = canBeShort && asPublished;
  return {
    link: isShort ? classLink(location.href, draft, origin.scenario, origin) : link,
    scenario: isShort ? origin.scenario : scenario,
    /** The preset that a shorter link could begin with, or null. */
    shorter: canBeShort ? presetName(preset) : null,
  };
}

function Files({ draft, onDraft, asPublished }: HandOutProps & { readonly asPublished: boolean }) {
  const { store, presets } = useApp();
  const words = learnWords();
  const picker = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly isError: boolean } | null>(null);

  const save = () => {
    const { presetId, scenario: published } = store.origin.peek();
    const scenario = asPublished ? published : store.scenario.peek();
    const text = classFileText(
      draft.lesson === null
        ? { view: draft, preset: presetId, scenario }
        : { view: draft, preset: null, scenario: null },
    );
    saveFile(textFile(fileStem('geminga-class', draft.lesson ?? scenario.name), 'json', text));
  };

  const open = async (file: File) => {
    try {
      const { view, preset, scenario } = readClassFile(await file.text());
      if (scenario) {
        const origin = originOfLink(
          scenario,
          presets.find(({ id }) => id === preset),
        );
        store.open(scenario, origin, file.name);
      }
      onDraft(view);
      setOutcome({ text: words.opened(file.name), isError: false });
    } catch (error) {
      setOutcome({ text: `${file.name}: ${errorText(error).text}`, isError: true });
    }
  };

  return (
    <>
      <div class="learn-buttons">
        <button type="button" class="button button-outline" onClick={save}>
          {words.save}
        </button>
        <button type="button" class="button button-outline" onClick={() => picker.current?.click()}>
          {words.open}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={words.open}
          onChange={(event) => {
            const { currentTarget: field } = event;
            const file = field.files?.[0];
            // The same file may be opened again.
            if (file) void open(file).then(() => (field.value = ''));
          }}
        />
      </div>
      <p class={outcome?.isError ? 'row-note row-error' : 'learn-quiet'} role="status">
        {outcome?.text}
      </p>
    </>
  );
}

/** What leaves the teacher's panel: the link with its code, the file, the sheet. */
export function HandOut(props: HandOutProps) {
  const { draft, texts } = props;
  const { view, classroom, presets } = useApp();
  const words = learnWords();
  const id = useId();
  const [asPublished, setAsPublished] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const { link, scenario, shorter } = useClassLink(draft, asPublished);
  const lesson = draft.lesson === null ? null : (lessonById(draft.lesson) ?? null);
  const title = (lesson && texts.lessons[lesson.id]?.title) ?? scenarioName(scenario.name, presets);
  return (
    <>
      <label for={`${id}-link`}>{words.link}</label>
      <input
        id={`${id}-link`}
        class="teacher-link"
        type="text"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      {shorter !== null && (
        <label class="teacher-flag">
          <input type="checkbox" checked={asPublished} onChange={() => setAsPublished(!asPublished)} />
          {words.unchangedPreset(shorter)}
        </label>
      )}
      <div class="learn-buttons">
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            navigator.clipboard.writeText(link).then(
              () => setCopied(link),
              // The browser refuses: the field can be copied by hand.
              () => document.getElementById(`${id}-link`)?.focus(),
            );
          }}
        >
          {words.copy}
        </button>
        <button
          type="button"
          class="button button-outline"
          onClick={() => {
            if (draft.theme !== 'system') view.theme.value = draft.theme;
            classroom.isRevealed.value = false;
            classroom.view.value = draft;
          }}
        >
          {words.tryHere}
        </button>
        <button type="button" class="button button-outline" onClick={() => window.print()}>
          {words.print}
        </button>
        <span role="status">{copied === link ? words.copied : ''}</span>
      </div>
      <LinkCode link={link} />
      <Files {...props} asPublished={shorter !== null && asPublished} />
      <WorkSheet lesson={lesson} texts={texts} link={link} title={title} />
    </>
  );
}
