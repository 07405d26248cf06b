/** Checks that hints and failure texts fit the checks of their task. */
import type { Check, Mistake } from '../checks/check.ts'
import { witnessOf } from '../checks/mistake.ts'
import type { Locale } from '../locale/locale.ts'
import { LESSON_WORLD } from './lesson-plan.ts'
import { fieldNamesOf } from './event-fields.ts'
import type { FailureText, HelpMarkdown, TaskHelp } from './help-markdown.ts'
import type { LessonNode } from './lesson-text.ts'
import { plainText } from './plain-text.ts'
import type { LessonFile } from './schema.ts'
import type { TextProblem } from './walk.ts'

type Task = LessonFile['tasks'][number]

/** What is missing, unused or in another order than in `lesson.yaml`, and places nothing fills. */
export function problemsOfHelp(
  { tasks, worlds }: Pick<LessonFile, 'tasks' | 'worlds'>,
  help: HelpMarkdown,
  locale: Locale,
): readonly TextProblem[] {
  const problems: TextProblem[] = [...help.problems, ...problemsOfWorlds(tasks, worlds, help)]
  for (const { task, line } of help.tasks)
    if (!tasks.some(({ id }) => id === task))
      problems.push({ line, reason: `lesson.yaml has no task ${task}` })
  const known = help.tasks.filter(({ task }) => tasks.some(({ id }) => id === task))
  const early = known.find(({ task }, index) => index > indexOf(tasks, task))
  if (early !== undefined)
    problems.push({
      line: early.line,
      reason: `## ${early.task} is in another place than in lesson.yaml: move it`,
    })
  for (const task of tasks) {
    const own = help.tasks.find((one) => one.task === task.id)
    if (own !== undefined) problems.push(...problemsOfTask(task, own, locale))
    else problems.push({ line: null, reason: `## ${task.id} is missing: its hints and failures` })
  }
  return problems
}

/** A failure in another world names it in words: “With a server that … ”. */
function problemsOfWorlds(
  tasks: readonly Task[],
  worlds: LessonFile['worlds'],
  help: HelpMarkdown,
): readonly TextProblem[] {
  const needed = Object.keys(worlds).filter(
    (world) => world !== LESSON_WORLD && tasks.some((task) => task.worlds.includes(world)),
  )
  return [
    ...needed
      .filter((world) => !help.worlds.some(({ id }) => id === world))
      .map((world) => ({
        line: null,
        reason: `the words for a world are missing: ## worlds, and below it - world ${world}: with a server that …`,
      })),
    ...help.worlds
      .filter(({ id }) => !needed.includes(id))
      .map(({ id: world, line }) => ({
        line,
        reason: `no task is judged in the world ${world}: name it there, or take it out`,
      })),
  ]
}

const indexOf = (tasks: readonly Task[], id: string) => tasks.findIndex((task) => task.id === id)

function problemsOfTask(task: Task, help: TaskHelp, locale: Locale): readonly TextProblem[] {
  const problems: TextProblem[] = []
  const offered = new Set(task.checks.flatMap(hintsOf))
  for (const hint of offered)
    if (!help.hints.some(({ id }) => id === hint))
      problems.push({
        line: help.line,
        reason: `the hint ${hint} is missing, which a check of ${task.id} offers: - hint ${hint}: …`,
      })
  for (const { id, line } of help.hints)
    if (!offered.has(id))
      problems.push({
        line,
        reason: `no check of ${task.id} offers the hint ${id}: name it there, or take it out`,
      })
  const needed = task.checks.flatMap(({ id, mistakes = [] }) =>
    mistakes.map((mistake) => `${id}/${mistake.id}`),
  )
  for (const name of needed)
    if (!help.failures.some((failure) => failure.name === name))
      problems.push({
        line: help.line,
        reason: `the text of a mistake is missing: - failure ${name}: …`,
      })
  for (const failure of help.failures) problems.push(...problemsOfFailure(task, failure, locale))
  return problems
}

