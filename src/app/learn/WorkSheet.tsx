import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { caseScenario } from '../../lessons/cases.ts';
import type { Lesson, LessonStep, Placeholder, Reading } from '../../lessons/lesson.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { fillText, numberInWords, placeholdersOf } from '../../lessons/texts/fill.ts';
import { stepValues } from '../../lessons/texts/stepValues.ts';
import { valueAt } from '../../model/paths.ts';
import { LEARN_WORDS } from './learnWords.ts';
import { withSymbols } from './withSymbols.tsx';

interface WorkSheetProps {
  readonly lesson: Lesson;
  readonly texts: TextCatalogue;
  readonly link: string;
}

/** The value of a parameter in a case that is not fitted: set by the lesson, not found by the student. */
function setValue(lesson: Lesson, { measure, case: name }: Reading): number | null {
  const lessonCase = name === undefined ? undefined : lesson.cases[name];
  if (measure.kind !== 'parameter' || !lessonCase || lessonCase.fitted) return null;
  const value = valueAt(caseScenario(lessonCase), measure.path);
  return typeof value === 'number' ? value : null;
}

function givenNumber(lesson: Lesson, placeholder: Placeholder): number | null {
  if ('constant' in placeholder) return placeholder.constant;
  const value = setValue(lesson, placeholder);
  if (value === null || placeholder.over === undefined) return value;
  const divisor = setValue(lesson, placeholder.over);
  return divisor ? value / divisor : null;
}

/** The numbers that the lesson sets itself; the computed ones are left for the student to write. */
function givenValues(lesson: Lesson, step: LessonStep, texts: TextCatalogue, text: string): Record<string, string> {
  const blanks = Object.fromEntries(placeholdersOf(text).map((name) => [name, '____']));
  const given = Object.entries(step.values).flatMap(([name, placeholder]) => {
    const value = givenNumber(lesson, placeholder);
    return value === null ? [] : [[name, numberInWords(value, placeholder.as, texts.language, placeholder.digits)]];
  });
  // A step without values of its own has only the limits of its goal, which are given.
  const limits = stepValues({ ...step, values: {} }, new Map(), texts.language, texts.common);
  return { ...blanks, ...Object.fromEntries(given), ...limits };
}

function Sheet({ lesson, texts, link }: WorkSheetProps) {
  const words = LEARN_WORDS[texts.language];
  const lessonTexts = texts.lessons[lesson.id];
  if (!lessonTexts) return null;
  return (
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
          const fill = (text: string) => fillText(text, givenValues(lesson, step, texts, text), texts.language);
          return (
            <li key={step.id}>
              <p>{withSymbols(fill(own.question))}</p>
              {step.predict?.kind === 'choose' && (
                <ul>
                  {step.predict.answers.map(({ id }) => (
                    <li key={id}>☐ {fill(own.answers?.[id] ?? '')}</li>
                  ))}
                </ul>
              )}
              {own.draw !== undefined && (
                <>
                  <p>{withSymbols(fill(own.draw))}</p>
                  <div class="work-sheet-frame">{words.sheetDraw}</div>
                </>
              )}
              {own.task !== undefined && <p>{withSymbols(fill(own.task))}</p>}
              {own.task !== undefined && <p class="work-sheet-line">{words.sheetExpect}</p>}
              <p class="work-sheet-line">{words.sheetFound}</p>
            </li>
          );
        })}
      </ol>
    </article>
  );
}

/** The questions of a lesson on paper, with room for what is expected and found; only the printer sees it. */
export function WorkSheet(props: WorkSheetProps) {
  const { lesson, texts, link } = props;
  useEffect(() => {
    const place = document.createElement('div');
    document.body.append(place);
    render(<Sheet lesson={lesson} texts={texts} link={link} />, place);
    return () => {
      render(null, place);
      place.remove();
    };
  }, [lesson, texts, link]);
  return null;
}
