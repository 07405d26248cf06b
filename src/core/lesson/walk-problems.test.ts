import { describe, expect, it } from 'vitest'
import { lessonSketch } from './testing/lesson-file.ts'
import { parseLessonMarkdown } from './markdown.ts'
import { problemsOfTranslation, problemsOfWalk } from './walk-problems.ts'

const lesson = lessonSketch()

const LOOKS = '[a](look:first) [b](look:second)'
const TRY = '::: try bare\n:::'
const QUESTION = '::: predict guess\n### G\n- [yes] Y.\n- [no] N.\n:::'
const TASK = '::: task say\n### S\n:::'
const RECAP = '::: recap\nDone.\n:::'
const ALL = [LOOKS, TRY, QUESTION, TASK, RECAP]

const parse = (...parts: readonly string[]) => parseLessonMarkdown(parts.join('\n\n'))
const problems = (...parts: readonly string[]) =>
  problemsOfWalk(lesson, parse(...parts)).map(({ line, reason }) => `${line}: ${reason}`)

const without = (part: string, other?: string) =>
  ALL.flatMap((one) => (one === part ? (other === undefined ? [] : [other]) : [one]))

describe('the walk fits lesson.yaml', () => {
  it('where it has everything once, in one order', () => {
    expect(problems(...ALL)).toEqual([])
  })

  it.each([
    [LOOKS, 'look first', '[…](look:first)'],
    [TRY, 'try bare', '::: try bare'],
    [QUESTION, 'question guess', '::: predict guess'],
    [TASK, 'task say', '::: task say'],
  ])('and misses nothing of it: %#', (part, name, written) => {
    expect(problems(...without(part))).toContain(
      `null: lesson.yaml has a ${name}, and the walk does not: write ${written}`,
    )
  })

  it('and has nothing that is not there', () => {
    expect(problems(...ALL, '[c](look:third)')).toEqual([
      '20: lesson.yaml has no look third: list it there',
    ])
  })

  it('and has nothing twice', () => {
    expect(problems(...ALL, TASK)).toEqual([
      '20: the task say is there already: each has one place in the walk',
    ])
  })

  it('and has no other order', () => {
    expect(problems(...without(LOOKS, '[b](look:second) [a](look:first)'))).toEqual([
      '1: the look second comes before first here and after it in lesson.yaml: put both into one order',
    ])
  })

  it('and has the options of its questions', () => {
    const other = QUESTION.replace('[no]', '[maybe]')
    expect(problems(...without(QUESTION, other))).toEqual([
      '6: lesson.yaml has no option maybe of guess, only yes, no',
      '6: the option no is missing: - [no] …',
    ])
  })
})

it('a question about the starter stands above its run', () => {
  const run = '::: run\nIt runs.\n:::'
  const late = [LOOKS, TRY, run, QUESTION, TASK, RECAP]
  expect(problems(LOOKS, TRY, QUESTION, run, TASK, RECAP)).toEqual([])
  expect(problems(...late)).toEqual([
    '10: the question guess is about the starter, so ::: run on line 6 would ask it first: put the question above it, or ask about a try',
  ])
  expect(problems(LOOKS, TRY, run, TASK, QUESTION, RECAP)).toEqual([])
  const { guess } = lesson.questions
  if (guess === undefined) throw new Error('the sketch has no question')
  const aboutTry = lessonSketch({ questions: { guess: { ...guess, run: 'try:bare' } } })
  expect(problemsOfWalk(aboutTry, parse(...late))).toEqual([])
})

it('a figure has one place', () => {
  const figure = '::: figure steps\n:::'
  expect(problems(...ALL, figure, figure)).toEqual([
    '23: the figure steps is there already: take one away',
  ])
})

it('there is one recap', () => {
  expect(problems(...without(RECAP))).toEqual([
    'null: there is no ::: recap: say in two or three lines what one can do now',
  ])
  expect(problems(...ALL, RECAP)).toEqual(['20: one ::: recap is enough: join them'])
})

it('a code block has at most 60 columns', () => {
  expect(problems(...ALL, `\`\`\`text\na\n${'x'.repeat(61)}\n\`\`\``)).toEqual([
    '22: 61 columns, and 60 fit beside the prose: break the line',
  ])
})

describe('a translation', () => {
  const differences = (source: string, translation: string) =>
    problemsOfTranslation(parse(source), parse(translation)).map(
      ({ line, reason }) => `${line}: ${reason.split(':')[0]}`,
    )

  it('has the same sections, stops and asides in one order', () => {
    const text = '## A {#a}\n\n[b](look:b)\n\n::: note\nN.\n:::\n\n::: figure f\n:::'
    expect(differences(text, text.replace('A', '甲').replace('N.', '好。'))).toEqual([])
  })

  it.each([
    ['## A {#a}', '## A {#b}', '1: ## {#b} is here, where en.md has ## {#a}'],
    [
      '[a](look:a) [b](look:b)',
      '[b](look:b) [a](look:a)',
      '1: the look b is here, where en.md has the look a',
    ],
    [
      '::: figure f\n:::',
      'x\n\n::: figure g\n:::',
      '3: the figure g is here, where en.md has the figure f',
    ],
    ['a', '::: note\na\n:::', '1: '],
    ['a\n\n::: note\na\n:::', 'a', 'null: '],
  ])('differs: %j, %j', (source, translation, problem) => {
    expect(differences(source, translation).join()).toContain(problem.trim())
  })
})
