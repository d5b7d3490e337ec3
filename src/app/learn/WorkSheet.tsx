import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { caseScenario } from '../../lessons/cases.ts';
import type { Lesson, LessonStep, Placeholder, Reading } from '../../lessons/lesson.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { fillText, numberInWords, placeholdersOf } from '../../lessons/texts/fill.ts';
import { stepValues } from '../../lessons/texts/stepValues.ts';
import { valueAt } from '../../model/paths.ts';
import { MOST_CODE_CHARACTERS } from './classLink.ts';
import { PrintedCode } from './LinkCode.tsx';
import { learnWords } from './learnWords.ts';
import { withSymbols } from './withSymbols.tsx';

interface WorkSheetProps {
  /** Null for a sheet on the scenario alone. */
  readonly lesson: Lesson | null;
  readonly texts: TextCatalogue;
  readonly link: string;
  readonly title: string;
}

/** The value of a parameter that the lesson sets, and no fit finds. */
function setValue(lesson: Lesson, { measure, case: name }: Reading): number | null {
  const lessonCase = name === undefined ? undefined : lesson.cases[name];
  if (measure.kind !== 'parameter' || !lessonCase) return null;
  const scenario = caseScenario(lessonCase);
  if (lessonCase.fitted && scenario.fit.free.includes(measure.path)) return null;
  const value = valueAt(scenario, measure.path);
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

/** A step on paper: the question, what to choose or to draw, room for what is expected and found. */
function SheetStep({ lesson, step, texts }: { lesson: Lesson; step: LessonStep; texts: TextCatalogue }) {
  const words = learnWords();
  const own = texts.lessons[lesson.id]?.steps[step.id];
  if (!own) return null;
  const fill = (text: string) => fillText(text, givenValues(lesson, step, texts, text), texts.language);
  return (
    <li>
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
}

function Sheet({ lesson, texts, link, title }: WorkSheetProps) {
  const words = learnWords();
  const lessonTexts = lesson ? texts.lessons[lesson.id] : undefined;
  const hasCode = link.length <= MOST_CODE_CHARACTERS;
  return (
    <article class="work-sheet" lang={texts.language}>
      <header class="work-sheet-head">
        <div>
          <p class="work-sheet-kind">Geminga Lab · {words.sheetHead}</p>
          <h1>{title}</h1>
          {lessonTexts && <p>{lessonTexts.about}</p>}
          <p>
            {hasCode ? words.sheetScan : words.sheetOpen} <code>{link}</code>
          </p>
        </div>
        <PrintedCode link={link} />
      </header>
      <p class="work-sheet-line">{words.sheetName}</p>
      {lesson ? (
        <ol>
          {lesson.steps.map((step) => (
            <SheetStep key={step.id} lesson={lesson} step={step} texts={texts} />
          ))}
        </ol>
      ) : (
        <>
          <p class="work-sheet-line">{words.sheetExpect}</p>
          <div class="work-sheet-frame">{words.sheetDraw}</div>
          <p class="work-sheet-line">{words.sheetFound}</p>
          <p class="work-sheet-line" />
        </>
      )}
    </article>
  );
}

/** The questions of a lesson, or the frame for a scenario, on paper; only the printer sees it. */
export function WorkSheet(props: WorkSheetProps) {
  const { lesson, texts, link, title } = props;
  useEffect(() => {
    const place = document.createElement('div');
    document.body.append(place);
    render(<Sheet lesson={lesson} texts={texts} link={link} title={title} />, place);
    return () => {
      render(null, place);
      place.remove();
    };
  }, [lesson, texts, link, title]);
  return null;
}
