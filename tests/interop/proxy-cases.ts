/** Configurations that a real nginx and the proxy in the page are both given, and what a client does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface ProxyCase {
  readonly name: string
  /** `PORT` is where the proxy listens, `SERVER` the server, `NOBODY` a port that is free. */
  readonly config: string
  /** By milliseconds after `open`: what the client sends. */
  readonly says?: readonly (readonly [number, string])[]
  /** Milliseconds after `open` at which the client closes; null: it waits for the end. */
  readonly closes?: number | null
  /** The server takes connections and says nothing. */
  readonly isDeaf?: true
  /** The least that passes until the end, milliseconds after the start. */
  readonly atLeast?: number
}

const UPGRADE = `proxy_http_version 1.1;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection "upgrade";`

const server = (...lines: readonly string[]) => `server {
  listen PORT;
  location / {
    proxy_pass http://127.0.0.1:SERVER;
    ${lines.join('\n    ')}
  }
}
`
const only = (block: string) => `server {\n  listen PORT;\n  ${block}\n}\n`

export const PROXY_CASES: readonly ProxyCase[] = [
  { name: 'nothing but proxy_pass', config: server() },
  { name: 'HTTP/1.1 alone', config: server('proxy_http_version 1.1;') },
  {
    name: 'no Connection',
    config: server('proxy_http_version 1.1;', 'proxy_set_header Upgrade $http_upgrade;'),
  },
  {
    name: 'no Upgrade',
    config: server('proxy_http_version 1.1;', 'proxy_set_header Connection "upgrade";'),
  },
  {
    name: 'no HTTP/1.1',
    config: server(
      'proxy_set_header Upgrade $http_upgrade;',
      'proxy_set_header Connection "upgrade";',
    ),
  },
  { name: 'all three', config: server(UPGRADE) },
  {
    name: 'Connection is kept alive',
    config: server(
      'proxy_http_version 1.1;',
      'proxy_set_header Upgrade $http_upgrade;',
      'proxy_set_header Connection keep-alive;',
    ),
  },
  {
    name: 'the client’s own Connection',
    config: server(
      'proxy_http_version 1.1;',
      'proxy_set_header Upgrade $http_upgrade;',
      'proxy_set_header Connection $http_connection;',
    ),
  },
  {
    name: 'written as literals',
    config: server(
      'proxy_http_version 1.1;',
      'proxy_set_header Upgrade websocket;',
      'proxy_set_header Connection Upgrade;',
    ),
  },
  {
    name: 'a map, and what the server is told of the client',
    config: `map $http_upgrade $connection_upgrade {
  default upgrade;
  '' close;
}
${server(
  'proxy_http_version 1.1;',
  'proxy_set_header Upgrade $http_upgrade;',
  'proxy_set_header Connection $connection_upgrade;',
  'proxy_set_header Host $host;',
  'proxy_set_header X-Real-IP $remote_addr;',
  'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  'proxy_set_header X-Forwarded-Proto $scheme;',
  'proxy_set_header X-Uri "${uri}$is_args$args";',
)}`,
  },
  {
    name: 'headers of the block server',
    config: `server {
  listen PORT;
  ${UPGRADE}
  location / {
    proxy_pass http://127.0.0.1:SERVER;
  }
}
`,
  },
  {
    name: 'one header in the location hides all of the block server',
    config: `server {
  listen PORT;
  ${UPGRADE}
  location / {
    proxy_pass http://127.0.0.1:SERVER;
    proxy_set_header X-Real-IP $remote_addr;
  }
}
`,
  },
  {
    name: 'an upstream whose first server is not there',
    config: `upstream chat {
  server 127.0.0.1:NOBODY;
  server 127.0.0.1:SERVER;
}
${only(`location / { proxy_pass http://chat; ${UPGRADE} }`)}`,
  },
  { name: 'a header with no value', config: server(UPGRADE, 'proxy_set_header Origin "";') },
  {
    name: 'a path in proxy_pass',
    config: only(`location /chat/ { proxy_pass http://127.0.0.1:SERVER/; ${UPGRADE} }`),
  },
  {
    name: 'another path in proxy_pass',
    config: only(`location /chat { proxy_pass http://127.0.0.1:SERVER/room; ${UPGRADE} }`),
  },
  {
    name: 'the longest location',
    config: only(
      `location / { proxy_pass http://127.0.0.1:NOBODY; }
  location /chat { proxy_pass http://127.0.0.1:SERVER; ${UPGRADE} }`,
    ),
  },
  {
    name: 'another location',
    config: only(`location /ws { proxy_pass http://127.0.0.1:SERVER; ${UPGRADE} }`),
  },
  { name: 'nobody listens', config: only(`location / { proxy_pass http://127.0.0.1:NOBODY; }`) },
  {
    name: 'the server says nothing',
    config: server(UPGRADE, 'proxy_read_timeout 1s;'),
    isDeaf: true,
    atLeast: 1000,
  },
  {
    name: 'an idle tunnel',
    config: server(UPGRADE, 'proxy_read_timeout 1s;'),
    closes: null,
    atLeast: 1000,
  },
  {
    name: 'the client speaks, the server does not',
    config: server(UPGRADE, 'proxy_read_timeout 3s;'),
    says: [
      [1500, 'quiet'],
      [3000, 'quiet'],
    ],
    closes: null,
    // A timer of nginx may be 300 ms early.
    atLeast: 5700,
  },
  {
    name: 'a send timeout cuts nobody who takes what is sent',
    config: server(UPGRADE, 'proxy_send_timeout 1s;'),
    says: [[1800, 'hello']],
    closes: 2400,
    atLeast: 2400,
  },
  { name: 'unknown directive', config: server('proxy_htp_version 1.1;') },
  { name: 'unknown variable', config: server('proxy_set_header Connection $connection_upgrade;') },
  { name: 'no semicolon', config: server('proxy_http_version 1.1', 'proxy_read_timeout 5s;') },
  { name: 'no semicolon at the end', config: server('proxy_http_version 1.1') },
  { name: 'no brace', config: server().trimEnd().slice(0, -1) },
  { name: 'a brace too many', config: `${server()}}\n` },
  { name: 'ws as a scheme', config: only('location / { proxy_pass ws://127.0.0.1:SERVER; }') },
  { name: 'twice', config: server('proxy_http_version 1.1;', 'proxy_http_version 1.1;') },
  { name: 'HTTP/3', config: server('proxy_http_version 3;') },
  { name: 'no time', config: server('proxy_read_timeout 1x;') },
  { name: 'a header without a value', config: server('proxy_set_header Upgrade;') },
  { name: 'a directive in the wrong block', config: server('listen 81;') },
  { name: 'not a block', config: server('proxy_read_timeout 5s { }') },
  { name: 'a location without its block', config: only('location /;') },
  {
    name: 'a host that nobody knows',
    config: only('location / { proxy_pass http://nobody.invalid:8080; }'),
  },
  { name: 'two locations of a path', config: only('location / { }\n  location / { }') },
  { name: 'no server in an upstream', config: `upstream a { }\n${server()}` },
]

const lesson = new URL('../../lessons/proxies/', import.meta.url)

/** With the ports of a run, and less patience than the lesson's 20 s. */
const inRun = (text: string) =>
  text
    .replace('listen 80;', 'listen PORT;')
    .replaceAll(/(?:localhost|127\.0\.0\.1):8080/gu, '127.0.0.1:SERVER')
    .replaceAll(/(?:localhost|127\.0\.0\.1):8081/gu, '127.0.0.1:NOBODY')
    .replaceAll('proxy_read_timeout 20s;', 'proxy_read_timeout 1s;')

/** Each `nginx.conf` of the lesson that is no whole file: those of its wrong programs, too. */
export const LESSON_CASES: readonly ProxyCase[] = [
  ...['start', 'solution/upgrade', 'solution'],
  ...['right', 'wrong'].flatMap((folder) =>
    readdirSync(new URL(folder, lesson)).map((name) => `${folder}/${name}`),
  ),
].flatMap((folder) => {
  const file = new URL(`${folder}/nginx.conf`, lesson)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : 'http {'
  if (text.includes('http {')) return []
  const isCut = folder === 'solution/upgrade'
  return [{ name: folder, config: inRun(text), ...(isCut ? { closes: null, atLeast: 1000 } : {}) }]
})
