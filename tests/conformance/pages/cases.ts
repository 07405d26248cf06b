/** What programs of a page do. `PORT` is the server's. */
export interface Deed {
  readonly api: 'WebSocket' | 'fetch' | 'EventSource'
  readonly url: string
  readonly credentials?: RequestCredentials
}

interface PageCase {
  readonly name: string
  readonly page: string
  readonly deeds: readonly Deed[]
  /** Another page that is opened afterwards, in the same browser. */
  readonly other?: { readonly page: string; readonly deeds: readonly Deed[] }
}

const withSet = (url: string, set: readonly string[]) =>
  set.length === 0 ? url : `${url}?${new URLSearchParams(set.map((text) => ['set', text]))}`

const socket = (url: string, ...set: string[]): Deed => ({
  api: 'WebSocket',
  url: withSet(url, set),
})
const fetched = (url: string, credentials: RequestCredentials, ...set: string[]): Deed => ({
  api: 'fetch',
  url: withSet(url, set),
  credentials,
})
const events = (url: string, credentials: RequestCredentials, ...set: string[]): Deed => ({
  api: 'EventSource',
  url: withSet(url, set),
  credentials,
})

const page = 'http://page.example/page'
const host = 'ws://page.example'
const local = 'ws://localhost:PORT'
/** Each is set alone, and asked for. */
const eachAlone = (at: string, path: string, texts: readonly string[]): Deed[] =>
  texts.flatMap((text) => [socket(at + path, text), socket(at + path)])

