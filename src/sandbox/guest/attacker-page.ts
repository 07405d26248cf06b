/**
 * Runs `attacker.js`: a page of another origin that the user of the same browser opens in the course
 * of the run. It shares the realm with `client.js`, and finds only what its page connects with.
 */
import { holdClock } from '../../in-page-network/clock/clock.ts'
import type { ModuleLoader, VirtualNetwork } from '../../in-page-network/index.ts'
import type { prepareServer } from '../../in-page-network/server/server-source.ts'
import { observed } from '../observed-event.ts'
import type { PreparedServer } from '../prepared-program.ts'
import type { WorldContext } from './world.ts'

const ATTACKER = 'attacker.js'

/** What belongs to the document of the other page. */
const OF_DOCUMENT = [
  'document',
  'window',
  'self',
  'localStorage',
  'sessionStorage',
  'cookieStore',
  'history',
  'navigator',
  'parent',
  'top',
  'opener',
] as const

export interface AttackerPage {
  readonly network: VirtualNetwork
  readonly context: WorldContext
  readonly origin: string
  readonly file: PreparedServer
}

/**
 * The page loads now.
 * @param prepare the document's own, as is `load`: they count what they are given.
 */
export function openAttackerPage(
  { network, context, origin, file }: AttackerPage,
  prepare: typeof prepareServer,
  load: ModuleLoader,
): void {
  const { stream } = context
  const { code, server } = file
  stream.record(observed({ type: 'pageLifecycle', phase: 'load', page: origin }))
  if (server.kind === 'refused') {
    context.report(new SyntaxError(server.message), 'syntaxError')
    return
  }
  const { href, host, hostname, protocol } = new URL(origin)
  const begun = holdClock(network.clock)
  // A server asks by `typeof` for names that only a page has; this is a page.
  const prepared = prepare(
    { ...server.source, hidden: [] },
    {
      name: ATTACKER,
      modules: {},
      globals: {
        ...network.openPage(origin),
        ...Object.fromEntries(OF_DOCUMENT.map((name) => [name, undefined])),
        origin,
        location: { href, origin, host, hostname, protocol, pathname: '/' },
      },
      begun,
    },
  )
  // Imports, if any, became declarations before the first line, and so did the globals.
  context.shiftFirstLine(ATTACKER, firstLine(prepared.source).length - firstLine(code).length)
  void load(prepared.source)
    // What it throws reaches the window's `error` event, too.
    .catch(() => undefined)
    .finally(() => {
      begun()
      prepared.release()
    })
}

function firstLine(text: string): string {
  return /^.*/u.exec(text)?.[0] ?? ''
}
