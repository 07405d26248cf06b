import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CourseError } from '../../src/core/lesson/course-problem.ts'
import { readFigures } from '../vite/figures.ts'
import { createHighlight } from './highlight.ts'
import { blocksOf } from '../../src/core/lesson/blocks-of.ts'
import { plainText } from '../../src/core/lesson/plain-text.ts'
import { CourseReader, listIn, readCourse, readTemplate } from './read-course.ts'
import { stampTranslations } from './stamp-translation.ts'

const figures = { 'close-codes': {}, steps: { count: { kind: 'number', min: 1, max: 9 } } } as const
const highlight = await createHighlight()
const project = fileURLToPath(new URL('../..', import.meta.url))

const lessonYaml = `worlds:
  lesson: { scenario: echo, latency: 40, seed: 1 }
  other: { server: worlds/other.js, until: 9000 }
looks:
  opened: { run: start, view: log, at: { event: eventFired, eventType: open } }
tries:
  bare: { shows: [{ event: created }] }
tasks:
  - id: say
    worlds: [lesson, other]
    checks:
      - id: said
        type: count
        of: { event: messageSent }
        atLeast: 1
        hint: speak
wrong:
  - { name: silent, check: said, hint: speak }
  - { name: shy, over: solution, check: said, hint: speak }
`

const frontMatter = (title: string) => `---\ntitle: ${title}\nsummary: Short.\n---\n`

const text = (title: string) => `${frontMatter(title)}
Prose.

::: run
[Open](look:opened).
:::

## Why {#why}

Because.

::: try bare
:::

::: task say
### Say
Say it.
:::

::: recap
Done.
:::
`

const help = '## say\n\n- hint speak: Speak.\n\n## worlds\n\n- world other: for longer\n'

const courseFiles = (): Record<string, string> => ({
  'lessons/course.yaml':
    'parts:\n  - id: one\n    title: { en: One, zh-CN: 一 }\n    summary: { en: First., zh-CN: 先来。 }\n    lessons:\n      - hello\n',
  'lessons/glossary.yaml':
    '- id: frame\n  term: { en: frame, zh-CN: 帧 }\n  meaning: { en: A, zh-CN: 甲 }\n',
  'lessons/hello/lesson.yaml': lessonYaml,
  'lessons/hello/en.md': text('Hello'),
  'lessons/hello/zh-CN.md': text('你好'),
  'lessons/hello/en.help.md': help,
  'lessons/hello/zh-CN.help.md': help,
  'lessons/hello/start/client.js': '// start\n',
  'lessons/hello/solution/client.js': '// solution\n',
  'lessons/hello/try/bare.js': '// bare\n',
  'lessons/hello/worlds/other.js': '// other\n',
  'lessons/hello/wrong/silent.js': '// silent\n',
  'lessons/hello/wrong/shy.js': '// shy\n',
  'scenarios/echo.js': '// echo\n',
})

