/** Sentences that all lessons share. */

/** What can be said of a sketch (src/lessons/sketch.ts). */
export const SKETCH_WORDS = [
  'close',
  'rightShape',
  'otherShape',
  'tooHigh',
  'tooLow',
  'rightWay',
  'wrongWay',
  'stayed',
  'tooShort',
  'peakClose',
  'peakTooFar',
  'peakTooLow',
] as const;
export type SketchWord = (typeof SKETCH_WORDS)[number];

/** Every sentence with the placeholders that it may use. */
export const COMMON_TEXTS = {
  'lesson.minutes': ['minutes'],
  'lesson.step': ['number', 'count'],
  'lesson.finished': [],
  'level.first': [],
  'level.further': [],
  'phase.question': [],
  'phase.predict': [],
  'phase.drag': [],
  'phase.reveal': [],
  'phase.explain': [],
  'button.choose': [],
  'button.drawAgain': [],
  'button.reveal': [],
  'button.next': [],
  'button.back': [],
  'button.skip': [],
  'button.leave': [],
  'answer.right': [],
  'answer.wrong': ['answer'],
  'answer.none': [],
  'goal.met': ['value'],
  'goal.raise': ['value', 'low'],
  'goal.lower': ['value', 'high'],
  'goal.noValue': [],
  'number.missing': [],
  ...(Object.fromEntries(SKETCH_WORDS.map((word) => [`sketch.${word}`, []])) as unknown as Record<
    `sketch.${SketchWord}`,
    readonly string[]
  >),
} as const satisfies Record<string, readonly string[]>;

export type CommonTextKey = keyof typeof COMMON_TEXTS;
export type CommonTexts = Readonly<Record<CommonTextKey, string>>;
