/** What two runs came to, side by side, in sentences. */
import type { Finding } from './comparison.ts'
import type { ConnectionOutcome, Outcome } from './outcome.ts'
import { isSameData } from './same-data.ts'

/** Connections described one by one. */
const MAX_CONNECTIONS = 6

const COUNTED = [
  ['console', 'consoleLines'],
  ['errors', 'uncaughtErrors'],
] as const

/** How two outcomes differ; empty where they do not. */
export function outcomeFindings(here: Outcome, there: Outcome): Finding[] {
  const findings: Finding[] = []
  if (here.connections.length !== there.connections.length)
    findings.push({
      key: 'connections',
      params: { here: here.connections.length, there: there.connections.length },
    })
  for (const [index, connection] of here.connections.slice(0, MAX_CONNECTIONS).entries()) {
    const other = there.connections[index]
    if (other !== undefined) findings.push(...connectionFindings(connection, other))
  }
  for (const [key, counted] of COUNTED)
    if (here[counted] !== there[counted])
      findings.push({ key, params: { here: here[counted], there: there[counted] } })
  return findings
}

function connectionFindings(here: ConnectionOutcome, there: ConnectionOutcome): Finding[] {
  const connectionId = here.id
  const findings: Finding[] = []
  const say = (key: Finding['key'], params: Finding['params'] = {}) =>
    findings.push({ key, params, connectionId })

  if (here.opened !== there.opened) say(here.opened ? 'opened.onlyHere' : 'opened.onlyThere')
  for (const way of ['out', 'in'] as const)
    if (here.messages[way] !== there.messages[way])
      say(`messages.${way}`, { here: here.messages[way], there: there.messages[way] })
  if (here.closed !== undefined && there.closed !== undefined) {
    if (!isSameData(here.closed, there.closed))
      say('closed.differs', { here: closing(here.closed), there: closing(there.closed) })
    else if (here.closedBy !== there.closedBy && here.closedBy && there.closedBy)
      say('closedBy', { here: here.closedBy, there: there.closedBy })
  } else if (here.closed !== undefined) say('closed.onlyHere', { close: closing(here.closed) })
  else if (there.closed !== undefined) say('closed.onlyThere', { close: closing(there.closed) })
  return findings
}

/** `1000`, `4001 “kicked”`. */
function closing({ code, reason }: { readonly code: number; readonly reason: string }): string {
  return reason === '' ? String(code) : `${String(code)} “${reason}”`
}
