/**
 * On the built-in endpoint a program cannot reach the real network: the server is in the page.
 * Workers and iframes are not on the run's virtual clock, so they cannot reach that server either.
 */
import type { Recorder, SourcePosition } from '../../core/trace/event.ts'
import { FunctionMasks } from '../native-websocket/function-masks.ts'
import { consoleText, observed } from '../observed-event.ts'
import { removePeerConnections, WITHOUT_PEER_CONNECTIONS } from './realm/peer-connections.ts'
import { SourceFrames } from './realm/source-frames.ts'

const CONNECTS = /\b(?:WebSocket|EventSource|XMLHttpRequest|WebTransport|fetch)\b/u

const explain = (realm: string) =>
  `The built-in endpoint is out of reach for ${realm}: what it connects to is refused. Run this program on the lab server or on a live endpoint.`

export function closeNetwork(
  window: typeof globalThis,
  recorder: Recorder,
  locate: () => SourcePosition | undefined,
): void {
  const { document } = window
  // Adds to the policy in sandbox.html. Workers and iframes inherit it.
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "connect-src 'none'"
  document.head.append(policy)
  policy.remove()

  removePeerConnections(window)

  const warned = new Set<string>()
  const warn = (text: string) => {
    if (warned.has(text)) return
    warned.add(text)
    recorder.record(observed(consoleText('warn', text), locate()))
  }
  const masks = new FunctionMasks(window)
  masks.class(window, 'Worker', (create, values) => {
    warn(explain('a worker'))
    return create(values)
  })
  new SourceFrames(window, masks, {
    script(_element, html) {
      if (CONNECTS.test(html)) warn(explain('a frame'))
      return WITHOUT_PEER_CONNECTIONS
    },
    warn,
  })
}
