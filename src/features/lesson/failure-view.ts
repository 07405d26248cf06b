/** A failed check as its task shows it. */
import type { TaskFailure } from '../../core/checks/judge-tasks.ts'
import type { LessonNode, LessonText } from '../../core/lesson/lesson-text.ts'
import { PROGRAM_FILES, type ProgramFile } from '../../core/program/program-file.ts'
import { fill } from './fill.ts'
import type { FailureView, PlaceView } from './lesson-walk.ts'

/** The language and the run, as far as a failure needs them. */
export interface FailureContext {
  readonly text: Pick<LessonText, 'failures'>
  /** A text of the interface; null where there is none of that key. */
  say(key: string, params: Readonly<Record<string, string | number>>): string | null
  /** Milliseconds with their unit. */
  time(milliseconds: number): string
  /** The line of the program that an event of the run belongs to. */
  placeOf(seq: number): { readonly file: string; readonly line: number } | null
  /** An event of the run in words; null where the run has let it go. */
  wordsOf(seq: number): string | null
  isChosen(seq: number): boolean
  /** The other world in which it failed; null for the run on the screen. */
  readonly world: string | null
}

/**
 * The lesson's text for the mistake, else its text for the check, else the engine's sentence, taken
 * apart into what was expected and what came instead.
 */
export function failureView(
  { checkId, explanation }: TaskFailure,
  context: FailureContext,
): FailureView {
  const { text, say, time, world } = context
  const {
    key,
    params,
    phrases = {},
    mistake,
    seq,
    time: at,
  } = explanation ?? {
    key: '',
    params: {},
  }
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) values[name] = String(value)
  for (const [name, phrase] of Object.entries(phrases))
    values[name] = say(`log.${phrase.key}`, phrase.params) ?? ''
  // The sentence around a browser's message ends with a full stop, too.
  if (key === 'threw') values['message'] = (values['message'] ?? '').replace(/\.$/, '')
  const place = placeIn(explanation, context)
  if (place !== null) Object.assign(values, { file: place.file, line: String(place.line) })
  if (at !== undefined) values['time'] = time(at)

  // The lesson's texts are about what the program did, not about why it stopped.
  const own =
    key === 'threw'
      ? undefined
      : ((mistake === undefined ? undefined : text.failures[`${checkId}/${mistake}`]) ??
        text.failures[checkId])
  // A printed value may look like a place, so the sentence gets its values last.
  const sentence = (name: string): readonly LessonNode[] | null => {
    const words = say(name, places(values))
    return words === null ? null : fill([words], values)
  }
  const words = seq === undefined ? null : context.wordsOf(seq)
  return {
    expected: own === undefined ? sentence(`lesson.expected.${key}`) : null,
    instead:
      (own === undefined ? null : fill(own, values)) ??
      sentence(`lesson.instead.${key}`) ??
      sentence(`checks.${key}`) ??
      [],
    time: at === undefined ? null : time(at),
    place,
    lookAt:
      seq === undefined || words === null ? null : { seq, words, isChosen: context.isChosen(seq) },
    world,
  }
}

function places(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, `{${name}}`]))
}

function placeIn(
  explanation: TaskFailure['explanation'],
  { placeOf }: FailureContext,
): PlaceView | null {
  const { seq, file, line } = explanation ?? {}
  if (isFile(file) && line !== undefined) return { file, line }
  const place = seq === undefined ? null : placeOf(seq)
  return place !== null && isFile(place.file) ? { file: place.file, line: place.line } : null
}

function isFile(name: string | undefined): name is ProgramFile {
  return PROGRAM_FILES.some((file) => file === name)
}
