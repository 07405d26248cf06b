/** Shows and hides a panel, on the in-page network. */
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import {
  isShown,
  LATENCY,
  nowOf,
  readMounts,
  timeOf,
  type Mounts,
  type Settings,
} from './mounts.ts'

const HOST = 'chat.example:8080'
const BEAT = 5000

export async function runMounts(settings: Settings): Promise<Mounts> {
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: LATENCY },
    baseUrl: 'http://chat.example/',
    servers: { [HOST]: serve },
  })
  const { clock, clientGlobals, trace, WebSocket } = network
  let unmount = () => {}

  const mount = () => {
    const ws = new WebSocket(`ws://${HOST}/`)
    const beat = clientGlobals.setInterval(() => ws.send('ping'), BEAT)
    return () => {
      if (settings.cleanup === 'none') return
      clientGlobals.clearInterval(beat)
      ws.close()
    }
  }

  await network.ready
  for (let click = 0; click < settings.clicks; click += 1) {
    await clock.runUntil(timeOf(click))
    if (isShown({ ...settings, clicks: click + 1 })) {
      // StrictMode does the first mount as a test.
      if (settings.mounting === 'twice') mount()()
      unmount = mount()
    } else unmount()
  }
  await clock.runUntil(nowOf(settings))
  network.stop()
  return readMounts(settings, trace)
}

/** What the server uses of `ws`. */
interface ServerModules {
  readonly ws: { readonly WebSocketServer: new (options: { readonly port: number }) => unknown }
}

function serve(modules: NodeModules): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  new ws.WebSocketServer({ port: 8080 })
}
