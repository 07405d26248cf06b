/** What a client of these tests is given: sockets that tell what they see, in the page and on Node. */

interface Means {
  readonly WebSocket: typeof globalThis.WebSocket
  readonly fetch: typeof globalThis.fetch
  readonly setTimeout: (callback: () => void, delay: number) => unknown
}

type Told = Record<string, string[]>

const textOf = (data: unknown): string =>
  data instanceof ArrayBuffer
    ? `bytes ${[...new Uint8Array(data)].map((octet) => octet.toString(16).padStart(2, '0')).join('')}`
    : String(data)

/** What each socket and request saw, by its name. */
export function createScope({ WebSocket, fetch, setTimeout }: Means) {
  const told: Told = {}
  const tell = (name: string, line: string) => (told[name] ??= []).push(line)

  const open = (name: string, path = '/', protocols: string | string[] = []) => {
    const socket = new WebSocket(`ws://localhost:8080${path}`, protocols)
    socket.binaryType = 'arraybuffer'
    const messages: string[] = []
    let look = () => undefined as unknown
    const opened = new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => {
        tell(name, `open ${socket.protocol}`)
        resolve(true)
      })
      socket.addEventListener('close', () => resolve(false))
    })
    const closed = new Promise<void>((resolve) => {
      socket.addEventListener('close', ({ code, reason }) => {
        tell(name, `closed ${code} ${reason}`)
        resolve()
        look()
      })
    })
    socket.addEventListener('error', () => tell(name, 'error'))
    socket.addEventListener('message', ({ data }) => {
      messages.push(textOf(data))
      tell(name, textOf(data))
      look()
    })
    return {
      socket,
      opened,
      closed,
      /** Resolves when so many messages have come, or the connection is over. */
      received: (count: number) =>
        new Promise<void>((resolve) => {
          look = () => {
            if (messages.length >= count || socket.readyState > 1) resolve()
          }
          look()
        }),
      send: (data: string | Uint8Array<ArrayBuffer>) => socket.send(data),
      async end(code = 1000, reason = '') {
        if (socket.readyState < 2) socket.close(code, reason)
        await closed
      },
    }
  }

  const get = async (path: string, options?: RequestInit) => {
    try {
      const response = await fetch(`http://localhost:8080${path}`, options)
      const type = response.headers.get('content-type') ?? ''
      tell(path, `${response.status} ${type} ${await response.text()}`)
    } catch {
      tell(path, 'failed')
    }
  }

  const wait = (delay: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, delay)
    })

  return { told, scope: { open, get, wait } }
}

/** The client of a server that has none of its own. */
export const TALK = `
  const a = open('a')
  await a.opened
  a.send('hello')
  await a.received(1)
  await a.end()
`
