import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { commandLines, type CommandWords } from './command-lines.ts'
import { momentMarkdown } from './moment-markdown.ts'

const words: CommandWords = {
  intro: [],
  connection: (number, url) => `${number}: ${url}`,
  leftOut: (count) => `${count} left out`,
  thenType: 'then',
}

function created(connectionId: string, url: string, protocols: readonly string[] = []): TraceEvent {
  return {
    seq: 0,
    time: 0,
    side: 'client',
    provenance: 'observed',
    connectionId,
    type: 'created',
    url,
    protocols,
  }
}

function sent(connectionId: string, text: string): TraceEvent {
  return {
    seq: 1,
    time: 1,
    side: 'client',
    provenance: 'observed',
    connectionId,
    type: 'messageSent',
    data: { kind: 'text', text },
    byteLength: text.length,
  }
}

describe('a run as lines for a terminal', () => {
  it('has each connection with its messages, at the server of a Node project', () => {
    const events = [
      created('ws-1', 'wss://chat.example/room?id=1', ['chat', 'json']),
      created('ws-2', 'ws://other.example/'),
      sent('ws-1', 'Hello'),
      sent('ws-1', "it's"),
    ]
    expect(commandLines(events, 'ws://localhost:8080', { ...words, intro: ['first'] })).toBe(
      [
        '# first',
        '',
        '# 1: wss://chat.example/room?id=1',
        String.raw`printf '%s\n' 'Hello' 'it'\''s' | websocat -n --protocol 'chat, json' 'ws://localhost:8080/room?id=1'`,
        "wscat -c 'ws://localhost:8080/room?id=1' --subprotocol 'chat' --subprotocol 'json' -w 5 -x 'Hello'",
        '# then',
        "#   it's",
        '',
        '# 2: ws://other.example/',
        "websocat -n 'ws://localhost:8080/'",
        "wscat -c 'ws://localhost:8080/'",
        '',
      ].join('\n'),
    )
  })

  it('names the real server of a run that used one', () => {
    expect(commandLines([created('ws-1', 'wss://real.example/a')], null, words)).toContain(
      "wscat -c 'wss://real.example/a'",
    )
  })

  it('keeps the line breaks of a message, and says what no line can send', () => {
    const events: TraceEvent[] = [
      created('ws-1', 'ws://a.example/'),
      sent('ws-1', 'one\ntwo'),
      sent('ws-1', 'a\0b'),
    ]
    const lines = commandLines(events, null, words)
    expect(lines).toContain(String.raw`printf '%s\0' 'one` + "\ntwo' | websocat -n -0")
    expect(lines).toContain('# 1 left out')
  })

  it('is empty for a run without a WebSocket', () => {
    expect(commandLines([], null, words)).toBe('')
  })

  it('no message and no URL is a command of its own', () => {
    const evil = "'; touch /tmp/x; echo '"
    const lines = commandLines(
      [created('ws-1', `ws://a.example/?${evil}`), sent('ws-1', evil)],
      null,
      words,
    )
    for (const line of lines.split('\n').filter((one) => !one.startsWith('#')))
      expect(line.replaceAll(String.raw`'\''`, '').replaceAll(/'[^']*'/gu, '')).not.toContain(
        'touch',
      )
  })
})

describe('a run as Markdown', () => {
  const moment = {
    title: 'First echo',
    about: ['Server: echo.'],
    note: 'Look\nhere',
    program: { 'client.js': 'const fence = "```"', 'page.html': '<p>' },
    header: ['ms', 'What'],
    rows: [['0.0', 'a | b']],
    left: 0,
    more: (count: number) => `${count} more`,
  }

  it('has the note, the files and the table', () => {
    const text = momentMarkdown(moment)
    expect(text).toContain('> Look\n> here\n')
    expect(text).toContain('**page.html**\n\n```html\n<p>\n```\n')
    expect(text).toContain('| 0.0 | a \\| b |\n')
    expect(text).not.toContain('more')
  })

  it('fences a program with a longer fence than any in it', () => {
    expect(momentMarkdown(moment)).toContain('````js\nconst fence = "```"\n````\n')
  })

  it('says how many rows are left out', () => {
    expect(momentMarkdown({ ...moment, left: 12 })).toMatch(/\n12 more\n$/)
  })
})
