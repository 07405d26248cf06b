import { expect, it } from 'vitest'
import { foreignHosts } from './foreign-hosts.ts'

const SITE = 'https://course.example/some/'
const hostsOf = (client: string, server?: string) =>
  foreignHosts({ 'client.js': client, ...(server !== undefined && { 'server.js': server }) }, SITE)

it.each([
  ["new WebSocket('ws://localhost:59999/')", ['localhost:59999']],
  ["new WebSocket('wss://api.my-shop.io/live')", ['api.my-shop.io']],
  ["const url = 'ws://10.0.0.7:81'\nnew WebSocket(url)", ['10.0.0.7:81']],
  ["new WebSocket('https://a.dev/x')\nnew WebSocket('wss://a.dev/y')", ['a.dev']],
  [
    '<!doctype html><button onclick="new WebSocket(\'ws://localhost:9998/echo\')">',
    ['localhost:9998'],
  ],
])('%j means a server of its author', (source, hosts) => {
  expect(hostsOf(source)).toEqual(hosts)
})

it.each([
  "new WebSocket('wss://echo.example')",
  "new WebSocket('ws://www.example.com/socketserver')",
  "new WebSocket('wss://echo.websocket.org')",
  "new WebSocket('wss://javascript.info/article/websocket/demo/hello')",
  "new WebSocket('/chat')",
  "new WebSocket('wss://course.example/chat')",
  "new WebSocket('xx')",
  "fetch('https://a.dev/')",
  "// new WebSocket('ws://localhost:59999/')",
])('%j names no server, or a sample', (source) => {
  expect(hostsOf(source)).toEqual([])
})

it('a program with a server of its own means that one by an address of this machine', () => {
  const client = "new WebSocket('ws://localhost:8080')\nnew WebSocket('ws://127.0.0.1:8080')"
  expect(hostsOf(client)).toEqual(['localhost:8080', '127.0.0.1:8080'])
  expect(hostsOf(client, 'server.listen(8080)')).toEqual([])
  expect(hostsOf("new WebSocket('ws://10.0.0.7')", 'server.listen(8080)')).toEqual(['10.0.0.7'])
})
