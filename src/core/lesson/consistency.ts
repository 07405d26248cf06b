/** Checks that the parts of a lesson fit each other, which a schema cannot express. */
import type { Check, Mistake } from '../checks/check.ts'
import { witnessOf } from '../checks/mistake.ts'
import { TRAITS } from '../trace/events/traits.ts'
import type { LessonMarkdown, TextBlock, TextProblem } from './markdown.ts'
import { plainText } from './plain-text.ts'
import type { LessonFile } from './schema.ts'

/** `path` leads to the problem in `lesson.yaml`. */
export interface LessonProblem {
  readonly path: readonly (string | number)[]
  readonly reason: string
}

interface Named {
  readonly id: string
}

function duplicates(
  things: readonly Named[],
  what: string,
  path: readonly (string | number)[],
): LessonProblem[] {
  return things.flatMap(({ id }, index) =>
    things.findIndex((thing) => thing.id === id) < index
      ? [{ path: [...path, index, 'id'], reason: `there is a ${what} ${id} already` }]
      : [],
  )
}

/** The hint that a failure of this check offers. */
function hintOf(check: Check, mistake: Mistake | undefined): string | undefined {
  return mistake?.hint ?? check.hint
}

/** The problems within `lesson.yaml` itself. */
export function problemsOfLesson(lesson: LessonFile): readonly LessonProblem[] {
  const checks = lesson.tasks.flatMap((task) => task.checks)
  const problems: LessonProblem[] = [
    ...duplicates(lesson.tasks, 'task', ['tasks']),
    ...duplicates(lesson.predictions, 'prediction', ['predictions']),
  ]
  const seen = new Set<string>()
  for (const [taskIndex, task] of lesson.tasks.entries())
    for (const [checkIndex, check] of task.checks.entries()) {
      const path = ['tasks', taskIndex, 'checks', checkIndex]
      if (seen.has(check.id))
        problems.push({ path: [...path, 'id'], reason: `there is a check ${check.id} already` })
      seen.add(check.id)
      problems.push(...duplicates(check.mistakes ?? [], 'mistake', [...path, 'mistakes']))
      for (const hint of [check.hint, ...(check.mistakes ?? []).map((mistake) => mistake.hint)])
        if (hint !== undefined && !task.hints.includes(hint))
          problems.push({ path, reason: `the task ${task.id} has no hint ${hint}` })
      if (
        check.type === 'prediction' &&
        !lesson.predictions.some(({ id }) => id === check.question)
      )
        problems.push({ path, reason: `there is no prediction ${check.question}` })
    }
  for (const [index, prediction] of lesson.predictions.entries())
    if (!prediction.options.includes(prediction.answer))
      problems.push({
        path: ['predictions', index, 'answer'],
        reason: `${prediction.answer} is not among the options`,
      })
  for (const [index, wrong] of lesson.wrong.entries()) {
    const path = ['wrong', index]
    const check = checks.find(({ id }) => id === wrong.check)
    const mistake = check?.mistakes?.find(({ id }) => id === wrong.mistake)
    if (check === undefined) {
      problems.push({ path: [...path, 'check'], reason: `there is no check ${wrong.check}` })
    } else if (wrong.mistake !== undefined && mistake === undefined) {
      const reason = `the check ${check.id} knows no mistake ${wrong.mistake}`
      problems.push({ path: [...path, 'mistake'], reason })
    } else if (hintOf(check, mistake) !== wrong.hint) {
      const offered = hintOf(check, mistake)
      const reason = `this failure offers ${offered === undefined ? 'no hint' : `the hint ${offered}`}`
      problems.push({ path: [...path, 'hint'], reason })
    }
  }
  return problems
}

/** The blocks that a text must have and may have, as `kind name`. */
function expectedBlocks(lesson: LessonFile): {
  readonly needed: ReadonlySet<string>
  readonly allowed: ReadonlySet<string>
} {
  const needed = new Set<string>()
  const allowed = new Set<string>()
  for (const task of lesson.tasks) {
    needed.add(`task ${task.id}`)
    for (const hint of task.hints) needed.add(`hint ${hint}`)
    for (const check of task.checks) {
      allowed.add(`failure ${check.id}`)
      for (const mistake of check.mistakes ?? []) needed.add(`failure ${check.id}/${mistake.id}`)
    }
  }
  for (const prediction of lesson.predictions) needed.add(`prediction ${prediction.id}`)
  return { needed, allowed }
}

