import { describe, expect, it } from 'vitest'
import type { SandboxEndpoint } from '../messages.ts'
import { neededParts } from './needed-parts.ts'

const builtIn: SandboxEndpoint = {
  kind: 'built-in',
  seed: 1,
  conditions: { latency: 1, jitter: 0, bandwidth: null },
}

function neededBy(client: string, server = '', endpoint: SandboxEndpoint = builtIn) {
  const program = { 'client.js': client, 'server.js': server }
  return neededParts({ program, endpoint, routed: true, until: null, inputs: [] })
}

describe('a program in the page', () => {
  it('needs no part for a plain echo', () => {
    const server = "import { WebSocketServer } from 'ws'\nnew WebSocketServer({ port: 8080 })"
    expect(neededBy("new WebSocket('wss://x/').onopen = () => 1", server)).toEqual([])
  })

  it('needs the parts whose names it has', () => {
    expect(neededBy('', 'new WebSocketServer({ perMessageDeflate: true })')).toEqual(['deflate'])
    expect(neededBy('', "import { gzipSync } from 'node:zlib'")).toEqual(['deflate'])
    expect(neededBy('', "import { createHash } from 'crypto'")).toEqual(['hashes'])
  })

  it.each([
    'eval(text)',
    'new Function(text)()',
    '(() => 1).constructor(text)',
    'import(name)',
    "options['perMessage\\u0044eflate']",
  ])('needs all of them where they may be hidden: %s', (source) => {
    expect(neededBy(source)).toEqual(['deflate', 'hashes', 'requests'])
    expect(neededBy('', source)).toEqual(['deflate', 'hashes', 'requests', 'streams'])
  })

  it.each([
    'await fetch("/")',
    'new EventSource(url)',
    "window['fe' + 'tch']",
    'for (const a in self);',
  ])('needs the HTTP client where it may be used: %s', (source) => {
    expect(neededBy(source)).toEqual(['requests'])
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
    expect(neededBy(source)).toEqual([])
  })
})

it('needs the observed network on a real endpoint', () => {
  const endpoint = { kind: 'live', url: 'ws://x/' } as const
  expect(neededBy('', '', endpoint)).toEqual(['outside', 'realm'])
})
