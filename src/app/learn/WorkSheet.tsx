import { createPortal } from 'preact/compat';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { fillText, numberInWords, placeholdersOf } from '../../lessons/texts/fill.ts';
import { stepValues } from '../../lessons/texts/stepValues.ts';
import { LEARN_WORDS } from './learnWords.ts';

interface WorkSheetProps {
  readonly lesson: Lesson;
  readonly texts: TextCatalogue;
  readonly link: string;
}

/** The numbers that the lesson sets itself; the computed ones are left for the student to write. */
function givenValues(step: LessonStep, texts: TextCatalogue, text: string): Record<string, string> {
  const blanks = Object.fromEntries(placeholdersOf(text).map((name) => [name, '____']));
  const constants = Object.entries(step.values).flatMap(([name, value]) =>
    'constant' in value ? [[name, numberInWords(value.constant, value.as, texts.language, value.digits)]] : [],
  );
  // A step without values of its own has only the limits of its goal, which are given.
  const limits = stepValues({ ...step, values: {} }, new Map(), texts.language, texts.common);
  return { ...blanks, ...Object.fromEntries(constants), ...limits };
}

/** The questions of a lesson on paper, with room for what is expected and found; only the printer sees it. */
export function WorkSheet({ lesson, texts, link }: WorkSheetProps) {
  const words = LEARN_WORDS[texts.language];
  const lessonTexts = texts.lessons[lesson.id];
  if (!lessonTexts) return null;
  const sheet = (
    <article class="work-sheet" lang={texts.language}>
      <p class="work-sheet-kind">Geminga Lab · {words.sheetHead}</p>
      <h1>{lessonTexts.title}</h1>
      <p>{lessonTexts.about}</p>
      <p>
        {words.sheetOpen} <code>{link}</code>
      </p>
      <p class="work-sheet-line">{words.sheetName}</p>
      <ol>
        {lesson.steps.map((step) => {
          const own = lessonTexts.steps[step.id];
          if (!own) return null;
          const fill = (text: string) => fillText(text, givenValues(step, texts, text), texts.language);
          return (
            <li key={step.id}>
              <p>{fill(own.question)}</p>
              {step.predict?.kind === 'choose' && (
                <ul>
                  {step.predict.answers.map(({ id }) => (
                    <li key={id}>☐ {fill(own.answers?.[id] ?? '')}</li>
                  ))}
                </ul>
              )}
              {own.draw !== undefined && (
                <>
                  <p>{fill(own.draw)}</p>
                  <div class="work-sheet-frame">{words.sheetDraw}</div>
                </>
              )}
              {own.task !== undefined && <p>{fill(own.task)}</p>}
              {own.task !== undefined && <p class="work-sheet-line">{words.sheetExpect}</p>}
              <p class="work-sheet-line">{words.sheetFound}</p>
            </li>
          );
        })}
      </ol>
    </article>
  );
  return createPortal(sheet, document.body);
}