const nameOf = (block: TextBlock): string => `${block.kind} ${block.name}`

/** The problems between a lesson and its text in one language. */
export function problemsOfText(
  lesson: LessonFile,
  text: Pick<LessonMarkdown, 'blocks'>,
): readonly TextProblem[] {
  const { needed, allowed } = expectedBlocks(lesson)
  const present = new Set(text.blocks.map(nameOf))
  const surplus = text.blocks
    .filter((block) => !needed.has(nameOf(block)) && !allowed.has(nameOf(block)))
    .map((block) => ({ line: block.line, reason: `lesson.yaml has no ${nameOf(block)}` }))
  const missing = [...needed]
    .filter((name) => !present.has(name))
    .map((name) => ({ line: null, reason: `::: ${name} is missing` }))
  const unknownPlaces = text.blocks
    .filter((block) => block.kind === 'failure')
    .flatMap((block) => problemsOfPlaces(lesson, block))
  const options = text.blocks.flatMap((block) => problemsOfOptions(lesson, block))
  return [...surplus, ...missing, ...unknownPlaces, ...options]
}

function problemsOfOptions(lesson: LessonFile, { name, line, options }: TextBlock): TextProblem[] {
  const wanted = lesson.predictions.find(({ id }) => id === name)?.options
  if (options === undefined || wanted === undefined) return []
  const unknown = options.filter((id) => !wanted.includes(id))
  const missing = wanted.filter((id) => !options.includes(id))
  return [
    ...unknown.map(() => `an option begins with its id, one of ${wanted.join(', ')}`),
    ...missing.map((id) => `the option ${id} is missing`),
  ].map((reason) => ({ line, reason }))
}

/** A place in a failure text: `{time}`. */
const PLACE = /\{(\w+)\}/g

/** Places that no event fills. */
function problemsOfPlaces(lesson: LessonFile, block: TextBlock): readonly TextProblem[] {
  const [checkId, mistakeId] = block.name.split('/')
  const check = lesson.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === checkId)
  const mistake = check?.mistakes?.find(({ id }) => id === mistakeId)
  const known = new Set(mistake === undefined ? ['time', 'line'] : placesOf(mistake))
  return [...plainText(block.content).matchAll(PLACE)].flatMap(([place, name = '']) =>
    known.has(name)
      ? []
      : [{ line: block.line, reason: `nothing fills ${place}; there is ${listed(known)}` }],
  )
}

/** The places that a mistake's event fills: its time, its line and its fields. */
function placesOf(mistake: Mistake): readonly string[] {
  const event = witnessOf(mistake)?.event
  return event === undefined ? [] : ['time', 'line', 'file', ...Object.keys(TRAITS[event].fields)]
}

function listed(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'none' : [...names].map((name) => `{${name}}`).join(', ')
}

/** The differences in structure between a translation and its source. */
export function problemsOfTranslation(
  source: Pick<LessonMarkdown, 'sections' | 'figures' | 'blocks'>,
  translation: Pick<LessonMarkdown, 'sections' | 'figures' | 'blocks'>,
): readonly TextProblem[] {
  const compare = (what: string, ours: readonly string[], theirs: readonly string[]) =>
    ours.join(' ') === theirs.join(' ')
      ? []
      : [
          {
            line: null,
            reason: `its ${what} are ${theirs.join(', ') || 'none'}, those of en.md ${ours.join(', ') || 'none'}`,
          },
        ]
  const ids = (text: Pick<LessonMarkdown, 'sections'>) => text.sections.map(({ id }) => `#${id}`)
  const figures = (text: Pick<LessonMarkdown, 'figures'>) => text.figures.map(({ name }) => name)
  const blocks = (text: Pick<LessonMarkdown, 'blocks'>) => text.blocks.map(nameOf).sort()
  return [
    ...compare('sections', ids(source), ids(translation)),
    ...compare('figures', figures(source), figures(translation)),
    ...compare('containers', blocks(source), blocks(translation)),
  ]
}
