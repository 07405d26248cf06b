import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CourseError } from '../../src/core/lesson/course-problem.ts'
import { versionOf } from '../../src/core/lesson/read-lesson.ts'
import { readFigures } from '../vite/figures.ts'
import { createHighlight } from './highlight.ts'
import { CourseReader, outlineIn, readCourse } from './read-course.ts'

const figures = { 'close-codes': {}, steps: { count: { kind: 'number', min: 1, max: 9 } } } as const
const highlight = await createHighlight()
const project = fileURLToPath(new URL('../..', import.meta.url))

const lessonYaml = `scenario: echo
conditions: { latency: 40 }
seed: 1
tasks:
  - id: say
    hints: [speak]
    checks:
      - id: said
        type: count
        of: { event: messageSent }
        atLeast: 1
        hint: speak
wrong:
  - { name: silent, check: said, hint: speak }
  - { name: shy, check: said, hint: speak }
`

const text = (title: string, extra = '') => `---
title: ${title}
summary: Short.
${extra}---

Prose.

## Why {#why}

Because.

::: task say
Say it.
:::

::: hint speak
Speak.
:::
`

const bodyOf = (markdown: string) => markdown.slice(markdown.indexOf('---\n\n') + 4)

const courseFiles = (): Record<string, string> => ({
  'lessons/course.yaml':
    'parts:\n  - id: one\n    title: { en: One, zh-CN: 一 }\n    lessons:\n      - hello\n',
  'lessons/hello/lesson.yaml': lessonYaml,
  'lessons/hello/en.md': text('Hello'),
  'lessons/hello/zh-CN.md': text('你好', `translatedFrom: '${versionOf(bodyOf(text('x')))}'\n`),
  'lessons/hello/start/client.js': '// start\n',
  'lessons/hello/solution/client.js': '// solution\n',
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

  it('reads a lesson whole', () => {
    const course = read()
    expect(course.outline.parts).toEqual([
      {
        id: 'one',
        title: { en: 'One', 'zh-CN': '一' },
        lessons: [
          {
            slug: 'hello',
            title: { en: 'Hello', 'zh-CN': '你好' },
            summary: { en: 'Short.', 'zh-CN': 'Short.' },
            tasks: ['say'],
          },
        ],
      },
    ])
    const lesson = course.lessons.get('hello')
    expect(lesson?.plan).toMatchObject({
      scenario: 'echo',
      conditions: { latency: 40, jitter: 0, bandwidth: null, idleTimeout: null },
      until: null,
      start: { 'client.js': '// start\n' },
    })
    expect(lesson?.proof).toMatchObject({
      solution: { 'client.js': '// solution\n' },
      right: [],
      wrong: [
        { name: 'silent', files: { 'client.js': '// silent\n' }, mistake: null },
        { name: 'shy' },
      ],
    })
    expect(lesson?.texts['zh-CN']).toMatchObject({
      eyebrow: '一',
      sections: [{ id: '' }, { id: 'why' }],
      hints: { speak: [{ tag: 'p', children: ['Speak.'] }] },
    })
    expect(course.scenarios).toEqual([{ name: 'echo', source: '// echo\n' }])
    expect(course.stale).toEqual([])
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
    expect(outlineIn('zh-CN', read()).parts).toEqual([
      {
        id: 'one',
        title: '一',
        lessons: [{ slug: 'hello', title: '你好', summary: 'Short.', tasks: ['say'] }],
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

  it('knows a translation that is older than its source', () => {
    const course = read({ 'lessons/hello/en.md': text('Hello').replace('Because.', 'So.') })
    expect(course.stale).toMatchObject([{ file: 'lessons/hello/zh-CN.md' }])
  })

  it.each([
    [
      inYaml('seed: 1', 'seed: one'),
      'lessons/hello/lesson.yaml:3: seed: Invalid input: expected number, received string',
    ],
    [
      inYaml('seed: 1', 'sead: 1\nseed: 1'),
      'lessons/hello/lesson.yaml:3: the file: there is no sead here',
    ],
    [
      inYaml('conditions: { latency: 40 }', 'conditions: { latency: 40'),
      'lessons/hello/lesson.yaml:3:',
    ],
    [
      inYaml('event: messageSent', 'event: messageSnt'),
      'lessons/hello/lesson.yaml:10: tasks[0].checks[0].of.event:',
    ],
    [
      inYaml('event: messageSent', 'event: messageSent, code: 3'),
      'lessons/hello/lesson.yaml:10: tasks[0].checks[0].of: there is no code here',
    ],
    [
      inYaml('        atLeast: 1\n', ''),
      'lessons/hello/lesson.yaml:8: tasks[0].checks[0]: says neither',
    ],
    [
      inYaml('        hint: speak', '        hint: shout'),
      'lessons/hello/lesson.yaml:8: the task say has no hint shout',
    ],
    [
      inYaml('name: shy, check: said', 'name: shy, check: sung'),
      'lessons/hello/lesson.yaml:15: there is no check sung',
    ],
    [
      inYaml('scenario: echo', 'scenario: gone'),
      'lessons/hello/lesson.yaml:1: there is no scenarios/gone.js',
    ],
    [
      inYaml('{ latency: 40 }', '{ latency: 40, idleTimeout: 0 }'),
      'lessons/hello/lesson.yaml:2: conditions.idleTimeout: ',
    ],
    [{ 'lessons/hello/wrong/shy.js': null }, 'lessons/hello/wrong/shy.js:1: is missing'],
    [{ 'lessons/hello/wrong/loud.js': '' }, 'wrong/loud.js is not listed'],
    [{ 'lessons/hello/wrong/loud/server.js': '' }, 'wrong/loud is not listed'],
    [{ 'lessons/hello/zh-CN.md': null }, 'lessons/hello/zh-CN.md:1: is missing'],
    [
      { 'lessons/hello/en.md': text('Hello').replace('Because.', '::: figure gone\n:::') },
      'lessons/hello/en.md:10: there is no figure src/figures/gone',
    ],
    [
      {
        'lessons/hello/en.md': text('Hello').replace(
          'Because.',
          '::: figure close-codes step=x\n:::',
        ),
      },
      'lessons/hello/en.md:10: the figure close-codes has no property step: take step=x away',
    ],
    [
      {
        'lessons/hello/zh-CN.md': text('你好').replace(
          'Because.',
          '::: figure steps count=10\n:::',
        ),
      },
      'lessons/hello/zh-CN.md:10: count=10 is not a whole number from 1 to 9',
    ],
    [
      { 'lessons/hello/right/own/sever.js': '' },
      'lessons/hello/right/own/sever.js:1: a lesson has no such file',
    ],
    [
      { 'lessons/hello/rihgt/own.js': '' },
      'lessons/hello/rihgt/own.js:1: a lesson has no such file',
    ],
    [
      { 'lessons/hello/en.md': text('Hello').replace('Because.', '<b>So</b>\n\n![x](y.png)') },
      'lessons/hello/en.md:12: image is not used in lessons',
    ],
    [
      { 'lessons/hello/en.md': text('Hello').replace('hint speak', 'hint sing') },
      'lessons/hello/en.md:16: lesson.yaml has no hint sing',
    ],
    [
      { 'lessons/hello/en.md': text('Hello').replace('summary', 'sumary') },
      'lessons/hello/en.md:3: the file: there is no sumary here',
    ],
    [
      { 'lessons/hello/zh-CN.md': text('你好').replace('#why', '#how') },
      'lessons/hello/zh-CN.md:1: its sections are #, #how, those of en.md #, #why',
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

  it('reads the course of this project, with no translation behind its source', async () => {
    expect(existsSync(path.join(project, 'lessons/course.yaml'))).toBe(true)
    const course = readCourse(project, highlight, await readFigures(project))
    expect([...course.lessons.keys()]).toContain('first-echo')
    expect(course.stale).toEqual([])
  })

  it('finds the template as good as a lesson', () => {
    const files: Record<string, string> = {
      'lessons/course.yaml':
        'parts:\n  - id: one\n    title: { en: One, zh-CN: 一 }\n    lessons: [hello]\n',
    }
    for (const name of [
      'lesson.yaml',
      'en.md',
      'zh-CN.md',
      'start/client.js',
      'solution/client.js',
      'wrong/silent.js',
      'wrong/too-early.js',
    ])
      files[`lessons/hello/${name}`] = readFileSync(
        path.join(project, 'lessons/_template', name),
        'utf8',
      )
    expect(
      problems({ ...files, 'lessons/hello/wrong/shy.js': null }).filter(
        (problem) => !problem.includes('wrong/shy.js'),
      ),
    ).toEqual([])
  })
})
