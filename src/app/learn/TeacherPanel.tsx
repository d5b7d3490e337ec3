import { useComputed } from '@preact/signals';
import { useId, useMemo, useState } from 'preact/hooks';
import { LESSON_IDS } from '../../lessons/lessonIds.ts';
import { lessonById } from '../../lessons/lessons.ts';
import { NO_TEACHER_VIEW, TEACHER_THEMES, type TeacherView } from '../../lessons/teacherView.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { Icon } from '../controls/Icon.tsx';
import { type Group, parameterGroups } from '../parameters/groups.ts';
import { useApp } from '../state/context.ts';
import { classLink, themeOf } from './classLink.ts';
import { LEARN_WORDS, type LearnWords } from './learnWords.ts';
import { WorkSheet } from './WorkSheet.tsx';

const THEME_WORDS = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  projector: 'themeProjector',
} as const satisfies Record<TeacherView['theme'], keyof LearnWords>;

const toggled = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

interface DraftProps {
  readonly draft: TeacherView;
  readonly onDraft: (next: TeacherView) => void;
  readonly texts: TextCatalogue;
}

function LessonChoice({ draft, onDraft, texts }: DraftProps) {
  const words = LEARN_WORDS[texts.language];
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
      <label>
        {words.theme}
        <select
          value={draft.theme}
          onChange={(event) => onDraft({ ...draft, theme: themeOf(event.currentTarget.value) })}
        >
          {TEACHER_THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {words[THEME_WORDS[theme]]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function GroupChoice({ draft, onDraft, texts, groups }: DraftProps & { readonly groups: readonly Group[] }) {
  const words = LEARN_WORDS[texts.language];
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
              <th scope="row" lang="en">
                {name}
              </th>
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

/** Where a teacher prepares the page of a class: what it begins with, hides and locks; gives the link and a sheet. */
export function TeacherPanel({ texts }: { readonly texts: TextCatalogue }) {
  const { store, view, classroom } = useApp();
  const words = LEARN_WORDS[texts.language];
  const id = useId();
  const [draft, setDraft] = useState<TeacherView>(NO_TEACHER_VIEW);
  const [isCopied, setCopied] = useState(false);
  const structure = useComputed(() =>
    parameterGroups(store.scenario.value)
      .map(({ blockPath }) => blockPath)
      .join('\n'),
  ).value;
  const groups = useMemo(() => parameterGroups(store.scenario.peek()), [store, structure]);
  const link = classLink(location.href, draft, store.scenario.value, store.origin.value);
  const change = (next: TeacherView) => {
    setDraft(next);
    setCopied(false);
  };
  const lesson = draft.lesson === null ? undefined : lessonById(draft.lesson);
  const flag = (key: 'hideFit' | 'predictFirst') => (
    <label class="teacher-flag">
      <input type="checkbox" checked={draft[key]} onChange={() => change({ ...draft, [key]: !draft[key] })} />
      {words[key]}
    </label>
  );
  return (
    <details class="teacher">
      <summary>
        <Icon name="right" />
        <span>{words.teacher}</span>
      </summary>
      <div class="teacher-body">
        <p class="learn-quiet">{words.teacherIntro}</p>
        <LessonChoice draft={draft} onDraft={change} texts={texts} />
        {flag('predictFirst')}
        {flag('hideFit')}
        <GroupChoice draft={draft} onDraft={change} texts={texts} groups={groups} />
        <label for={`${id}-link`}>{words.link}</label>
        <input
          id={`${id}-link`}
          class="teacher-link"
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div class="learn-buttons">
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              navigator.clipboard.writeText(link).then(
                () => setCopied(true),
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
          {lesson && (
            <button type="button" class="button button-outline" onClick={() => window.print()}>
              {words.print}
            </button>
          )}
          <span role="status">{isCopied ? words.copied : ''}</span>
        </div>
      </div>
      {lesson && <WorkSheet lesson={lesson} texts={texts} link={link} />}
    </details>
  );
}
