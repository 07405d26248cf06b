import { describe, expect, it } from 'vitest'
import type { Locale } from '../locale/locale.ts'
import { parseLessonMarkdown } from './markdown.ts'
import { problemsOfTaskWords } from './task-words.ts'
import { lessonSketch } from './testing/lesson-file.ts'

const programs = {
  start: { 'client.js': "function say(text) {}\nsay('first')" },
  solution: { 'client.js': "function say(text) { queue.push(text); console.log('gone') }" },
}

/** The problems of a task with this text whose one check is about this event. */
function problems(text: string, of: object, locale: Locale = 'en') {
  const check = { id: 'a', type: 'count', of, atLeast: 1 }
  const { tasks } = lessonSketch({ tasks: [{ id: 'say', checks: [check] }] })
  const { walk } = parseLessonMarkdown(`::: task say\n### Say\n${text}\n---\nThen \`later\`.\n:::`)
  return problemsOfTaskWords(tasks, walk, programs, locale).map(
    ({ line, reason }) => `${line}: ${reason.split(':')[0]}`,
  )
}
const sent = { event: 'messageSent' }
const prints = (text: unknown, side = 'client') => ({ event: 'consoleMessage', side, text })

describe('words in code font in a task', () => {
  it('are what its checks accept, names in its programs, or of the WebSocket API', () => {
    expect(problems('Print `gone`.', prints({ contains: 'gone' }))).toEqual([])
    expect(problems('Print `Log In`.', prints({ matches: 'log in|login' }))).toEqual([])
    expect(problems("`say('first')` and `queue`, `ws.send()` not.", sent)).toEqual([
      '3: `ws.send()` is in code font, and no check of say accepts ws',
    ])
    expect(problems('Call `send()` with `server.js`.', sent)).toEqual([])
  })

  it('are refused otherwise, with the words that no check accepts', () => {
    expect(problems('Print `gone`.', prints({ matches: 'lost' }))).toEqual([
      '3: `gone` is in code font, and no check of say accepts gone',
    ])
    expect(problems("Call `say('second')`.", sent)).toEqual([
      "3: `say('second')` is in code font, and no check of say accepts second",
    ])
  })

  it('name what the checks want printed, unless the starter does', () => {
    expect(problems('Print it.', prints('gone'))).toEqual([
      '1: the checks of say want “gone” printed',
    ])
    expect(problems('Print it.', prints({ contains: 'first' }))).toEqual([])
    expect(problems('Print `lost`.', prints(['gone', 'lost']))).toEqual([])
  })
})

describe('a task that says at which side something is printed', () => {
  it('has checks of that side', () => {
    const gone = { contains: 'first' }
    expect(problems('Let the server print it.', prints(gone, 'server'))).toEqual([])
    expect(problems('Let the server print it.', prints(gone, 'client'))).toEqual([
      '1: the task says that the server prints, and a check of say takes a line of the client',
    ])
    expect(problems('Print it on the page.', prints(gone, 'server'))).toHaveLength(1)
    expect(problems('让服务器打印出来。', prints(gone, 'client'), 'zh-CN')).toHaveLength(1)
  })

  it('and may say so of both, or of none', () => {
    const gone = { contains: 'first' }
    expect(problems('Print it on the server. Print it on the page.', prints(gone))).toEqual([])
    expect(problems('Print it when the server answers.', prints(gone))).toEqual([])
  })
})