const hintsOf = ({ hint, mistakes = [] }: Check): readonly string[] =>
  [hint, ...mistakes.map((mistake) => mistake.hint)].filter((id) => id !== undefined)

function problemsOfFailure(
  task: Task,
  failure: FailureText,
  locale: Locale,
): readonly TextProblem[] {
  const { name, line, content } = failure
  const [checkId, mistakeId] = name.split('/')
  const check = task.checks.find(({ id }) => id === checkId)
  const mistake = check?.mistakes?.find(({ id }) => id === mistakeId)
  if (check === undefined || (mistakeId !== undefined && mistake === undefined))
    return [{ line, reason: `no check of ${task.id} has the failure ${name}` }]
  return [
    ...problemsOfPlaces(content, mistake),
    ...(mistake === undefined ? [] : problemsOfClaim(content, mistake, locale)),
  ].map((reason) => ({ line, reason }))
}

/** A place in a failure text: `{time}`. */
const PLACE = /\{(\w+)\}/g

/** Places that no event fills, and a line without its file. */
function problemsOfPlaces(
  content: readonly LessonNode[],
  mistake: Mistake | undefined,
): readonly string[] {
  const known = new Set(mistake === undefined ? EVERYWHERE : placesOf(mistake))
  const places = [...plainText(content).matchAll(PLACE)].map(([, name = '']) => name)
  const unknown = places
    .filter((name) => !known.has(name))
    .map((name) => `nothing fills {${name}}; there is ${listed(known)}`)
  return places.includes('line') && !places.includes('file')
    ? [...unknown, 'a text that names a line names its file: line {line} of {file}']
    : unknown
}

const EVERYWHERE = ['time', 'file', 'line']

/** The places that a mistake's event fills: its time, its line and its fields. */
function placesOf(mistake: Mistake): readonly string[] {
  const event = witnessOf(mistake)?.event
  return event === undefined ? [] : [...EVERYWHERE, ...fieldNamesOf(event)]
}

function listed(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'none' : [...names].map((name) => `{${name}}`).join(', ')
}

/** Words that say what did not happen. */
const NEGATION: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:no|not|never|nothing|nobody|none|neither|without)\b|n['’]t\b/iu,
  'zh-CN': /没|未|不|无|从不/u,
}
const SENTENCE = /[^.!?。！？]+[.!?。！？]*/gu

/** What was not seen proves that something did not happen, and nothing else. */
function problemsOfClaim(
  content: readonly LessonNode[],
  { id, seen, order }: Mistake,
  locale: Locale,
): readonly string[] {
  if (seen !== undefined || order !== undefined) return []
  const sentences = plainText(content).match(SENTENCE) ?? []
  const claim = sentences.find(
    (sentence) => /\p{L}/u.test(sentence) && !NEGATION[locale].test(sentence),
  )
  return claim === undefined
    ? []
    : [
        `“${claim.trim()}” claims something, and the mistake ${id} has only \`absent\`: say what did ` +
          'not happen, or give the mistake a witness in `seen`',
      ]
}

/** The differences between a translation of the help and its source. */
export function problemsOfTranslatedHelp(
  source: HelpMarkdown,
  translation: HelpMarkdown,
): readonly TextProblem[] {
  return translation.tasks.flatMap(({ task, line, hints, failures }) => {
    const original = source.tasks.find((one) => one.task === task)
    if (original === undefined) return []
    const compare = (what: string, ours: readonly string[], theirs: readonly string[]) =>
      ours.join(' ') === theirs.join(' ')
        ? []
        : [
            {
              line,
              reason: `its ${what} are ${theirs.join(', ') || 'none'}, those of en.help.md ${ours.join(', ') || 'none'}`,
            },
          ]
    return [
      ...compare(
        'hints',
        original.hints.map(({ id }) => id),
        hints.map(({ id }) => id),
      ),
      ...compare(
        'failures',
        original.failures.map(({ name }) => name),
        failures.map(({ name }) => name),
      ),
    ]
  })
}
