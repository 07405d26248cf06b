/** What a task says and what its checks accept have to be the same. */
import type { Locale } from '../locale/locale.ts'
import { filesOf, type Program } from '../program/program.ts'
import { PROGRAM_FILES } from '../program/program-file.ts'
import { isRecord } from '../trace/shape.ts'
import type { LessonFile } from './schema.ts'
import type { TextProblem, WalkItem } from './walk.ts'

type Task = LessonFile['tasks'][number]

/** The programs whose names a task may use. */
export interface TaskPrograms {
  readonly start: Program
  readonly solution: Program
}

interface TaskText {
  readonly line: number
  /** In code font. */
  readonly codes: readonly { readonly text: string; readonly line: number }[]
  readonly sentences: readonly string[]
}

/** Words in code font that no check accepts, words checks ask for, and sides that are not checked. */
export function problemsOfTaskWords(
  tasks: readonly Task[],
  walk: readonly WalkItem[],
  programs: TaskPrograms,
  locale: Locale,
): readonly TextProblem[] {
  return tasks.flatMap((task) => {
    const text = textOf(task.id, walk)
    return text === null
      ? []
      : [
          ...strangeWords(task, text, programs),
          ...unsaidWords(task, text, programs),
          ...otherSides(task, text, locale),
        ]
  })
}

/** The title and the text of a task, without what comes after it is solved. */
function textOf(id: string, walk: readonly WalkItem[]): TaskText | null {
  const begin = walk.findIndex(
    (item) => item.kind === 'stop' && item.stop === 'task' && item.id === id,
  )
  const stop = walk[begin]
  if (stop?.kind !== 'stop') return null
  const rest = walk.slice(begin + 1)
  const end = rest.findIndex(({ kind }) => kind === 'after' || kind === 'end')
  const items = rest.slice(0, end)
  const all = items.map((item) =>
    item.kind === 'words' ? item.text : item.kind === 'gap' ? '\n' : '',
  )
  return {
    line: stop.line,
    codes: items.flatMap((item) =>
      item.kind === 'words' && item.role === 'code' ? [{ text: item.text, line: item.line }] : [],
    ),
    sentences: all.join('').split(/[.!?](?=\s)|[。！？；\n]/u),
  }
}

/** Of the WebSocket API, and what a reader of any lesson knows. */
const PLATFORM =
  'WebSocket new send close url protocol protocols extensions readyState bufferedAmount binaryType ' +
  'CONNECTING OPEN CLOSING CLOSED open message error code reason wasClean data event console log ' +
  'addEventListener onopen onmessage onerror onclose JSON parse stringify'

const QUOTED = /'([^']*)'|"([^"]*)"/g
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*|\d+/gu

function strangeWords(
  task: Task,
  text: TaskText,
  { start, solution }: TaskPrograms,
): TextProblem[] {
  const { values, expressions } = acceptedBy(task)
  const accepts = (word: string) =>
    values.has(word) || expressions.some((expression) => expression.test(word))
  const known = new Set([...PLATFORM.split(' '), ...namesOf(start), ...namesOf(solution)])
  const starter = sourceOf(start)
  return text.codes.flatMap(({ text: code, line }) => {
    if (accepts(code) || PROGRAM_FILES.some((file) => file === code) || starter.includes(code))
      return []
    const quoted = [...code.matchAll(QUOTED)].map(([, one, two]) => one ?? two ?? '')
    const names = code.replace(QUOTED, '').match(NAME) ?? []
    const strange = [
      ...quoted.filter((word) => !accepts(word) && !starter.includes(word)),
      ...names.filter((name) => !known.has(name) && !accepts(name)),
    ]
    return strange.length === 0
      ? []
      : [
          {
            line,
            reason:
              `\`${code}\` is in code font, and no check of ${task.id} accepts ${strange.join(', ')}: ` +
              'write what the checks accept, or let the checks accept it',
          },
        ]
  })
}

/** Names in a program's code, without texts and comments. */
function namesOf(program: Program): readonly string[] {
  const code = sourceOf(program).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|"[^"\n]*"/g, ' ')
  return code.match(NAME) ?? []
}

