/** The page of the suite: runs a program in either world and gives the lines that it says. */
import { SandboxHost } from '../../../src/sandbox/host.ts'
import type { RunMessage, RunRequest } from '../../../src/sandbox/host/run.ts'

/** Virtual milliseconds that a program may take. */
const HORIZON = 300_000
/** Real milliseconds after which a program counts as hanging. No machine is as busy as that. */
const HANGING = 5 * 60_000
/** The last line of a program. */
const DONE = 'done'

const place = (selector: string) => {
  const element = document.querySelector<HTMLElement>(selector)
  if (element === null) throw new Error(`the page has no ${selector}`)
  return element
}
const host = new SandboxHost({ container: place('#in-page'), url: 'sandbox.html' })

/** Runs a program in the sandbox, with a server program on the built-in endpoint. */
function runInPage(source: string, server: string | null): Promise<readonly string[]> {
  return runInSandbox({
    program: { 'client.js': source, ...(server !== null && { 'server.js': server }) },
    endpoint: {
      kind: 'built-in',
      conditions: { latency: 5, jitter: 0, bandwidth: null },
      seed: 101,
    },
    routed: server !== null,
  })
}

/**
 * Runs a program in the sandbox, where the browser's own WebSocket is observed: routed to a URL, or
 * to where the program says.
 */
function runObserved(source: string, route: string | null): Promise<readonly string[]> {
  return runInSandbox({
    program: { 'client.js': source },
    endpoint: { kind: 'live', url: route ?? 'ws://127.0.0.1/' },
    routed: route !== null,
  })
}

function runInSandbox(
  request: Pick<RunRequest, 'program' | 'endpoint' | 'routed'>,
): Promise<readonly string[]> {
  const lines: string[] = []
  const errors: string[] = []
  return new Promise((resolve) => {
    const end = (problem?: string) => {
      clearTimeout(patience)
      run.stop()
      resolve(problem === undefined ? lines : [...lines, ...errors, problem])
    }
    const patience = setTimeout(() => end(`it did not end within ${HANGING} ms`), HANGING)
    const listen = (message: RunMessage) => {
      switch (message.type) {
        case 'records':
          for (const event of message.events) {
            if (event.type === 'uncaughtError') {
              errors.push(`uncaught on the ${event.side}: ${event.name}: ${event.message}`)
            }
            if (event.type !== 'consoleMessage' || event.side === 'server') continue
            const [line] = event.arguments
            if (line?.kind !== 'string') continue
            lines.push(line.text)
            if (line.text === DONE) return end()
          }
          return
        case 'ended':
          return end(`it ended (${message.reason}) after ${message.time} ms, not done`)
        case 'failed':
          return end(`${message.problem.kind}: ${message.problem.detail}`)
      }
    }
    const run = host.start({ ...request, until: null, inputs: [] }, listen)
    run.send({ type: 'computeUntil', time: HORIZON })
    run.send({ type: 'endAtHorizon' })
  })
}

/** Runs a program in a document like the sandbox's, with everything the browser's own. */
function runNative(source: string): Promise<readonly string[]> {
  const lines: string[] = []
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-scripts', 'allow-forms')
  frame.src = 'native.html'
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const end = (problem?: string) => {
      clearTimeout(patience)
      frame.remove()
      resolve(problem === undefined ? lines : [...lines, problem])
    }
    const patience = setTimeout(() => end(`it was not done within ${HANGING} ms`), HANGING)
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const line = String(data)
      lines.push(line)
      if (line === DONE) end()
    }
    frame.onload = () => frame.contentWindow?.postMessage(source, '*', [port2])
    place('#native').append(frame)
  })
}

const conformance = { runInPage, runObserved, runNative }

declare global {
  interface Window {
    conformance: typeof conformance
  }
}

window.conformance = conformance
