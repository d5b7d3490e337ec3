/** The parts of a step in which the student acts: predict, drag, and what the computation says. */
import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ConditionState } from '../../lessons/goal.ts';
import { NOW } from '../../lessons/measure.ts';
import { goalText } from '../../lessons/texts/stepValues.ts';
import { UNIT_TEXT } from '../../model/parameters.ts';
import { parameterAt, placedParameters } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import { formatMeasurement } from '../format/pdg.ts';
import { FitButton } from '../inspector/FitButton.tsx';
import { PlacedRow } from '../parameters/PlacedRow.tsx';
import { useApp } from '../state/context.ts';
import { parameterInWords } from '../words/modelWords.ts';
import { learnWords } from './learnWords.ts';
import type { PhaseProps } from './StepView.tsx';
import { withSymbols } from './withSymbols.tsx';

/** A screen reader hears how the goal stands when the hand has rested this long, ms. */
const SPEAK_AFTER_MS = 1000;

function ChooseAnswer({ player, texts, step, fill, isReady }: PhaseProps & { readonly isReady: boolean }) {
  const words = learnWords();
  const { predict, id } = player.step.value;
  const [isAsked, setAsked] = useState(false);
  if (predict?.kind !== 'choose') return null;
  const verdict = player.verdict.value;
  const marks = (answer: string) =>
    verdict === null
      ? null
      : answer === verdict.right
        ? words.rightOne
        : answer === verdict.chosen
          ? words.yourAnswer
          : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (player.choice.peek() === null) setAsked(true);
        else if (isReady) player.advance();
      }}
    >
      <fieldset class="answers" disabled={verdict !== null}>
        <legend class="visually-hidden">{words.answers}</legend>
        {predict.answers.map(({ id: answer }) => (
          <label key={answer} class={verdict?.right === answer ? 'answer-right' : ''}>
            <input
              type="radio"
              name={`answer-${id}`}
              checked={player.choice.value === answer}
              onChange={() => {
                player.choice.value = answer;
                setAsked(false);
              }}
            />
            <span>
              {fill(step.answers?.[answer] ?? '')}
              {marks(answer) !== null && <em> {marks(answer)}</em>}
            </span>
          </label>
        ))}
      </fieldset>
      {isAsked && (
        <p class="learn-note" role="alert">
          {texts.common['answer.none']}
        </p>
      )}
      {verdict === null && (
        <div class="learn-buttons">
          <button type="submit" class="button button-primary" disabled={!isReady}>
            {texts.common['button.choose']}
          </button>
          {!isReady && !player.isElsewhere.value && <span class="learn-quiet">{words.loading}</span>}
        </div>
      )}
    </form>
  );
}

function DrawAnswer({ player, texts, step, fill, isReady }: PhaseProps & { readonly isReady: boolean }) {
  const { classroom } = useApp();
  const words = learnWords();
  const sketch = classroom.sketch.value;
  const isDrawn = (sketch?.points.length ?? 0) > 0;
  // A stroke that is too short teaches nothing: it is said before the curve is shown.
  const isTooShort = isDrawn && player.sketchVerdict.value?.words.includes('tooShort') === true;
  return (
    <>
      <p>{withSymbols(fill(step.draw ?? ''))}</p>
      {sketch?.isOpen && (
        <>
          <p class="learn-quiet">{sketch.what === 'peak' ? words.markHelp : words.penHelp}</p>
          {isTooShort && (
            <p class="learn-note" role="status">
              {texts.common['sketch.tooShort']}
            </p>
          )}
          <div class="learn-buttons">
            <button
              type="button"
              class="button button-primary"
              disabled={!isDrawn || isTooShort || !isReady}
              onClick={player.advance}
            >
              {texts.common['button.reveal']}
            </button>
            <button type="button" class="button button-outline" disabled={!isDrawn} onClick={player.drawAgain}>
              {texts.common['button.drawAgain']}
            </button>
            {!isReady && !player.isElsewhere.value && <span class="learn-quiet">{words.loading}</span>}
          </div>
        </>
      )}
    </>
  );
}

/** The prediction: one of several answers, or a drawing in the plot. */
export function PredictPart(props: PhaseProps & { readonly isReady: boolean }) {
  return props.player.step.value.predict?.kind === 'draw' ? <DrawAnswer {...props} /> : <ChooseAnswer {...props} />;
}

/** What a condition is about, where its number alone would not say it. */
function conditionName({ measure }: ConditionState, scenario: Scenario): string | null {
  if (measure.kind === 'chi2-per-degree') return learnWords().chi2;
  return measure.kind === 'parameter' ? parameterInWords(scenario, measure.path) : null;
}

