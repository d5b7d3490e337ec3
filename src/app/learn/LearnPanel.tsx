import './learn.css';
import { useEffect, useState } from 'preact/hooks';
import type { LessonId } from '../../lessons/lessonIds.ts';
import { lessons } from '../../lessons/lessons.ts';
import { NO_TEACHER_VIEW } from '../../lessons/teacherView.ts';
import { loadTexts, type TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { fillText } from '../../lessons/texts/fill.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { useApp } from '../state/context.ts';
import { language } from '../words/language.ts';
import { spokenLanguage } from '../words/words.ts';
import { learnWords } from './learnWords.ts';
import { StepView } from './StepView.tsx';
import { TeacherPanel } from './TeacherPanel.tsx';
import { usePlayer } from './usePlayer.ts';

/** The texts in the chosen language; those of the language before stay until they have come. */
function useTexts(): { texts: TextCatalogue | null; failed: boolean } {
  const [texts, setTexts] = useState<TextCatalogue | null>(null);
  const [failed, setFailed] = useState(false);
  const wanted = spokenLanguage();
  useEffect(() => {
    let isWanted = true;
    setFailed(false);
    loadTexts(wanted).then(
      (loaded) => isWanted && setTexts(loaded),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return { texts, failed };
}

function LessonList({ texts, onOpen }: { readonly texts: TextCatalogue; readonly onOpen: (id: LessonId) => void }) {
  const words = learnWords();
  return (
    <section>
      <h3>{words.lessons}</h3>
      <p class="learn-quiet">{words.intro}</p>
      <ol class="lesson-list">
        {lessons.map(({ id, minutes, level }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id as LessonId)}>
              <strong>{texts.lessons[id]?.title}</strong>
              <span>{texts.lessons[id]?.about}</span>
              <small>
                {texts.common[`level.${level}`]} ·{' '}
                {fillText(texts.common['lesson.minutes'], { minutes: String(minutes) }, texts.language)}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a teacher has prepared, said to whoever opens it; with the curve hidden, the way to it. */
function Prepared() {
  const { classroom } = useApp();
  const words = learnWords();
  const { hiddenGroups, lockedPaths, hideFit, predictFirst } = classroom.view.value;
  if (!predictFirst && !hideFit && hiddenGroups.length + lockedPaths.length === 0) return null;
  const isRevealed = classroom.isRevealed.value;
  return (
    <section class="learn-prepared">
      <p>{predictFirst && !isRevealed ? words.hidden : words.prepared}</p>
      <div class="learn-buttons">
        {predictFirst && (
          <button
            type="button"
            class={isRevealed ? 'button button-outline' : 'button button-primary'}
            onClick={() => {
              classroom.isRevealed.value = !isRevealed;
            }}
          >
            {isRevealed ? words.hideCurve : words.showCurve}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          onClick={() => {
            classroom.view.value = NO_TEACHER_VIEW;
          }}
        >
          {words.endPrepared}
        </button>
      </div>
    </section>
  );
}

/** Guided lessons and the teacher's panel. */
export function LearnPanel() {
  const { classroom } = useApp();
  const { texts, failed } = useTexts();
  const player = usePlayer();
  const words = learnWords();
  if (texts === null) return failed ? <p class="lazy-failed">{words.textsNotLoaded}</p> : null;
  const open = (id: LessonId | null) => {
    classroom.view.value = { ...classroom.view.peek(), lesson: id, step: id === null ? null : 0 };
  };
  return (
    <div class="learn" lang={texts.language}>
      <div class="learn-head">
        <Segmented
          label={words.language}
          options={{ en: 'English', it: 'Italiano' }}
          value={language.value}
          onChoose={(next) => {
            language.value = next;
          }}
        />
        {player !== null && (
          <button type="button" class="text-button" onClick={() => open(null)}>
            {texts.common['button.leave']}
          </button>
        )}
      </div>
      {player !== null ? (
        <StepView key={player.lesson.id} player={player} texts={texts} onOpen={open} />
      ) : (
        <>
          <Prepared />
          <LessonList texts={texts} onOpen={open} />
          <TeacherPanel texts={texts} />
        </>
      )}
    </div>
  );
}
