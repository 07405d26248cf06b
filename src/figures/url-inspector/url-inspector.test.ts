import { describe, expect, it } from 'vitest'
import { EXAMPLES, inspect, PAGES, type Page } from './url-inspector.ts'
import { createNetwork } from '../../in-page-network/index.ts'

const ADDRESSES = [
  ...EXAMPLES.map(({ address }) => address),
  'ws://localhost:8080',
  'wss://example.com',
  'http://example.com:80/a/../b',
  'HTTPS://EXAMPLE.COM/%7Efoo',
  'WS://[::1]:8080/?',
  'wss://ada:secret@chat.example/x?y=z',
  'wss://ada@chat.example',
  '//other.example:444/x',
  '/chat?room=7',
  '?room=7',
  '',
  '  wss://chat.example/a b  ',
  'wss://chat.example/?name=Zoë & Co',
  'wss://chat.example/?name=#1',
  'wss://chat.example/#',
  'wss://bücher.example/',
  'ws:chat.example',
  'ws://',
  'ws://:80',
  'ws://example.com:99999',
  'wss://exa mple.com',
  'ftp://example.com/file',
  'mailto:ada@example.com',
  'javascript:void 0',
  'file:///etc/hosts#x',
  'data:text/plain,hello?x#y',
]

const cases = ADDRESSES.flatMap((address) =>
  (Object.keys(PAGES) as Page[]).map((page) => ({ address, page })),
)

describe.each(cases)('$address on a page at $page', ({ address, page }) => {
  const { parts, url, outcome } = inspect(address, page)

  it('has the URL that a socket of the in-page network has, or its exception', () => {
    const network = createNetwork({ clock: 'virtual', baseUrl: PAGES[page], routed: true })
    const construct = () => new network.WebSocket(address).url
    if (outcome.kind === 'throws') expect(construct).toThrow(outcome.message)
    else expect(construct()).toBe(url)
  })

  it('makes up the URL of its parts, a default port aside', () => {
    const whole = parts.filter(({ name }) => name !== 'defaultPort').map(({ text }) => text)
    if (url !== null) expect(whole.join('')).toBe(url)
    else if (parts.length > 0) expect(new URL(whole.join('')).href).toBe(whole.join(''))
  })

  it('marks the one part because of which the browser does not connect', () => {
    const refused = parts.filter(({ isRefused }) => isRefused)
    expect(refused).toHaveLength(outcome.kind === 'connects' || parts.length === 0 ? 0 : 1)
  })
})

it.each([
  ['wss://chat.example:443/rooms?id=7', ['GET /rooms?id=7 HTTP/1.1', 'Host: chat.example']],
  ['https://chat.example:8443', ['GET / HTTP/1.1', 'Host: chat.example:8443']],
  ['xx', ['GET /help/xx HTTP/1.1', 'Host: shop.example']],
  ['wss://ada:secret@chat.example', ['GET / HTTP/1.1', 'Host: chat.example']],
  [
    'wss://chat.example/?name=Zoë & Co',
    ['GET /?name=Zo%C3%AB%20&%20Co HTTP/1.1', 'Host: chat.example'],
  ],
])('asks for %s as a handshake does', (address, request) => {
  expect(inspect(address, 'https').outcome).toMatchObject({ kind: 'connects', request })
})

it('lets a page at https open an insecure socket to this machine only', () => {
  const kindOf = (address: string) => inspect(address, 'https').outcome.kind
  expect(kindOf('ws://chat.example')).toBe('throws')
  expect(kindOf('ws://192.168.1.4')).toBe('throws')
  expect(kindOf('ws://localhost:8080')).toBe('connects')
  expect(kindOf('ws://127.0.0.1')).toBe('connects')
  expect(inspect('ws://chat.example', 'http').outcome.kind).toBe('connects')
})

it('offers examples that have the piece they are named after', () => {
  for (const { piece, address } of EXAMPLES) expect(address).toContain(piece)
})

it('says which port is blocked', () => {
  expect(inspect('ws://localhost:6000', 'http')).toMatchObject({
    url: 'ws://localhost:6000/',
    outcome: { kind: 'blockedPort', port: '6000' },
  })
})

it('shows a default port that is not in the URL', () => {
  const [, , port] = inspect('wss://chat.example', 'http').parts
  expect(port).toEqual({ name: 'defaultPort', text: ':443', isRefused: false })
})