/** The goal's state: for the eye at once, for the ear when the hand rests. */
function GoalState({ player, texts }: Pick<PhaseProps, 'player' | 'texts'>) {
  const { store } = useApp();
  const words = learnWords();
  const state = player.goal.value;
  const lines = (state?.conditions ?? []).map((condition) => ({
    met: condition.met,
    name: conditionName(condition, store.scenario.value),
    text: goalText(condition, texts.language, texts.common),
  }));
  const waiting = player.isElsewhere.value ? '' : words.loading;
  const spokenLines = lines.map(({ name, text }) => (name === null ? text : `${name}. ${text}`));
  const whole = state === null ? waiting : spokenLines.join(' ');
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(whole), SPEAK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [whole]);
  return (
    <>
      {state === null && waiting !== '' && <GoalLine met={false} name={null} text={waiting} />}
      {lines.map((line, index) => (
        <GoalLine key={index} {...line} />
      ))}
      <p class="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}

interface GoalLineProps {
  readonly met: boolean;
  readonly name: string | null;
  readonly text: string;
}

function GoalLine({ met, name, text }: GoalLineProps) {
  return (
    <p class={met ? 'goal goal-met' : 'goal'}>
      <span class={met ? 'sign sign-good' : 'sign'} aria-hidden="true">
        {met ? '✓' : '→'}
      </span>
      <span>
        {name !== null && <span class="goal-name">{name}</span>}
        {text}
      </span>
    </p>
  );
}

/** What to move, with the rows themselves, and how far it is. */
export function GoalPart({ player, texts, step, fill }: PhaseProps) {
  const { store } = useApp();
  const words = learnWords();
  const { drag } = player.step.value;
  const structure = useComputed(() =>
    placedParameters(store.scenario.value)
      .map(({ path }) => path)
      .join('\n'),
  ).value;
  const rows = useMemo(() => {
    const wanted = [...(drag?.unlocked ?? []), ...(drag?.shown ?? [])];
    const placed = placedParameters(store.scenario.peek());
    return wanted.flatMap((path) => placed.find((one) => one.path === path) ?? []);
  }, [store, drag, structure]);
  const isDone = player.goal.value?.met === true;
  const isHere = player.phase.value === 'drag';
  const canShow = player.solution.value !== null;
  const isElsewhere = player.isElsewhere.value;
  return (
    <>
      <p>{withSymbols(fill(step.task ?? ''))}</p>
      {isHere && !isElsewhere && (
        <>
          <div class="lesson-rows">
            {rows.map((placed) => (
              <PlacedRow key={placed.path} placed={placed} />
            ))}
          </div>
          {drag?.fit && (
            <div class="learn-buttons">
              <FitButton />
            </div>
          )}
          <GoalState player={player} texts={texts} />
          <div class="learn-buttons">
            <button
              type="button"
              class="button button-primary"
              disabled={!isDone && canShow}
              title={isDone || !canShow ? undefined : words.reachGoal}
              onClick={player.advance}
            >
              {words.continue}
            </button>
            {!isDone && canShow && (
              <button type="button" class="text-button" onClick={player.showSolution}>
                {texts.common['button.skip']}
              </button>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** Whether the computation agrees, and what the page now shows. */
export function VerdictPart({ player, texts, step, fill }: PhaseProps) {
  const words = learnWords();
  const { start, predict, reveal } = player.step.value;
  const verdict = player.verdict.value;
  const drawn = predict?.kind === 'draw' ? player.sketchVerdict.value : null;
  const isRight = verdict !== null && verdict.chosen === verdict.right;
  return (
    <>
      {verdict !== null && (
        <p class={isRight ? 'goal goal-met' : 'goal'}>
          <span class={`sign ${isRight ? 'sign-good' : 'sign-warn'}`} aria-hidden="true">
            {isRight ? '✓' : '→'}
          </span>
          <span>
            {isRight
              ? texts.common['answer.right']
              : texts.common['answer.wrong'].replace('{answer}', fill(step.answers?.[verdict.right ?? ''] ?? '…'))}
          </span>
        </p>
      )}
      {drawn?.words.map((word) => (
        <p key={word} class="goal">
          {texts.common[`sketch.${word}`]}
        </p>
      ))}
      {player.step.value.drag !== null && verdict === null && player.goal.value !== null && (
        <GoalState player={player} texts={texts} />
      )}
      {reveal !== null && reveal.pinned.length > 0 && (
        <p class="learn-quiet">
          {reveal.pinned.every((name) => name === start) ? words.beforeMark : words.compareMark}
        </p>
      )}
      {player.phase.value === 'reveal' && (
        <div class="learn-buttons">
          <button type="button" class="button button-primary" onClick={player.advance}>
            {texts.common['phase.explain']}
          </button>
        </div>
      )}
    </>
  );
}

function unitAt(scenario: Scenario, path: string): string {
  const parameter = parameterAt(scenario, path);
  return !parameter || parameter.kind === 'choice' ? '' : UNIT_TEXT[parameter.unit];
}

/** χ² and the best values of the fit, where a step asks for them; the other read-outs stand below the plot. */
export function FitNumbers({
  player,
  readouts,
}: Pick<PhaseProps, 'player'> & { readonly readouts: readonly string[] }) {
  const words = learnWords();
  const now = player.results.value.get(NOW);
  if (!now) return null;
  const { chi2, degreesOfFreedom } = now.evaluation.goodness;
  const report = now.report;
  return (
    <>
      {(readouts.includes('chi2') || readouts.includes('fit-report')) && degreesOfFreedom > 0 && (
        <p class="learn-number">
          {words.chi2}: <b>{formatNumber(chi2 / degreesOfFreedom, 2)}</b>
        </p>
      )}
      {readouts.includes('fit-report') && report !== null && (
        <table class="fit-table">
          <caption class="learn-quiet">{words.bestValues}</caption>
          <tbody>
            {report.parameters.map(({ path, value, error }) => (
              <tr key={path}>
                <th scope="row">{parameterInWords(report.scenario, path)}</th>
                <td>
                  {formatMeasurement(value, error)} {unitAt(report.scenario, path)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
