import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Phase } from '../../lessons/lesson.ts';
import type { LessonId } from '../../lessons/lessonIds.ts';
import { NOW } from '../../lessons/measure.ts';
import type { TextCatalogue } from '../../lessons/texts/catalogue.ts';
import { fillText } from '../../lessons/texts/fill.ts';
import type { StepTexts } from '../../lessons/texts/lessonTexts.ts';
import { stepValues } from '../../lessons/texts/stepValues.ts';
import { useApp } from '../state/context.ts';
import { learnWords } from './learnWords.ts';
import { FitNumbers, GoalPart, PredictPart, VerdictPart } from './phases.tsx';
import type { Player } from './player.ts';
import { withSymbols } from './withSymbols.tsx';

interface StepViewProps {
  readonly player: Player;
  readonly texts: TextCatalogue;
  /** Opens another lesson; null leaves this one. */
  readonly onOpen: (id: LessonId | null) => void;
}

/** What the phases of a step are made of. */
export interface PhaseProps {
  readonly player: Player;
  readonly texts: TextCatalogue;
  readonly step: StepTexts;
  /** A text of the step with its numbers. */
  readonly fill: (text: string) => string;
}

/** The row of marks that says how far the lesson is, and leads to each step. */
function StepMarks({ player }: Pick<StepViewProps, 'player'>) {
  const words = learnWords();
  return (
    <nav class="step-marks" aria-label={words.steps}>
      {player.lesson.steps.map(({ id }, index) => (
        <button
          key={id}
          type="button"
          aria-current={index === player.stepIndex.value ? 'step' : undefined}
          aria-label={words.stepMark(index + 1)}
          onClick={() => player.openStep(index)}
        />
      ))}
    </nav>
  );
}

/** The page went somewhere else: undone, reset or another preset. */
function Elsewhere({ player }: Pick<StepViewProps, 'player'>) {
  const words = learnWords();
  const isElsewhere = player.isElsewhere.value;
  return (
    <div class="lesson-elsewhere" role="status">
      {isElsewhere && (
        <p class="learn-note">
          {words.elsewhere}{' '}
          <button type="button" class="text-button" onClick={player.comeBack}>
            {words.backToStep}
          </button>
        </p>
      )}
    </div>
  );
}

function PhaseSection({
  phase,
  texts,
  children,
}: {
  readonly phase: Phase;
  readonly texts: TextCatalogue;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={`phase phase-${phase}`}>
      <h4 tabIndex={-1} data-phase={phase}>
        {texts.common[`phase.${phase}`]}
      </h4>
      {children}
    </section>
  );
}

function Explain({ player, texts, step, fill, onOpen }: PhaseProps & Pick<StepViewProps, 'onOpen'>) {
  const words = learnWords();
  const { formula, reveal } = player.step.value;
  const isLast = player.stepIndex.value === player.lesson.steps.length - 1;
  const { followedBy } = player.lesson;
  return (
    <PhaseSection phase="explain" texts={texts}>
      <p>{withSymbols(fill(step.explain))}</p>
      {formula !== null && <p class="lesson-formula">{withSymbols(formula)}</p>}
      {reveal && <FitNumbers player={player} readouts={reveal.readouts} />}
      {!isLast && (
        <div class="learn-next">
          <p>{fill(step.next)}</p>
          <button type="button" class="button button-primary" onClick={player.advance}>
            {texts.common['button.next']}
          </button>
        </div>
      )}
      {isLast && (
        <div class="learn-next">
          <p>{texts.common['lesson.finished']}</p>
          {followedBy !== null && (
            <button type="button" class="button button-outline" onClick={() => onOpen(followedBy as LessonId)}>
              {words.nextLesson(texts.lessons[followedBy]?.title ?? '')}
            </button>
          )}
          <button type="button" class="text-button" onClick={() => onOpen(null)}>
            {texts.common['button.leave']}
          </button>
        </div>
      )}
    </PhaseSection>
  );
}

/** One step of a lesson: its phases so far, one under the other, the newest with the focus. */
export function StepView({ player, texts, onOpen }: StepViewProps) {
  const { store } = useApp();
  const words = learnWords();
  const root = useRef<HTMLDivElement>(null);
  const step = player.step.value;
  const phase = player.phase.value;
  const phases = player.phasesSoFar.value;
  const stepTexts = texts.lessons[player.lesson.id]?.steps[step.id];
  const values = useComputed(() => {
    const results = player.results.value;
    if (!player.isReady.value || !results.has(NOW)) return null;
    const inWords = stepValues(player.step.value, results, texts.language, texts.common);
    // A number stays on one line with its unit.
    return Object.fromEntries(Object.entries(inWords).map(([name, text]) => [name, text.replaceAll(' ', '\u00a0')]));
  });
  const remembered = useRef<{ readonly key: string; readonly values: Readonly<Record<string, string>> } | null>(null);
  const key = `${step.id} ${texts.language}`;
  if (values.value !== null) remembered.current = { key, values: values.value };
  // A page that went elsewhere takes no number out of the step.
  const isKept = player.isElsewhere.value && remembered.current?.key === key;
  const known = values.value ?? (isKept ? (remembered.current?.values ?? null) : null);
  const last = useRef({ step: player.stepIndex.peek(), phase });
  useEffect(() => {
    const { step: stepBefore, phase: phaseBefore } = last.current;
    const index = player.stepIndex.value;
    last.current = { step: index, phase };
    if (stepBefore === index && phaseBefore === phase) return;
    const heading = stepBefore === index ? `[data-phase="${phase}"]` : 'h3';
    const target = root.current?.querySelector<HTMLElement>(heading);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'start' });
  }, [player, phase, player.stepIndex.value]);
  if (!stepTexts) return null;

  // Numbers that are still being computed leave a gap of their width, never a wrong number.
  const fill = (text: string) =>
    fillText(
      text,
      known ?? Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, '…'])),
      texts.language,
    );
  const props: PhaseProps = { player, texts, step: stepTexts, fill };
  const has = (name: Phase) => phases.includes(name);
  const failure = player.failure.value;
  return (
    <div ref={root} class="lesson">
      <div class="lesson-head">
        <h3 tabIndex={-1}>
          {texts.lessons[player.lesson.id]?.title}
          <small>
            {fillText(
              texts.common['lesson.step'],
              { number: String(player.stepIndex.value + 1), count: String(player.lesson.steps.length) },
              texts.language,
            )}
          </small>
        </h3>
        <StepMarks player={player} />
      </div>
      {failure !== null && (
        <p class="lazy-failed" role="alert">
          {words.failed(failure)}
        </p>
      )}
      <Elsewhere player={player} />
      <PhaseSection phase="question" texts={texts}>
        <p class="lesson-question">{withSymbols(fill(stepTexts.question))}</p>
      </PhaseSection>
      {has('predict') && (
        <PhaseSection phase="predict" texts={texts}>
          <PredictPart {...props} isReady={player.isReady.value && store.upToDate.value} />
        </PhaseSection>
      )}
      {has('drag') && (
        <PhaseSection phase="drag" texts={texts}>
          <GoalPart {...props} />
        </PhaseSection>
      )}
      {has('reveal') && (
        <PhaseSection phase="reveal" texts={texts}>
          <VerdictPart {...props} />
        </PhaseSection>
      )}
      {has('explain') && <Explain {...props} onOpen={onOpen} />}
    </div>
  );
}
