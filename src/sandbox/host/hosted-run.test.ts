import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GuestMessage, HostMessage, StartMessage } from '../messages.ts'
import { prepareProgram } from '../prepare-program.ts'
import { HostedRun, type RunDocument } from './hosted-run.ts'
import type { RunMessage, RunRequest } from './run.ts'
import type { SandboxDocumentObserver } from './sandbox-document.ts'

const program = { 'client.js': '' }
const request: RunRequest = {
  program,
  endpoint: { kind: 'live', url: 'ws://x/' },
  routed: true,
  until: null,
  inputs: [],
}
const start: StartMessage = {
  type: 'start',
  runId: 'run-1',
  ...request,
  prepared: prepareProgram(program),
  parts: [],
  given: [],
  libraries: [],
  serverLibraries: [],
  modules: [],
}
const runId = 'run-1'

class FakeDocument implements RunDocument {
  greeted = false
  title = ''
  isRemoved = false
  readonly sent: HostMessage[] = []
  observer: SandboxDocumentObserver | undefined

  use(observer: SandboxDocumentObserver): void {
    this.observer = observer
  }
  send(message: HostMessage): void {
    this.sent.push(message)
  }
  remove(): void {
    this.isRemoved = true
  }
  says(...messages: GuestMessage[]): void {
    for (const message of messages) this.observer?.message(message, [])
  }
}

function startLater() {
  let resolve: (message: StartMessage) => void = () => undefined
  const promise = new Promise<StartMessage>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

function begin({
  afterHang = false,
  start: given = start,
}: { readonly afterHang?: boolean; readonly start?: StartMessage | Promise<StartMessage> } = {}) {
  const documents = [new FakeDocument()]
  const messages: RunMessage[] = []
  const reports: string[] = []
  const [first] = documents
  const nextDocument = () => {
    const next = new FakeDocument()
    documents.push(next)
    return next
  }
  const run = new HostedRun({
    runId,
    start: given,
    listener: (message) => messages.push(message),
    loadParts: () => Promise.resolve(),
    document: first ?? nextDocument(),
    nextDocument: afterHang ? nextDocument : undefined,
    recovered: () => reports.push('recovered'),
    stopped: (_run, hangs) => reports.push(hangs ? 'stopped, hangs' : 'stopped'),
  })
  return { run, documents, messages, reports }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a run in the sandbox', () => {
  it('starts in its document, and gets the time to compute up to', () => {
    const { run, documents } = begin()
    run.send({ type: 'computeUntil', time: 100 })
    run.send({ type: 'endAtHorizon' })
    expect(documents[0]?.sent).toEqual([
      start,
      { type: 'computeUntil', runId, time: 100 },
      { type: 'endAtHorizon', runId },
    ])
  })

  it('passes on the messages that matter to the page', () => {
    const { documents, messages } = begin()
    const said: readonly GuestMessage[] = [
      { type: 'started', runId, browser: 'x' },
      { type: 'unguarded', runId, file: 'client.js', message: 'no' },
      { type: 'ended', runId, reason: 'idle', time: 3 },
    ]
    documents[0]?.says({ type: 'ready' }, { type: 'heartbeat', runId }, ...said)
    expect(messages).toEqual(said)
  })

  it.each<[string, unknown, string]>([
    ['no message', { type: 'heartbeat' }, 'message.runId: missing'],
    ['a message of another run', { type: 'heartbeat', runId: 'run-2' }, 'run-2'],
  ])('fails at %s, and its document is removed', (_name, message, detail) => {
    const { documents, messages, reports } = begin()
    documents[0]?.observer?.message(message, [])
    const problem = { kind: 'invalidMessage', detail: expect.stringContaining(detail) as string }
    expect(messages).toEqual([{ type: 'failed', problem }])
    expect(documents[0]?.isRemoved).toBe(true)
    expect(reports).toEqual(['stopped'])
  })

  it('is unresponsive while heartbeats are missing, and hangs if it is stopped then', () => {
    const { run, documents, messages, reports } = begin()
    documents[0]?.says({ type: 'started', runId, browser: 'x' })
    vi.advanceTimersByTime(1250)
    documents[0]?.says({ type: 'heartbeat', runId })
    vi.advanceTimersByTime(1250)
    expect(messages.slice(1)).toEqual([
      { type: 'unresponsive', isUnresponsive: true },
      { type: 'unresponsive', isUnresponsive: false },
      { type: 'unresponsive', isUnresponsive: true },
    ])
    run.stop()
    run.stop()
    expect(reports).toEqual(['stopped, hangs'])
  })

  it('moves to another document until one greets, where a process hung', () => {
    const { run, documents, reports } = begin({ afterHang: true })
    run.send({ type: 'computeUntil', time: 5 })
    vi.advanceTimersByTime(1000)
    expect(documents.map(({ isRemoved }) => isRemoved)).toEqual([true, false])
    expect(documents[1]?.sent).toEqual(documents[0]?.sent)
    if (documents[1]) documents[1].greeted = true
    vi.advanceTimersByTime(5000)
    expect(documents).toHaveLength(2)
    expect(reports).toEqual(['recovered'])
  })
})

it('starts when all that the program needs is here, and says what could not be had', async () => {
  const waiting = startLater()
  const { documents, run } = begin({ start: waiting.promise })
  run.send({ type: 'computeUntil', time: 5 })
  expect(documents[0]?.sent).toEqual([{ type: 'computeUntil', runId, time: 5 }])
  waiting.resolve(start)
  await waiting.promise
  expect(documents[0]?.sent.at(-1)).toEqual(start)

  const refused = Promise.reject(new TypeError('sandbox-parts.json is not there'))
  const { messages } = begin({ start: refused })
  await refused.catch(() => undefined)
  const detail = 'TypeError: sandbox-parts.json is not there'
  expect(messages).toEqual([{ type: 'failed', problem: { kind: 'loadFailed', detail } }])
})

it('does not start what was stopped while it waited', async () => {
  const waiting = startLater()
  const { documents, run } = begin({ start: waiting.promise })
  run.stop()
  waiting.resolve(start)
  await waiting.promise
  expect(documents[0]?.sent).toEqual([])
})