export const pageCases: readonly PageCase[] = [
  {
    name: 'a cookie of the 101 goes with what is asked for next',
    page,
    deeds: [
      socket(`${host}/`, 'a=1', 'b=2; HttpOnly'),
      socket(`${host}/`),
      fetched('http://page.example/', 'same-origin'),
      events('http://page.example/events', 'omit'),
      socket(`${host}/`, 'a=3'),
      socket(`${host}/`, 'b=; Max-Age=0'),
      socket(`${host}/`),
    ],
  },
  {
    name: 'a response that refuses sets cookies too',
    page,
    deeds: [
      socket(`${host}/403`, 'a=403'),
      socket(`${host}/401`, 'b=401'),
      socket(`${host}/200`, 'c=200'),
      socket(`${host}/`),
    ],
  },
  {
    name: 'a cookie of HTTP goes with the handshake',
    page,
    deeds: [
      fetched('http://page.example/login', 'same-origin', 'session=1; HttpOnly; SameSite=Strict'),
      socket(`${host}/`),
      fetched('http://page.example/moved', 'same-origin', 'moved=1; Path=/'),
      events('http://page.example/events', 'omit', 'events=1; Path=/'),
      socket(`${host}/`),
    ],
  },
  {
    name: 'credentials say whether a request has cookies',
    page,
    deeds: [
      socket(`${host}/`, 'a=1; Domain=page.example'),
      ...(['omit', 'same-origin', 'include'] as const).flatMap((credentials) => [
        fetched('http://page.example/', credentials, `${credentials}=1; Path=/`),
        fetched('http://sub.page.example/', credentials, `sub-${credentials}=1; Path=/`),
      ]),
      events('http://sub.page.example/events', 'omit', 'events-omit=1; Path=/'),
      events('http://sub.page.example/events', 'include', 'events-include=1; Path=/'),
      socket(`${host}/`),
      socket('ws://sub.page.example/'),
    ],
  },
  {
    name: 'Path',
    page,
    deeds: [
      socket(
        `${host}/x/y/z`,
        'default=1',
        'root=1; Path=/',
        'x=1; Path=/x',
        'slash=1; Path=/x/',
        'other=1; Path=/other',
        'relative=1; Path=x',
        'empty=1; Path=',
      ),
      ...['/', '/x', '/x/', '/xx', '/x/y', '/x/y/', '/x/y/z/deep', '/other', '/X'].map((path) =>
        socket(host + path),
      ),
    ],
  },
  {
    name: 'Domain',
    page,
    deeds: [
      socket(
        'ws://a.page.example/',
        'host=1',
        'own=1; Domain=a.page.example',
        'site=1; Domain=page.example',
        'dot=1; Domain=.page.example',
        'case=1; Domain=PAGE.Example',
        'empty=1; Domain=',
        'below=1; Domain=b.a.page.example',
        'beside=1; Domain=b.page.example',
        'suffix=1; Domain=example',
        'part=1; Domain=ge.example',
      ),
      socket('ws://a.page.example/'),
      socket('ws://b.a.page.example/'),
      socket('ws://page.example/'),
      socket('ws://b.page.example/'),
    ],
  },
  {
    name: 'Max-Age and Expires',
    page,
    deeds: eachAlone(host, '/', [
      'a=1; Max-Age=10',
      'a=2; Max-Age=0',
      'b=1; Max-Age=-1',
      'c=1; Max-Age=x',
      'd=1; Expires=Wed, 21 Oct 2099 07:28:00 GMT',
      'e=1; Expires=Wed, 21 Oct 1999 07:28:00 GMT',
      'f=1; Expires=Wed, 21 Oct 1999 07:28:00 GMT; Max-Age=10',
      'g=1; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Max-Age=0',
      'h=1; Expires=Wednesday, 21-Oct-99 07:28:00 GMT',
      'i=1; Expires=Wed Oct 21 07:28:00 1999',
      'j=1; Expires=yesterday',
      'k=1; Expires=31 Feb 1999 00:00:00',
      'd=gone; expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ]),
  },
  {
    name: 'names, values and what is ignored',
    page,
    deeds: [
      ...eachAlone(host, '/', [
        'a = 1 ',
        'b="quoted; c"',
        'only-a-value',
        '=value',
        'name=',
        '=',
        'd=1=2',
        'e=ü',
        'f=1;;; Secure=0',
        'g=1; Unknown; Path=/; path=/elsewhere',
        'h=\u0001',
        ' ',
        'A=upper',
        `long=${'x'.repeat(4092)}`,
        `longer=${'x'.repeat(4091)}`,
      ]),
    ],
  },
  {
    name: 'the longer path goes first, then the older cookie',
    page,
    deeds: [
      socket(`${host}/x/y`, 'a=1; Path=/', 'b=1; Path=/x', 'c=1; Path=/', 'd=1; Path=/x/y'),
      socket(`${host}/x/y`, 'a=2; Path=/'),
      socket(`${host}/x/y`),
    ],
  },
  {
    name: 'Secure and prefixes without TLS',
    page,
    deeds: eachAlone(host, '/', [
      'a=1; Secure',
      '__Secure-a=1; Secure',
      '__Secure-b=1',
      '__Host-a=1; Secure; Path=/',
      '__host-b=1',
      '__Other-c=1',
      '=__Secure-d=1',
    ]),
  },
  {
    name: 'Secure and prefixes on this machine',
    page: 'http://localhost:PORT/page',
    deeds: [
      ...eachAlone(local, '/x/', [
        'a=1; Secure',
        '__Secure-a=1; Secure',
        '__Secure-b=1',
        '__Host-a=1; Secure; Path=/',
        '__Host-b=1; Secure; Path=/x',
        '__Host-c=1; Secure; Path=/; Domain=localhost',
        '__host-d=1; Path=/',
        'none=1; SameSite=None; Secure',
        'insecure=1; SameSite=None',
      ]),
      // What is secure may not be hidden.
      socket(`${local}/x/`, 'a=2'),
      socket(`${local}/x/`, 'a=3; Path=/'),
      socket(`${local}/x/`, 'a=4; Path=/x/y'),
      socket(`${local}/x/y`),
    ],
  },
  {
    name: 'SameSite in its own site',
    page,
    deeds: eachAlone('ws://a.page.example', '/', [
      'a=1; SameSite=Strict',
      'b=1; SameSite=Lax',
      'c=1; SameSite=None',
      'd=1; SameSite=Other',
      'e=1; SameSite',
    ]),
  },
  {
    name: 'a third party',
    page,
    deeds: [
      ...eachAlone('ws://third.test', '/', ['a=1', 'b=1; SameSite=Strict', 'c=1; SameSite=None']),
      ...eachAlone(local, '/', [
        'd=1',
        'e=1; SameSite=Lax; Secure',
        'f=1; SameSite=None; Secure',
        'g=1; SameSite=None; Secure; Partitioned',
      ]),
      fetched('http://localhost:PORT/', 'include', 'h=1; SameSite=None; Secure'),
      fetched('http://localhost:PORT/', 'include'),
      fetched('http://localhost:PORT/', 'same-origin'),
    ],
  },
  {
    name: 'a page of another site in the same browser',
    page: 'http://localhost:PORT/page',
    deeds: [
      socket(`${local}/`, 'none=1; SameSite=None; Secure', 'lax=1', 'strict=1; SameSite=Strict'),
      socket(`${local}/`),
    ],
    other: {
      page: 'http://third.test/page',
      deeds: [
        socket(`${local}/`),
        fetched('http://localhost:PORT/', 'include'),
        fetched('http://localhost:PORT/', 'same-origin'),
        fetched('http://localhost:PORT/closed', 'include'),
        fetched('http://localhost:PORT/closed', 'omit'),
        fetched('http://third.test/closed', 'same-origin'),
        socket(`${local}/`, 'mine=1', 'too=1; SameSite=None; Secure'),
        socket(`${local}/`),
      ],
    },
  },
  {
    name: 'another page of the same site in the same browser',
    page,
    deeds: [
      socket(`${host}/`, 'lax=1', 'strict=1; SameSite=Strict', 'all=1; Domain=page.example'),
      socket(`${host}/`),
    ],
    other: {
      page: 'http://wiki.page.example/page',
      deeds: [
        socket(`${host}/`),
        socket('ws://wiki.page.example/'),
        fetched('http://page.example/', 'include'),
        fetched('http://page.example/', 'same-origin'),
        fetched('http://page.example/closed', 'include'),
      ],
    },
  },
  {
    name: 'an IP address has no subdomains',
    page: 'http://127.0.0.1:PORT/page',
    deeds: eachAlone('ws://127.0.0.1:PORT', '/', [
      'a=1; Domain=127.0.0.1',
      'b=1; Domain=0.0.1',
      'c=1',
    ]),
  },
  {
    name: 'mixed content',
    page: 'https://page.example/page',
    deeds: [
      socket('ws://page.example/'),
      socket('http://other.example/'),
      socket('ws://user:pass@page.example:81/'),
      socket('ws://localhost:PORT/'),
      socket('ws://a.localhost:PORT/'),
      socket('ws://127.0.0.1:PORT/'),
      socket('ws://page.example/#part'),
      fetched('http://page.example/', 'omit'),
      fetched('http://localhost:PORT/', 'omit'),
      events('http://page.example/events', 'omit'),
      events('http://localhost:PORT/events', 'omit'),
    ],
  },
]
