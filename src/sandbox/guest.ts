/**
 * Entry of the sandbox's script: greets the page, takes the port it is handed, and runs one program.
 */
import { dataOf } from './guest/message-data.ts'
import { natives } from './guest/natives.ts'
import { RunControl } from './guest/run-control.ts'
import { HEARTBEAT } from './guest/progress.ts'
import { ProgramRun } from './guest/program-run.ts'
import { Scripts, takeScript } from './guest/scripts.ts'
import type { Evaluations } from './guest/evaluations.ts'
import type { watchPage } from './guest/page-changes.ts'
import type { importsPart } from './guest/libraries/imports-part.ts'
import type { InPageScript } from './guest-in-page.ts'
import type { WorldFactory } from './guest/world.ts'
import type { Part } from './parts.ts'
import { GREETING, parseHostMessage, type GuestMessage, type StartMessage } from './messages.ts'

const scripts = new Scripts<Part | 'in-page'>(document)
scripts.give('in-page', takeScript(document, 'in-page'))
/** What these scripts provide is known here; each is built from an entry of its own. */
const inPage = () => scripts.load('in-page') as InPageScript
const outside = () => scripts.load('outside') as WorldFactory
let started = false
const loadPart = (part: Part) => scripts.load(part)
document.currentScript?.remove()

const loaded = new Promise<void>((resolve) => {
  if (document.readyState === 'complete') resolve()
  else window.addEventListener('load', () => resolve(), { once: true })
})

const onGreeting = (event: MessageEvent<unknown>) => {
  const [port] = event.ports
  if (event.source !== window.parent || event.data !== GREETING || port === undefined) return
  window.removeEventListener('message', onGreeting)
  serve(port)
}
window.addEventListener('message', onGreeting)
// The page's origin cannot be known here, and the greeting holds no secret.
window.parent.postMessage(GREETING, '*')
// Ahead of time, while this document waits for its run.
natives.setTimeout(() => void inPage().warmUp(() => !started), 0)

function serve(port: MessagePort): void {
  // Taken before the program runs, because it may replace the browser's functions.
  const post = MessagePort.prototype.postMessage.bind(port)
  // Without a list, which the browser would ask for its iterator.
  const send = (message: GuestMessage, port?: MessagePort) =>
    port === undefined ? post(message) : post(message, [port])
  const control = new RunControl()
  let run: ProgramRun | undefined
  port.onmessage = (event: MessageEvent<unknown>) => {
    const result = parseHostMessage(dataOf(event))
    // The page comes from the same build, so it is a program that is too large.
    if (!result.ok) return send({ type: 'refused', detail: result.problem })
    const { message } = result
    switch (message.type) {
      case 'part':
        scripts.give(message.part, message.text)
        break
      case 'start':
        for (const { part, text } of message.given) scripts.give(part, text)
        if (!started) void begin(message)
        started = true
        break
      case 'computeUntil':
        control.computeUntil(message.time)
        break
      case 'endAtHorizon':
        control.endAtHorizon()
        break
      case 'input':
        run?.input(message.input)
        break
      case 'credit':
        run?.grant(message.count)
        break
      default:
        message satisfies never
    }
  }
  send({ type: 'ready' })

  const begin = async (start: StartMessage) => {
    const { runId, endpoint } = start
    await loaded
    const isInPage = endpoint.kind === 'built-in'
    const createWorld = isInPage ? inPage().createWorld(loadPart, start.parts) : outside()
    const prelude = isInPage ? '' : scripts.text('realm')
    // A script that the program has run before may not find the browser as it was.
    if (isInPage) start.parts.forEach(loadPart)
    // What that part's entry provides.
    const imports = () => scripts.load('imports') as typeof importsPart
    const begun = new ProgramRun({
      ...{ window, start, control, createWorld, prelude, post: send },
      // What that part's entry provides.
      evaluations: () => scripts.load('evaluations') as typeof Evaluations,
      // What that part's entry provides.
      watchPage: (...args) => (scripts.load('changes') as typeof watchPage)(...args),
      ...(start.parts.includes('imports') && { imports: imports() }),
    })
    run = begun
    natives.setInterval(() => {
      send({ type: 'heartbeat', runId })
      begun.look()
    }, HEARTBEAT)
    await begun.run()
  }
}
