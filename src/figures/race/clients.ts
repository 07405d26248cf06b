/** The client of each way, as a page would have it. */
import type { Network } from '../../in-page-network/index.ts'
import { UPDATES, type Lane, type RaceSettings } from './settings.ts'

/** What a client has of the world it is in. */
export interface ClientScope extends Pick<Network, 'fetch' | 'EventSource' | 'WebSocket'> {
  readonly setTimeout: (callback: () => void, delay: number) => unknown
  /** `updates.example:8001`. */
  readonly host: string
  readonly settings: RaceSettings
  /** The program has an update. */
  readonly arrived: (id: number) => void
}

type Client = (scope: ClientScope) => void

/** What a message says. The servers of the race write it. */
const idOf = (text: string) => (JSON.parse(text) as { readonly id: number }).id

/** Asks for what is new, and gives the last update that has arrived. */
async function ask({ fetch, host, arrived }: ClientScope, last: number): Promise<number> {
  const response = await fetch(`http://${host}/updates?after=${last}`)
  // As above.
  const updates = (await response.json()) as readonly { readonly id: number }[]
  for (const { id } of updates) arrived(id)
  return updates.at(-1)?.id ?? last
}

const polling: Client = (scope) => {
  let last = 0
  const poll = async () => {
    last = await ask(scope, last)
    if (last < UPDATES) scope.setTimeout(poll, scope.settings.pollEvery)
  }
  void poll()
}

const longPolling: Client = (scope) => {
  const wait = async () => {
    for (let last = 0; last < UPDATES;) last = await ask(scope, last)
  }
  void wait()
}

const eventSource: Client = ({ EventSource, host, arrived }) => {
  const source = new EventSource(`http://${host}/updates`)
  source.onmessage = ({ data }) => {
    const id = idOf(data)
    arrived(id)
    if (id === UPDATES) source.close()
  }
}

const webSocket: Client = ({ WebSocket, host, arrived }) => {
  const socket = new WebSocket(`ws://${host}/updates`)
  socket.onmessage = ({ data }) => {
    const id = idOf(data)
    arrived(id)
    if (id === UPDATES) socket.close(1000)
  }
}

export const clients: Readonly<Record<Lane, Client>> = {
  polling,
  longPolling,
  eventSource,
  webSocket,
}
