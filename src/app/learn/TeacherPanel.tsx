import { useComputed } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { LESSON_IDS } from '../../lessons/lessonIds.ts';
import { lessonById } from '../../lessons/lessons.ts';
import { NO_TEACHER_VIEW, TEACHER_THEMES, type TeacherView } from '../../lessons/teacherView.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { LANGUAGES } from '../../lessons/texts/language.ts';
import { Icon } from '../controls/Icon.tsx';
import { type Group, parameterGroups } from '../parameters/groups.ts';
import { useApp } from '../state/context.ts';
import { themeOf } from './classLink.ts';
import { HandOut } from './HandOut.tsx';
import { learnWords } from './learnWords.ts';

const toggled = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

interface DraftProps {
  readonly draft: TeacherView;
  readonly onDraft: (next: TeacherView) => void;
  readonly texts: TextCatalogue;
}

function LessonChoice({ draft, onDraft, texts }: DraftProps) {
  const words = learnWords();
  const lesson = draft.lesson === null ? undefined : lessonById(draft.lesson);
  return (
    <>
      <label>
        {words.lesson}
        <select
          value={draft.lesson ?? ''}
          onChange={(event) => {
            const id = LESSON_IDS.find((one) => one === event.currentTarget.value) ?? null;
            onDraft({ ...draft, lesson: id, step: id === null ? null : 0 });
          }}
        >
          <option value="">{words.noLesson}</option>
          {LESSON_IDS.map((id) => (
            <option key={id} value={id}>
              {texts.lessons[id]?.title}
            </option>
          ))}
        </select>
      </label>
      {lesson && (
        <label>
          {words.step}
          <select
            value={String(draft.step ?? 0)}
            onChange={(event) => onDraft({ ...draft, step: Number(event.currentTarget.value) })}
          >
            {lesson.steps.map(({ id }, index) => (
              <option key={id} value={String(index)}>
                {index + 1}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** In which theme and language the page opens. */
function LookChoice({ draft, onDraft }: Omit<DraftProps, 'texts'>) {
  const words = learnWords();
  return (
    <>
      <label>
        {words.theme}
        <select
          value={draft.theme}
          onChange={(event) => onDraft({ ...draft, theme: themeOf(event.currentTarget.value) })}
        >
          {TEACHER_THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {words.themes[theme]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.classLanguage}
        <select
          value={draft.language ?? 'own'}
          onChange={(event) => {
            const language = LANGUAGES.find((one) => one === event.currentTarget.value) ?? null;
            onDraft({ ...draft, language });
          }}
        >
          {(['own', ...LANGUAGES] as const).map((one) => (
            <option key={one} value={one}>
              {words.classLanguages[one]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function GroupChoice({ draft, onDraft, groups }: Omit<DraftProps, 'texts'> & { readonly groups: readonly Group[] }) {
  const words = learnWords();
  return (
    <table class="teacher-groups">
      <caption class="visually-hidden">{words.groups}</caption>
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.hide}</th>
          <th scope="col">{words.lock}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ blockPath, kind, title }) => {
          const name = kind === 'source' ? blockPath.slice('sources['.length, -1) : title;
          return (
            <tr key={blockPath}>
              <th scope="row">{name}</th>
              <td>
                <input
                  type="checkbox"
                  aria-label={`${name}: ${words.hide}`}
                  checked={draft.hiddenGroups.includes(kind)}
                  onChange={() => onDraft({ ...draft, hiddenGroups: toggled(draft.hiddenGroups, kind) })}
                />
              </td>
              <td>
                <input
                  type="checkbox"
                  aria-label={`${name}: ${words.lock}`}
                  checked={draft.lockedPaths.includes(blockPath)}
                  onChange={() => onDraft({ ...draft, lockedPaths: toggled(draft.lockedPaths, blockPath) })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Preparation({ texts }: { readonly texts: TextCatalogue }) {
  const { store } = useApp();
  const words = learnWords();
  const [draft, setDraft] = useState<TeacherView>(NO_TEACHER_VIEW);
  const structure = useComputed(() =>
    parameterGroups(store.scenario.value)
      .map(({ blockPath }) => blockPath)
      .join('\n'),
  ).value;
  const groups = useMemo(() => parameterGroups(store.scenario.peek()), [store, structure]);
  const flag = (key: 'hideFit' | 'predictFirst') => (
    <label class="teacher-flag">
      <input type="checkbox" checked={draft[key]} onChange={() => setDraft({ ...draft, [key]: !draft[key] })} />
      {words[key]}
    </label>
  );
  const drafting = { draft, onDraft: setDraft, texts };
  return (
    <div class="teacher-body">
      <p class="learn-quiet">{words.teacherIntro}</p>
      <LessonChoice {...drafting} />
      <LookChoice draft={draft} onDraft={setDraft} />
      {flag('predictFirst')}
      {flag('hideFit')}
      <GroupChoice draft={draft} onDraft={setDraft} groups={groups} />
      <HandOut {...drafting} />
    </div>
  );
}

/** Where a teacher prepares the page of a class: what it begins with, hides and locks; gives link, file and sheet. */
export function TeacherPanel({ texts }: { readonly texts: TextCatalogue }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="teacher" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="right" />
        <span>{learnWords().teacher}</span>
      </summary>
      {isOpen && <Preparation texts={texts} />}
    </details>
  );
}
