/** The parts of a step in which the student acts: predict, drag, and what the computation says. */
import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { NOW } from '../../lessons/measure.ts';
import { goalText } from '../../lessons/texts/stepValues.ts';
import { placedParameters } from '../../model/paths.ts';
import { formatNumber } from '../format/number.ts';
import { FitButton } from '../inspector/FitButton.tsx';
import { parameterName } from '../inspector/reportWords.ts';
import { PlacedRow } from '../parameters/PlacedRow.tsx';
import { useApp } from '../state/context.ts';
import { LEARN_WORDS } from './learnWords.ts';
import type { PhaseProps } from './StepView.tsx';
import { withSymbols } from './withSymbols.tsx';

/** A screen reader hears how the goal stands when the hand has rested this long, ms. */
const SPEAK_AFTER_MS = 1000;

function ChooseAnswer({ player, texts, step, fill, isReady }: PhaseProps & { readonly isReady: boolean }) {
  const words = LEARN_WORDS[texts.language];
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
          {!isReady && <span class="learn-quiet">{words.loading}</span>}
        </div>
      )}
    </form>
  );
}

function DrawAnswer({ player, texts, step, fill, isReady }: PhaseProps & { readonly isReady: boolean }) {
  const { classroom } = useApp();
  const words = LEARN_WORDS[texts.language];
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
            {!isReady && <span class="learn-quiet">{words.loading}</span>}
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

/** The goal's state: for the eye at once, for the ear when the hand rests. */
function GoalState({ player, texts }: Pick<PhaseProps, 'player' | 'texts'>) {
  const words = LEARN_WORDS[texts.language];
  const state = player.goal.value;
  const text = state === null ? words.loading : goalText(state, texts.language, texts.common);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), SPEAK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p class={state?.met ? 'goal goal-met' : 'goal'}>
        <span class={`sign ${state?.met ? 'sign-good' : ''}`} aria-hidden="true">
          {state?.met ? '✓' : '→'}
        </span>
        {text}
      </p>
      <p class="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}

/** What to move, with the rows themselves, and how far it is. */
export function GoalPart({ player, texts, step, fill }: PhaseProps) {
  const { store } = useApp();
  const words = LEARN_WORDS[texts.language];
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
  return (
    <>
      <p>{withSymbols(fill(step.task ?? ''))}</p>
      {isHere && (
        <>
          <div class="lesson-rows">
            {rows.map((placed) => (
              <PlacedRow key={placed.path} placed={placed} />
            ))}
          </div>
          {drag?.fit && (
            <div class="learn-buttons" lang="en">
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
  const words = LEARN_WORDS[texts.language];
  const { predict, reveal } = player.step.value;
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
      {reveal !== null && reveal.pinned.length > 0 && <p class="learn-quiet">{words.beforeMark}</p>}
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

/** χ² and the best values of the fit, where a step asks for them; the other read-outs stand below the plot. */
export function FitNumbers({
  player,
  texts,
  readouts,
}: Pick<PhaseProps, 'player' | 'texts'> & { readonly readouts: readonly string[] }) {
  const words = LEARN_WORDS[texts.language];
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
                <th scope="row">{parameterName(report.scenario, path)}</th>
                <td>
                  {formatNumber(value, 3)}
                  {error !== null && ` ± ${formatNumber(error, 2)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