describe('readCourse', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'course-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true })
  })

  function write(change: Record<string, string | null> = {}) {
    for (const [name, content] of Object.entries({ ...courseFiles(), ...change })) {
      if (content === null) continue
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
      writeFileSync(path.join(root, name), content)
    }
  }

  function read(change: Record<string, string | null> = {}) {
    write(change)
    return readCourse(root, highlight, figures)
  }

  function problems(change: Record<string, string | null>): string[] {
    try {
      read(change)
    } catch (error) {
      if (error instanceof CourseError) return error.message.split('\n')
      throw error
    }
    return []
  }

  const inYaml = (from: string, to: string) => ({
    'lessons/hello/lesson.yaml': lessonYaml.replace(from, to),
  })

  const inText = (from: string, to: string) => ({
    'lessons/hello/en.md': text('Hello').replace(from, to),
  })

  /** A second lesson, which goes on with `continues`. */
  const withNext = (continues: string): Record<string, string> => ({
    'lessons/course.yaml': (courseFiles()['lessons/course.yaml'] ?? '') + '      - next\n',
    ...Object.fromEntries(
      Object.entries(courseFiles())
        .filter(([name]) => name.startsWith('lessons/hello/'))
        .map(([name, content]) => [name.replace('hello', 'next'), content]),
    ),
    'lessons/next/lesson.yaml': `continues: ${continues}\n${lessonYaml}`,
    'lessons/next/start/client.js': '// solution\n// new\n',
  })

  it('tells what is new in a lesson that goes on with an earlier one, in each language', () => {
    const next = read(withNext('hello')).lessons.get('next')
    expect(next?.plan.continues).toBe('hello')
    const news = [{ file: 'client.js', count: 1, lines: [[2, 2]] }]
    expect(next?.texts.en.continues).toEqual({ slug: 'hello', title: 'Hello', news })
    expect(next?.texts['zh-CN']?.continues).toEqual({ slug: 'hello', title: '你好', news })
  })

  it.each(['next', 'later'])(
    'refuses a lesson that goes on with %s, which is not before it',
    (slug) => {
      expect(problems(withNext(slug))).toEqual([
        `lessons/course.yaml:7: next continues ${slug}, which is no lesson before it`,
      ])
    },
  )

  it('reads what people ask of a section, which its text does not carry', () => {
    const asking = (title: string, asked: string) => ({
      [`lessons/hello/${title === 'Hello' ? 'en' : 'zh-CN'}.md`]: text(title).replace(
        'summary: Short.',
        `summary: Short.\nasked: ${asked}`,
      ),
    })
    const stamped = courseFiles()['lessons/hello/zh-CN.md'] ?? ''
    const chinese = {
      'lessons/hello/zh-CN.md': stamped.replace('summary:', "asked: { top: ['怎么']}\nsummary:"),
    }
    const lesson = read({
      ...asking('Hello', '{ why: [what for], top: [how] }'),
      ...chinese,
    }).lessons.get('hello')
    expect(lesson?.asked.en.get('why')).toEqual(['what for'])
    expect(lesson?.asked['zh-CN']?.get('top')).toEqual(['怎么'])
    expect(JSON.stringify(lesson?.texts)).not.toContain('what for')

    expect(problems({ ...asking('Hello', '{ else: [what] }'), ...chinese })).toEqual([
      'lessons/hello/en.md:1: asked: there is no section else',
    ])
    expect(problems(asking('Hello', '{ why: [what for] }'))).toEqual([
      'lessons/hello/zh-CN.md:1: asked: say what people ask in this language',
    ])
  })

  it('reads a lesson whole', () => {
    const course = read()
    expect(course.outline.parts).toEqual([
      {
        id: 'one',
        title: { en: 'One', 'zh-CN': '一' },
        summary: { en: 'First.', 'zh-CN': '先来。' },
        lessons: [
          {
            slug: 'hello',
            title: { en: 'Hello', 'zh-CN': '你好' },
            summary: { en: 'Short.', 'zh-CN': 'Short.' },
            minutes: { en: 5, 'zh-CN': 5 },
            continues: null,
            steps: [{ kind: 'task', id: 'say', title: { en: 'Say', 'zh-CN': 'Say' } }],
          },
        ],
      },
    ])
    const lesson = course.lessons.get('hello')
    expect(lesson?.plan).toMatchObject({
      worlds: [
        {
          id: 'lesson',
          scenario: 'echo',
          conditions: { latency: 40, jitter: 0, bandwidth: null, idleTimeout: null },
          until: null,
          files: {},
        },
        {
          id: 'other',
          scenario: 'echo',
          seed: 1,
          until: 9000,
          files: { 'server.js': '// other\n' },
        },
      ],
      looks: [{ id: 'opened', run: { kind: 'start' }, view: 'log' }],
      tries: [{ id: 'bare', world: 'lesson', program: { 'client.js': '// bare\n' } }],
      tasks: [{ id: 'say', worlds: ['lesson', 'other'], requires: [] }],
      steps: [{ kind: 'task', id: 'say' }],
      start: { 'client.js': '// start\n' },
      startIn: {},
    })
    expect(lesson?.proof).toMatchObject({
      solution: { 'client.js': '// solution\n' },
      solutionOf: { say: { 'client.js': '// solution\n' } },
      right: [],
      wrong: [
        { name: 'silent', over: 'start', files: { 'client.js': '// silent\n' }, mistake: null },
        { name: 'shy', over: 'solution', world: 'lesson' },
      ],
    })
    expect(lesson?.texts['zh-CN']).toMatchObject({
      eyebrow: '一',
      sections: [{ id: '' }, { id: 'why' }],
      hints: { say: [{ id: 'speak', content: ['Speak.'] }] },
      failures: {},
    })
    expect(course.scenarios).toEqual([{ name: 'echo', source: '// echo\n' }])
  })

  it('takes a folder for a wrong program of several files, or of a server', () => {
    const course = read({
      'lessons/hello/wrong/shy.js': null,
      'lessons/hello/wrong/shy/server.js': '// shy server\n',
    })
    expect(course.lessons.get('hello')?.proof.wrong[1]?.files).toEqual({
      'server.js': '// shy server\n',
    })
  })

  it('finds right programs in their folder', () => {
    const course = read({
      'lessons/hello/right/later.js': '// later\n',
      'lessons/hello/right/own/server.js': '// own server\n',
    })
    expect(course.lessons.get('hello')?.proof.right).toEqual([
      { name: 'later', files: { 'client.js': '// later\n' } },
      { name: 'own', files: { 'server.js': '// own server\n' } },
    ])
  })

  it('lists the course in one language', () => {
    expect(listIn('zh-CN', read()).parts).toEqual([
      {
        id: 'one',
        title: '一',
        summary: '先来。',
        lessons: [
          {
            slug: 'hello',
            title: '你好',
            summary: 'Short.',
            minutes: 5,
            steps: [{ kind: 'task', id: 'say', title: 'Say' }],
            isChat: false,
          },
        ],
      },
    ])
  })

  it('parses a lesson again only when a file of it changed', () => {
    write()
    const reader = new CourseReader(root, highlight)
    const first = reader.read(figures).lessons.get('hello')
    expect(reader.read(figures).lessons.get('hello')).toBe(first)
    write({ 'lessons/hello/wrong/shy.js': '// very shy\n' })
    expect(reader.read(figures).lessons.get('hello')).not.toBe(first)
  })

  it('gives a lesson a new version when its starter changes, and only then', () => {
    const version = (change: Record<string, string>) =>
      read(change).lessons.get('hello')?.plan.version
    const first = version({})
    expect(version({ 'lessons/hello/solution/client.js': '// other\n' })).toBe(first)
    expect(version({ 'lessons/hello/start/client.js': '// other\n' })).not.toBe(first)
  })

  it('knows the sections of a translation that are older than their source', () => {
    const { stale } = read()
    expect(stale.map(({ file, section }) => `${file} ${section}`)).toEqual([
      'lessons/hello/zh-CN.md top',
      'lessons/hello/zh-CN.md why',
      'lessons/hello/zh-CN.help.md say',
      'lessons/hello/zh-CN.help.md worlds',
    ])
    expect(stampTranslations(root, stale)).toEqual([
      'lessons/hello/zh-CN.md',
      'lessons/hello/zh-CN.help.md',
    ])
    const again = () => readCourse(root, highlight, figures).stale
    expect(again()).toEqual([])
    const file = path.join(root, 'lessons/hello/en.md')
    writeFileSync(file, text('Hello').replace('Because.', 'Because,'))
    expect(again().map(({ section }) => section)).toEqual(['why'])
  })

  it('takes a starter in another language, whose code is the same', () => {
    const lesson = read({
      'lessons/hello/start/client.js': '// start\na()\n',
      'lessons/hello/start/zh-CN/client.js': '// 开始\na()\n',
    }).lessons.get('hello')
    expect(lesson?.plan.startIn).toEqual({ 'zh-CN': { 'client.js': '// 开始\na()\n' } })
  })

  const twoTasks = inYaml(
    'wrong:\n',
    '  - { id: hear, checks: [{ id: heard, type: count, of: { event: created }, atLeast: 1 }] }\nwrong:\n',
  )

  it.each<[Record<string, string | null>, string]>([
    [
      inYaml('seed: 1', 'seed: one'),
      'lessons/hello/lesson.yaml:2: worlds.lesson.seed: Invalid input: expected number, received string',
    ],
    [inYaml('looks:', 'luks:'), 'lessons/hello/lesson.yaml:4: the file: there is no luks here'],
    [inYaml('seed: 1 }', 'seed: 1'), 'lessons/hello/lesson.yaml:3:'],
    [
      inYaml('of: { event: messageSent }', 'of: { event: messageSnt }'),
      'lessons/hello/lesson.yaml:14: tasks[0].checks[0].of.event:',
    ],
    [
      inYaml('of: { event: messageSent }', 'of: { event: messageSent, code: 3 }'),
      'lessons/hello/lesson.yaml:14: tasks[0].checks[0].of: there is no code here',
    ],
    [
      inYaml('        atLeast: 1\n', ''),
      'lessons/hello/lesson.yaml:12: tasks[0].checks[0]: says neither',
    ],
    [
      inYaml('        hint: speak\n', '        hint: shout\n'),
      'lessons/hello/en.help.md:1: the hint shout is missing',
    ],
    [
      inYaml('name: shy, over: solution, check: said', 'name: shy, check: sung'),
      'lessons/hello/lesson.yaml:19: there is no check sung',
    ],
    [
      inYaml('scenario: echo', 'scenario: gone'),
      'lessons/hello/lesson.yaml:2: there is no scenarios/gone.js',
    ],
    [
      inYaml('latency: 40,', 'latency: 40, idleTimeout: 0,'),
      'lessons/hello/lesson.yaml:2: worlds.lesson.idleTimeout: ',
    ],
    [
      inYaml('worlds/other.js', 'worlds/gone.js'),
      'lessons/hello/lesson.yaml:3: there is no worlds/gone.js',
    ],
    [{ 'lessons/hello/wrong/shy.js': null }, 'lessons/hello/wrong/shy.js:1: is missing'],
    [{ 'lessons/hello/try/bare.js': null }, 'lessons/hello/try/bare.js:1: is missing'],
    [
      { 'lessons/hello/try/bare.js': null, 'lessons/hello/try/bare/server.js': '' },
      'lessons/hello/try/bare/client.js:1: is missing: a sample is a program of its own',
    ],
    [{ 'lessons/hello/try/other.js': '' }, 'try/other is not listed'],
    [{ 'lessons/hello/wrong/loud.js': '' }, 'wrong/loud is not listed'],
    [{ 'lessons/hello/wrong/loud/server.js': '' }, 'wrong/loud is not listed'],
    [{ 'lessons/hello/zh-CN.md': null }, 'lessons/hello/zh-CN.md:1: is missing'],
    [{ 'lessons/hello/zh-CN.help.md': null }, 'lessons/hello/zh-CN.help.md:1: is missing'],
    [{ 'lessons/glossary.yaml': '- id: A\n' }, 'lessons/glossary.yaml:1: [0].id: an id has small'],
    [inText('Because.', 'A frame.'), 'lessons/hello/en.md:14: a term of the glossary, not marked'],
    [
      inText('Because.', '::: figure gone\n:::'),
      'lessons/hello/en.md:14: there is no figure src/figures/gone',
    ],
    [
      inText('Because.', '::: figure close-codes step=x\n:::'),
      'lessons/hello/en.md:14: the figure close-codes has no property step: take step=x away',
    ],
    [
      inText('::: try bare', '::: try bare lines=7'),
      'lessons/hello/en.md:16: there are no lines 7: the sample has 1',
    ],
    [inText('Prose.', 'word '.repeat(90)), 'lessons/hello/en.md:6: more than 80 words before'],
    [inText('Because.', 'word '.repeat(130)), 'lessons/hello/en.md:14: more than 120 words since'],
    [inText('Say it.', 'Say `it`.'), 'lessons/hello/en.md:21: `it` is in code font'],
    [
      { 'lessons/hello/start/client.js': `// ${'x'.repeat(60)}\n` },
      'lessons/hello/start/client.js:1: 63 columns, and 60 fit',
    ],
    [
      { 'lessons/hello/try/bare.js': `\n// ${'x'.repeat(60)}\n` },
      'lessons/hello/try/bare.js:2: 63 columns, and 60 fit',
    ],
    [
      { 'lessons/hello/start/zh-CN/client.js': 'b()\n' },
      'lessons/hello/start/zh-CN/client.js:1: differs from start/client.js',
    ],
    [
      twoTasks,
      'lessons/hello/solution/say/client.js:1: is missing: the starter with what solves say',
    ],
    [{ 'lessons/hello/right/own/sever.js': '' }, 'right/own/sever.js:1: a lesson has no such file'],
    [
      { 'lessons/hello/rihgt/own.js': '' },
      'lessons/hello/rihgt/own.js:1: a lesson has no such file',
    ],
    [
      inText('Because.', '<b>So</b>\n\n![x](y.png)'),
      'lessons/hello/en.md:16: image is not used in lessons',
    ],
    [inText('summary', 'sumary'), 'lessons/hello/en.md:3: the file: there is no sumary here'],
    [
      { 'lessons/hello/zh-CN.md': text('你好').replace('#why', '#how') },
      'lessons/hello/zh-CN.md:12: ## {#how} is here, where en.md has ## {#why}',
    ],
    [
      {
        'lessons/course.yaml':
          'parts:\n  - id: one\n    title: { en: One }\n    summary: { en: First. }\n    lessons:\n      - glossary\n',
      },
      'lessons/course.yaml:6: parts[0].lessons[0]: glossary.html is another page of the site',
    ],
    [{ 'lessons/course.yaml': 'parts: []\n' }, 'lessons/course.yaml:1: parts: '],
    [
      { 'lessons/other/lesson.yaml': '' },
      'lessons/course.yaml:1: the folder lessons/other is not listed',
    ],
  ])('says where a broken file is broken: %#', (change, problem) => {
    expect(problems(change).join('\n')).toContain(problem)
  })

  it('names every problem at once', () => {
    expect(
      problems({
        ...inYaml('scenario: echo', 'scenario: gone'),
        'lessons/hello/wrong/loud.js': '',
      }),
    ).toHaveLength(2)
  })

  it('names a sample that is missing once', () => {
    expect(problems({ 'lessons/hello/try/bare.js': null })).toEqual([
      'lessons/hello/try/bare.js:1: is missing',
    ])
    const misspelt = problems(inText('::: try bare', '::: try bear'))
    expect(misspelt.filter((problem) => problem.startsWith('lessons/hello/en.md:16'))).toEqual([
      'lessons/hello/en.md:16: lesson.yaml has no try bear: list it there',
    ])
  })

  it('shows answers to the questions of an earlier lesson, in each language', async () => {
    const { lessons } = readCourse(project, highlight, await readFigures(project))
    const { en, 'zh-CN': chinese } = lessons.get('choose')?.texts ?? {}
    const shown = [en, chinese].map((shownText) =>
      shownText === undefined
        ? []
        : [...blocksOf(shownText)].flatMap((block) =>
            block.block === 'earlier'
              ? block.questions.map(({ id, title }) => `${id}: ${plainText(title)}`)
              : [],
          ),
    )
    expect(shown).toEqual([
      [
        'first-tick: When does tick 1 appear?',
        'held: When does the server answer the first question?',
      ],
      ['first-tick: tick 1 什么时候打印出来？', 'held: 第一次请求，服务器什么时候响应？'],
    ])
  })

  it('refuses answers to a lesson that is not before', () => {
    const change = inText('## ', '::: earlier next\n:::\n\n## ')
    expect(problems(change)).toContain(
      'lessons/course.yaml:6: hello shows answers to next, which is no lesson before it',
    )
  })

  it('reads the course of this project, with no translation behind its source', async () => {
    expect(existsSync(path.join(project, 'lessons/course.yaml'))).toBe(true)
    const course = readCourse(project, highlight, await readFigures(project))
    expect([...course.lessons.keys()]).toContain('first-echo')
    expect(course.stale).toEqual([])
  })

  it('finds the template as good as a lesson', async () => {
    const {
      lesson,
      problems: found,
      stale,
    } = readTemplate(project, highlight, await readFigures(project))
    expect(found).toEqual([])
    expect(stale).toEqual([])
    expect(lesson?.plan.steps.map(({ id }) => id)).toEqual(['first-line', 'say', 'close'])
  })
})