const sourceOf = (program: Program) =>
  filesOf(program)
    .map((file) => program[file])
    .join('\n')

/** Texts that the checks ask a program to print, and the task does not say. */
function unsaidWords(task: Task, text: TaskText, { start }: TaskPrograms): TextProblem[] {
  const said = [...text.codes.map(({ text: code }) => code), sourceOf(start)]
  return printedBy(task)
    .filter((words) => !words.some((word) => said.some((where) => where.includes(word))))
    .map((words) => ({
      line: text.line,
      reason: `the checks of ${task.id} want ${words.map((word) => `“${word}”`).join(' or ')} printed: say so in code font`,
    }))
}

interface Accepted {
  readonly values: ReadonlySet<string>
  readonly expressions: readonly RegExp[]
}

/** Every value in the checks of a task, those of its mistakes aside. */
function acceptedBy({ checks }: Task): Accepted {
  const values = new Set<string>()
  const expressions: RegExp[] = []
  visit(checks, (key, value) => {
    if (typeof value === 'object') return
    if (key === 'matches') expressions.push(new RegExp(`^(?:${String(value)})$`, 'iu'))
    else values.add(String(value))
  })
  return { values, expressions }
}

/** The texts of console lines that checks ask for; of each list, one is enough. */
function printedBy({ checks }: Task): readonly (readonly string[])[] {
  const wanted: (readonly string[])[] = []
  for (const condition of textsOfLines(checks)) {
    if (typeof condition === 'string') wanted.push([condition])
    else if (Array.isArray(condition)) wanted.push(condition.map(String))
    else if (isRecord(condition))
      for (const key of ['is', 'word', 'contains']) {
        const value = condition[key]
        if (typeof value === 'string') wanted.push([value])
        else if (Array.isArray(value)) wanted.push(value.map(String))
      }
  }
  return wanted
}

function textsOfLines(checks: Task['checks']): readonly unknown[] {
  const texts: unknown[] = []
  visit(checks, (_key, value) => {
    if (!isRecord(value)) return
    if (value['event'] === 'consoleMessage') texts.push(value['text'])
    else if (value['type'] === 'console' && Array.isArray(value['lines']))
      texts.push(...value['lines'])
  })
  return texts.filter((condition) => condition !== undefined)
}

/** Calls `see` with every value within, by its key; what belongs to mistakes is left out. */
function visit(value: unknown, see: (key: string, value: unknown) => void, key = ''): void {
  see(key, value)
  if (Array.isArray(value)) for (const item of value) visit(item, see, key)
  else if (isRecord(value))
    for (const [name, inner] of Object.entries(value))
      if (name !== 'mistakes') visit(inner, see, name)
}

type Side = 'client' | 'server'

/** Sentences that say at which side something is printed. */
const SIDES: Readonly<Record<Locale, Readonly<Record<Side, RegExp>>>> = {
  en: {
    server: /\bserver(?:\.js`?)?\b.*\bprint|\bprint.*\b(?:on|at|in|by) the server\b/iu,
    client:
      /\b(?:client|page|browser)\b.*\bprint|\bprint.*\b(?:on|at|in|by) the (?:client|page|browser)\b/iu,
  },
  'zh-CN': {
    server: /服务器.*(?:打印|输出)/u,
    client: /(?:客户端|页面|浏览器).*(?:打印|输出)/u,
  },
}

function otherSides(task: Task, text: TaskText, locale: Locale): TextProblem[] {
  const named = (['server', 'client'] as const).filter((side) =>
    text.sentences.some((sentence) => SIDES[locale][side].test(sentence)),
  )
  const [side] = named
  if (side === undefined || named.length > 1) return []
  const allowed = new Set<string>()
  visit(task.checks, (_key, value) => {
    if (!isRecord(value)) return
    if (value['event'] === 'consoleMessage' || value['type'] === 'console')
      allowed.add(String(value['side']))
  })
  allowed.delete(side)
  return allowed.size === 0
    ? []
    : [
        {
          line: text.line,
          reason:
            `the task says that the ${side} prints, and a check of ${task.id} takes a line of ` +
            `${[...allowed].map((other) => `the ${other}`).join(' and ')}: ` +
            `write side: ${side}`,
        },
      ]
}
