/** Checks that a lesson's walk in one language fits `lesson.yaml`, and one language the other. */
import type { LessonMarkdown } from './markdown.ts'
import type { LessonFile } from './schema.ts'
import { wideLines, MAX_COLUMNS } from './code-lines.ts'
import type { StopKind, TextProblem, WalkItem } from './walk.ts'

type Walked = Pick<LessonMarkdown, 'walk' | 'questions' | 'sections'>
type Stop = Extract<WalkItem, { readonly kind: 'stop' }>

/** How each kind is written in the Markdown. */
const WRITTEN = {
  look: (id: string) => `[…](look:${id})`,
  try: (id: string) => `::: try ${id}`,
  question: (id: string) => `::: predict ${id}`,
  task: (id: string) => `::: task ${id}`,
} as const
type Listed = keyof typeof WRITTEN

/** What is missing, unused, doubled or in another order than in `lesson.yaml`. */
export function problemsOfWalk(lesson: LessonFile, text: Walked): readonly TextProblem[] {
  const listed: Readonly<Record<Listed, readonly string[]>> = {
    look: Object.keys(lesson.looks),
    try: Object.keys(lesson.tries),
    question: Object.keys(lesson.questions),
    task: lesson.tasks.map(({ id }) => id),
  }
  const kinds: readonly Listed[] = ['look', 'try', 'question', 'task']
  return [
    ...kinds.flatMap((kind) => problemsOfKind(kind, listed[kind], stopsOf(text.walk, kind))),
    ...problemsOfOptions(lesson, text),
    ...problemsOfLateQuestions(lesson, text.walk),
    ...problemsOfFigures(text.walk),
    ...problemsOfRecap(text.walk),
    ...problemsOfFences(text.walk),
  ]
}

function problemsOfKind(
  kind: Listed,
  listed: readonly string[],
  stops: readonly Stop[],
): readonly TextProblem[] {
  const problems: TextProblem[] = []
  for (const [index, { id, line }] of stops.entries()) {
    if (!listed.includes(id))
      problems.push({ line, reason: `lesson.yaml has no ${kind} ${id}: list it there` })
    else if (stops.findIndex((stop) => stop.id === id) < index)
      problems.push({
        line,
        reason: `the ${kind} ${id} is there already: each has one place in the walk`,
      })
  }
  for (const id of listed)
    if (!stops.some((stop) => stop.id === id))
      problems.push({
        line: null,
        reason: `lesson.yaml has a ${kind} ${id}, and the walk does not: write ${WRITTEN[kind](id)}`,
      })
  if (problems.length > 0) return problems
  const late = stops.find(({ id }, index) => id !== listed[index])
  return late === undefined
    ? []
    : [
        {
          line: late.line,
          reason:
            `the ${kind} ${late.id} comes before ${listed[stops.indexOf(late)] ?? ''} here and ` +
            'after it in lesson.yaml: put both into one order',
        },
      ]
}

function problemsOfOptions(lesson: LessonFile, { questions }: Walked): readonly TextProblem[] {
  return [...questions].flatMap(([id, { line, options }]) => {
    const question = Object.hasOwn(lesson.questions, id) ? lesson.questions[id] : undefined
    if (question === undefined) return []
    const wanted = Object.keys(question.options)
    return [
      ...options
        .filter((option) => !wanted.includes(option))
        .map((option) => `lesson.yaml has no option ${option} of ${id}, only ${wanted.join(', ')}`),
      ...wanted
        .filter((option) => !options.includes(option))
        .map((option) => `the option ${option} is missing: - [${option}] …`),
    ].map((reason) => ({ line, reason }))
  })
}

/** The first Run asks all questions about the starter that stand before the first task. */
function problemsOfLateQuestions(
  lesson: LessonFile,
  walk: readonly WalkItem[],
): readonly TextProblem[] {
  const [run] = stopsOf(walk, 'run')
  if (run === undefined) return []
  const [{ line: end } = { line: Number.POSITIVE_INFINITY }] = stopsOf(walk, 'task')
  return stopsOf(walk, 'question')
    .filter(({ id, line }) => line > run.line && line < end && isAboutStarter(lesson, id))
    .map(({ id, line }) => ({
      line,
      reason:
        `the question ${id} is about the starter, so ::: run on line ${run.line} would ask it ` +
        'first: put the question above it, or ask about a try',
    }))
}

function isAboutStarter({ questions }: LessonFile, id: string): boolean {
  return Object.hasOwn(questions, id) && questions[id]?.run === 'start'
}

function problemsOfFigures(walk: readonly WalkItem[]): readonly TextProblem[] {
  const figures = stopsOf(walk, 'figure')
  return figures
    .filter(({ id }, index) => figures.findIndex((figure) => figure.id === id) < index)
    .map(({ id, line }) => ({ line, reason: `the figure ${id} is there already: take one away` }))
}

function problemsOfRecap(walk: readonly WalkItem[]): readonly TextProblem[] {
  const recaps = walk.flatMap((item) =>
    item.kind === 'aside' && item.aside === 'recap' ? [item.line] : [],
  )
  if (recaps.length === 0)
    return [
      {
        line: null,
        reason: 'there is no ::: recap: say in two or three lines what one can do now',
      },
    ]
  return recaps.slice(1).map((line) => ({ line, reason: 'one ::: recap is enough: join them' }))
}

function problemsOfFences(walk: readonly WalkItem[]): readonly TextProblem[] {
  return walk.flatMap((item) =>
    item.kind === 'fence'
      ? wideLines(item.text).map(({ line, columns }) => ({
          line: item.line + line - 1,
          reason: tooWide(columns),
        }))
      : [],
  )
}

export const tooWide = (columns: number) =>
  `${columns} columns, and ${MAX_COLUMNS} fit beside the prose: break the line`

function stopsOf(walk: readonly WalkItem[], kind: StopKind): readonly Stop[] {
  return walk.filter((item): item is Stop => item.kind === 'stop' && item.stop === kind)
}

/** The first difference in structure between a translation and its source. */
export function problemsOfTranslation(source: Walked, translation: Walked): readonly TextProblem[] {
  const ours = placesOf(source.walk)
  const theirs = placesOf(translation.walk)
  const index = theirs.findIndex(({ name }, place) => name !== ours[place]?.name)
  const here = theirs[index]
  if (here !== undefined)
    return [
      {
        line: here.line,
        reason:
          `${here.name} is here, where en.md has ${ours[index]?.name ?? 'nothing more'}: both ` +
          'languages have the same sections, looks and blocks in one order',
      },
    ]
  const missing = ours[theirs.length]
  return missing === undefined
    ? []
    : [
        {
          line: null,
          reason: `${missing.name} is missing, which en.md has on line ${missing.line}`,
        },
      ]
}

function placesOf(walk: readonly WalkItem[]): readonly { name: string; line: number }[] {
  return walk.flatMap((item) => {
    switch (item.kind) {
      case 'section':
        return [{ name: `## {#${item.id}}`, line: item.line }]
      case 'stop':
        return [{ name: `the ${item.stop} ${item.id}`.trimEnd(), line: item.line }]
      case 'aside':
        return [{ name: `::: ${item.aside}`, line: item.line }]
      case 'after':
      case 'term':
      case 'words':
      case 'gap':
      case 'end':
      case 'fence':
        return []
    }
  })
}
