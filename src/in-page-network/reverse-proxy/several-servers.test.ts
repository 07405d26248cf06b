import { describe, expect, it } from 'vitest'
import { previewConsole } from '../../core/trace/describe/preview.ts'
import type { PlannedIntervention } from '../../core/trace/intervention.ts'
import { createNetwork } from '../create-network.ts'
import { nodeModuleLoader } from '../testing/node-module-loader.ts'
import { ofType, quickLink } from '../testing/run-program.ts'

const SERVER = `
  import { WebSocketServer } from 'ws'
  const server = new WebSocketServer({ port: process.env.PORT })
  server.on('connection', (socket) => {
    socket.send(process.env.PORT)
    socket.on('message', (data) => console.log(String(data)))
  })
`
const BOTH = 'server 127.0.0.1:8080; server 127.0.0.1:8081;'
const configOf = (upstream: string) => `upstream chat { ${upstream} }
  location / {
    proxy_pass http://chat;
    proxy_http_version 1.1;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection "upgrade";
  }`

/** Clients come one after the other, every 100 ms, to these paths. */
async function run(
  upstream: string,
  paths: readonly string[],
  {
    interventions = [],
    isBrief = false,
  }: { readonly interventions?: readonly PlannedIntervention[]; readonly isBrief?: boolean } = {},
) {
  const network = createNetwork({
    ...{ clock: 'virtual', conditions: quickLink, processes: [8080, 8081], interventions },
    ...{ routed: true, baseUrl: 'http://chat.example/' },
  })
  await network.runServer(SERVER, { load: nodeModuleLoader })
  await network.clock.settle()
  network.runProxy(configOf(upstream))
  const told: string[] = []
  paths.forEach((path, index) => {
    network.clientGlobals.setTimeout(() => {
      const socket = new network.WebSocket(`ws://chat.example${path}`)
      socket.onmessage = ({ data }) => {
        told.push(String(data))
        socket.send('hello')
        if (isBrief) socket.close()
      }
      socket.onclose = ({ code, wasClean }) => {
        if (!wasClean) told.push(String(code))
      }
    }, index * 100)
  })
  await network.clock.runUntil(60_000)
  network.stop()
  const lines = ofType(network.trace, 'consoleMessage').map((line) => ({
    server: line.server,
    text: previewConsole(line.arguments, 200),
  }))
  return { told, lines, trace: network.trace }
}

const five = ['/1', '/2', '/3', '/4', '/5']

describe('a proxy with several servers', () => {
  it('takes them in turn', async () => {
    const { told, lines } = await run(BOTH, five)
    expect(told).toEqual(['8080', '8081', '8080', '8081', '8080'])
    expect(lines.map(({ server }) => String(server))).toEqual(told)
  })

  it('says in the trace which server an event of its side happened at', async () => {
    const { trace } = await run(BOTH, ['/1', '/2'])
    const received = ofType(trace, 'frameReceived').filter(({ side }) => side === 'server')
    expect(received.map(({ connectionId, server }) => [connectionId, server])).toEqual([
      ['ws-1', undefined],
      ['ws-2', 8080],
      ['ws-3', undefined],
      ['ws-4', 8081],
    ])
  })

  it('spreads by weight, smoothly', async () => {
    const { told } = await run('server 127.0.0.1:8080 weight=2; server 127.0.0.1:8081;', [
      ...five,
      '/6',
    ])
    expect(told).toEqual(['8080', '8081', '8080', '8080', '8081', '8080'])
  })

  it('sends an address to the same server with ip_hash', async () => {
    // 203.0.113.7, 198.51.100.8 and 192.0.2.9 are in three networks: each has its server.
    const { told } = await run(`ip_hash; ${BOTH}`, five, { isBrief: true })
    const again = await run(`ip_hash; ${BOTH}`, five, { isBrief: true })
    expect(again.told).toEqual(told)
    expect(new Set(told).size).toBe(2)
  })

  it('sends a value to the same server with hash', async () => {
    const { told } = await run(`hash $arg_room; ${BOTH}`, [
      ...['/?room=tea', '/?name=Ada&room=tea', '/?room=tea&name=Bo'],
    ])
    expect(new Set(told).size).toBe(1)
  })

  it('chooses the one with the fewest connections with least_conn', async () => {
    const { told } = await run(`least_conn; ${BOTH}`, five)
    // The turn goes on only where several have as few.
    expect(told.slice(0, 4)).toEqual(['8080', '8081', '8081', '8080'])
    const brief = await run(`least_conn; ${BOTH}`, five, { isBrief: true })
    expect(brief.told).toEqual(['8080', '8081', '8080', '8081', '8080'])
  })

  it('goes to a backup only where no other is up, and to none that is down', async () => {
    const backup = await run('server 127.0.0.1:8080; server 127.0.0.1:8081 backup;', five)
    expect(new Set(backup.told)).toEqual(new Set(['8080']))
    const down = await run('server 127.0.0.1:8080 down; server 127.0.0.1:8081;', five)
    expect(new Set(down.told)).toEqual(new Set(['8081']))
    const last = await run('server 127.0.0.1:9; server 127.0.0.1:8081 backup;', ['/1'])
    expect(last.told).toEqual(['8081'])
  })

  it('goes on to the other when one is killed, and leaves it out for ten seconds', async () => {
    const { told, lines } = await run(BOTH, five, {
      interventions: [{ kind: 'stopServer', time: 150, signal: 'SIGKILL', server: 8080 }],
    })
    expect(told).toEqual(['8080', '1006', '8081', '8081', '8081', '8081'])
    expect(lines.filter(({ text }) => text.includes('111: Connection refused'))).toHaveLength(1)
  })

  it('answers 502 where none is left', async () => {
    const { trace, lines } = await run(BOTH, ['/1', '/2'], {
      interventions: [{ kind: 'stopServer', time: 0, signal: 'SIGKILL' }],
    })
    const statuses = ofType(trace, 'handshakeResponseReceived').map(({ status }) => status)
    expect(statuses).toEqual([502, 502])
    expect(lines.map(({ text }) => text.replace(/, client.*/u, ''))).toEqual([
      'nginx: [error] connect() failed (111: Connection refused) while connecting to upstream',
      'nginx: [warn] upstream server temporarily disabled: 127.0.0.1:8080',
      'nginx: [error] connect() failed (111: Connection refused) while connecting to upstream',
      'nginx: [warn] upstream server temporarily disabled: 127.0.0.1:8081',
      'nginx: [error] no live upstreams while connecting to upstream',
    ])
  })

  it('says why nginx would not start', async () => {
    await expect(run('server 127.0.0.1:8080 heavy;', [])).rejects.toThrow(
      'invalid parameter "heavy"',
    )
    await expect(run(`hash $nothing; ${BOTH}`, [])).rejects.toThrow('unknown "nothing" variable')
  })
})
