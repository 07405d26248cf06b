import { describe, expect, it } from 'vitest'
import type { SandboxEndpoint } from '../messages.ts'
import { prepareProgram } from '../prepare-program.ts'
import { neededParts, takesMoreOfNode } from './needed-parts.ts'

const builtIn: SandboxEndpoint = {
  kind: 'built-in',
  seed: 1,
  conditions: { latency: 1, jitter: 0, bandwidth: null },
}

function neededBy(client: string, server = '', endpoint: SandboxEndpoint = builtIn) {
  // Without an import it would be CommonJS.
  const program = {
    'client.js': client,
    ...(server !== '' && { 'server.js': `import ws from 'ws'\n${server}` }),
  }
  return neededParts({ program, endpoint, routed: true, until: null, inputs: [] })
}

describe('a program in the page', () => {
  it('needs no part for a plain echo', () => {
    const server = "import { WebSocketServer } from 'ws'\nnew WebSocketServer({ port: 8080 })"
    expect(neededBy("new WebSocket('wss://x/').onopen = () => 1", server)).toEqual([])
  })

  it('needs the proxies that are between it and its server', () => {
    const idle = { ...builtIn, conditions: { ...builtIn.conditions, idleTimeout: 60_000 } }
    expect(neededBy('', '', idle)).toEqual(['idle'])
    const program = { 'client.js': '', 'nginx.conf': 'location / { }' }
    const request = { program, endpoint: builtIn, routed: true, until: null, inputs: [] }
    expect(neededParts(request)).toEqual(['proxy'])
  })

  it('needs what tells its changes where it has a page', () => {
    const program = { 'client.js': '', 'page.html': '' }
    const request = { program, endpoint: builtIn, routed: true, until: null, inputs: [] }
    expect(neededParts(request)).toEqual(['changes'])
    expect(neededParts({ ...request, endpoint: { kind: 'live', url: 'wss://x/' } })).toContain(
      'changes',
    )
  })

  it('needs the broker if its server names redis', () => {
    expect(neededBy('', "import { createClient } from 'redis'")).toEqual(['redis'])
    expect(neededBy("import { createClient } from 'redis'")).not.toContain('redis')
  })

  it('needs what runs several servers, stops one, and does anything from outside', () => {
    const request = { program: { 'client.js': '' }, endpoint: builtIn, routed: true } as const
    const more = { until: null, inputs: [] }
    expect(neededParts({ ...request, ...more, servers: [8080, 8081] })).toEqual(['processes'])
    const stop = { kind: 'stopServer', time: 0, signal: 'SIGTERM' } as const
    expect(neededParts({ ...request, ...more, interventions: [stop] })).toEqual([
      'interventions',
      'processes',
    ])
  })

  it('needs the parts whose names it has', () => {
    expect(neededBy('', 'new WebSocketServer({ perMessageDeflate: true })')).toEqual(['deflate'])
    expect(neededBy('', "import { gzipSync } from 'node:zlib'")).toEqual(['deflate'])
    expect(neededBy('', "import { createHash } from 'crypto'")).toEqual(['hashes'])
    expect(neededBy('', "response.setHeader('WWW-Authenticate', 'Basic')")).toEqual(['credentials'])
    expect(neededBy('', "headers.push('Set-Cookie: a=1')")).toEqual(['credentials'])
  })

  it.each([
    'eval(text)',
    'new Function(text)()',
    '(() => 1).constructor(text)',
    'import(name)',
    "options['perMessage\\u0044eflate']",
  ])('needs all of them where they may be hidden: %s', (source) => {
    const imports = source.startsWith('import') ? ['imports'] : []
    expect(neededBy(source)).toEqual(['deflate', 'hashes', 'requests', 'xhr', ...imports])
    expect(neededBy('', source)).toEqual([
      'deflate',
      'hashes',
      'requests',
      'xhr',
      'inspect',
      'node',
      'credentials',
      'streams',
    ])
  })

  it.each([
    ['await fetch("/")', []],
    ['new EventSource(url)', []],
    ['new XMLHttpRequest()', ['xhr']],
    ['io("https://a.example/socket.io")', ['xhr']],
    ["window['fe' + 'tch']", ['xhr']],
    ['for (const a in self);', ['xhr']],
  ])('needs the HTTP client where it may be used: %s', (source, more) => {
    expect(neededBy(source)).toEqual(['requests', ...more])
  })

  it('needs no HTTP client to name a property of its window', () => {
    expect(neededBy('window.onload = () => self?.close()')).toEqual([])
  })

  it.each([
    "import { pipeline } from 'node:stream'",
    'request.toArray()',
    'createWebSocketStream(ws)',
  ])('needs the rest of streams where a server may use it: %s', (source) => {
    expect(neededBy('', source)).toEqual(['streams'])
    expect(neededBy(source)).not.toContain('streams')
  })
})

it.each(["console.log('open')", 'console.error(`${name} left`)'])(
  'needs no part for one text in the console of a server: %s',
  (source) => {
    expect(neededBy('', source)).toEqual([])
  },
)

it.each([
  'console.log(socket)',
  "console.log('%s', name)",
  'console.table(list)',
  'util.inspect(a)',
])('needs Node’s inspect for anything else there: %s', (source) => {
  expect(neededBy('', source)).toEqual(['inspect'])
  expect(neededBy(source)).toEqual([])
})

it.each([
  'process.stdout.write(text)',
  "new WebSocket('ws://localhost')",
  "http.get('http://localhost')",
])('needs the rest of Node where a server may use it: %s', (source) => {
  expect(neededBy('', source)).toContain('node')
})

it.each([
  ["import { readFileSync } from 'fs'", true],
  ["import path from 'node:path'", true],
  ["import { setTimeout } from 'node:timers/promises'", true],
  ["import { get } from 'node:http'", true],
  ["const http = require('http')", true],
  ['console.log(1)', true],
  ["import ws from 'ws'\nimport { createServer } from 'node:http'", false],
])('takes more of Node than ws does, or not: %s', (server, takes) => {
  const prepared = prepareProgram({ 'client.js': '', 'server.js': server })['server.js']
  expect(prepared && takesMoreOfNode(prepared)).toBe(takes)
})

it.each([
  ["import { ref } from 'vue'", ''],
  ['', '<script src="https://unpkg.com/vue"></script>'],
])('may need libraries where a client imports or a page has a script: %s %s', (client, page) => {
  const program = { 'client.js': client, 'page.html': page }
  const parts = neededParts({ program, endpoint: builtIn, routed: true, until: null, inputs: [] })
  expect(parts).toContain('imports')
})

it('needs the observed network on a real endpoint', () => {
  const endpoint = { kind: 'live', url: 'ws://x/' } as const
  expect(neededBy('', '', endpoint)).toEqual(['outside', 'realm'])
})

it('a server that is a client of `ws` may compress', () => {
  const program = {
    'client.js': '',
    'server.js': "const WebSocket = require('ws')\nnew WebSocket('ws://localhost:8080/')",
  }
  const parts = neededParts({ program, endpoint: builtIn, routed: true, until: null, inputs: [] })
  expect(parts).toContain('deflate')
  expect(new Set(parts).size).toBe(parts.length)
})
