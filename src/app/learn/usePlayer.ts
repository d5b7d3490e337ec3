/** The player of the open lesson, which waits while another tab is open. */
import { effect, untracked } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessonById } from '../../lessons/lessons.ts';
import { createBrowserPool } from '../../worker/browserKernel.ts';
import type { Classroom } from '../state/classroom.ts';
import { useApp } from '../state/context.ts';
import { createCaseBook } from './caseBook.ts';
import { createPlayer, type Player } from './player.ts';

/** Players whose tab was left: the student finds everything as it was. */
const waiting = new WeakMap<Classroom, Player>();

/** The one that waits, if it plays this lesson. */
function takeWaiting(classroom: Classroom, lesson: Lesson | undefined): Player | null {
  const player = waiting.get(classroom) ?? null;
  waiting.delete(classroom);
  if (player?.lesson.id === lesson?.id) return player;
  player?.close();
  return null;
}

/** The player of the lesson that the teacher's view names; null for none. */
export function usePlayer(): Player | null {
  const { store, view, classroom } = useApp();
  const [player, setPlayer] = useState<Player | null>(null);
  useEffect(() => {
    let current: Player | null = null;
    const open = (lesson: Lesson | undefined, step: number): Player | null => {
      const kept = takeWaiting(classroom, lesson);
      kept?.resume();
      if (kept || !lesson) return kept;
      const book = createCaseBook(lesson, () => createBrowserPool(1));
      return createPlayer(lesson, step, { store, view, classroom, book });
    };
    const stop = effect(() => {
      const { lesson: id, step } = classroom.view.value;
      const lesson = id === null ? undefined : lessonById(id);
      untracked(() => {
        if (current === null || current.lesson.id !== lesson?.id) {
          current?.close();
          current = open(lesson, step ?? 0);
        }
        if (current && step !== null && step !== current.stepIndex.peek()) current.openStep(step);
      });
      setPlayer(current);
    });
    return () => {
      stop();
      if (!current) return;
      current.suspend();
      waiting.set(classroom, current);
    };
  }, [store, view, classroom]);
  return player;
}
