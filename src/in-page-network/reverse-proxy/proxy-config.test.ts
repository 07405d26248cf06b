import { describe, expect, it } from 'vitest'
import { ConfigError } from './config-error.ts'
import { durationOf, readConfig } from './proxy-config.ts'

const isKnown = (host: string) => host === 'localhost' || host === '127.0.0.1'
const read = (text: string) => readConfig(text, isKnown)

function refusal(text: string): string {
  try {
    read(text)
  } catch (error) {
    if (error instanceof ConfigError)
      return error.message.replace(/^nginx\.conf:(\d+):1: (.*)$/u, '$2 @$1')
    throw error
  }
  return ''
}

const PASS = 'proxy_pass http://localhost:8080;'

describe('a configuration', () => {
  it('is a whole file, a block server, or a location alone', () => {
    const location = `location / { ${PASS} }`
    for (const text of [
      location,
      `server { ${location} }`,
      `events {} http { server { listen 80; ${location} } }`,
    ])
      expect(read(text).locations).toMatchObject([
        { path: '/', version: '1.0', pass: { host: 'localhost:8080', port: 8080 } },
      ])
  })

  it('has comments, quotes and words over lines', () => {
    const { locations } = read(`# a comment; {
      location / {
        ${PASS} # another }
        proxy_set_header
          X-Note "one; # two";
        proxy_set_header X-Other 'it\\'s' ;
      }`)
    expect(locations[0]?.headers).toEqual([
      { name: 'X-Note', value: ['one; # two'], line: 4 },
      { name: 'X-Other', value: ["it's"], line: 6 },
    ])
  })

  it('inherits what a block says unless the inner one says any of it', () => {
    const { locations } = read(`server {
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      location / { ${PASS} }
      location /own { ${PASS} proxy_set_header Host $host; }
    }`)
    expect(locations.map(({ version }) => version)).toEqual(['1.1', '1.1'])
    expect(locations.map(({ headers }) => headers.map(({ name }) => name))).toEqual([
      ['Upgrade'],
      ['Host'],
    ])
  })

  it('names what is not simulated, with its line', () => {
    const { notSimulated } = read(`location / {\n${PASS}\nproxy_buffering off;\ngzip on;\n}`)
    expect(notSimulated).toEqual([
      { what: 'proxy_buffering', line: 3 },
      { what: 'gzip', line: 4 },
    ])
  })

  it.each([
    ['proxy_htp_version 1.1;', 'unknown directive "proxy_htp_version" in nginx.conf:2 @2'],
    ['proxy_http_version 1.1', 'unexpected "}" in nginx.conf:2 @2'],
    ['listen 80;', '"listen" directive is not allowed here in nginx.conf:2 @2'],
    [
      'proxy_set_header Upgrade;',
      'invalid number of arguments in "proxy_set_header" directive in nginx.conf:2 @2',
    ],
    ['proxy_http_version 2;', 'invalid value "2" in nginx.conf:2 @2'],
    ['proxy_read_timeout 1x;', '"proxy_read_timeout" directive invalid value in nginx.conf:2 @2'],
    [
      'proxy_http_version 1.1; proxy_http_version 1.1;',
      '"proxy_http_version" directive is duplicate in nginx.conf:2 @2',
    ],
    [
      'proxy_set_header Connection $connection_upgrade;',
      'unknown "connection_upgrade" variable @2',
    ],
    ['proxy_set_header A "b;', 'unexpected end of file, expecting ";" or "}" in nginx.conf:2 @2'],
    ['proxy_read_timeout {', 'unexpected end of file, expecting "}" in nginx.conf:2 @2'],
    [
      'proxy_read_timeout 5 { }',
      'directive "proxy_read_timeout" is not terminated by ";" in nginx.conf:2 @2',
    ],
  ])('is refused as nginx refuses it: %s', (lines, reason) => {
    expect(refusal(`location / { ${PASS}\n${lines} }`)).toBe(`[emerg] ${reason}`)
  })

  it.each([
    ['location / { proxy_pass ws://localhost:8080; }', 'invalid URL prefix in nginx.conf:1 @1'],
    [
      'location / { proxy_pass http://app:8080; }',
      'host not found in upstream "app" in nginx.conf:1 @1',
    ],
    [
      'location / { proxy_pass http://localhost:8080;',
      'unexpected end of file, expecting "}" in nginx.conf:1 @1',
    ],
    ['location / { proxy_pass http://localhost:8080; } }', 'unexpected "}" in nginx.conf:1 @1'],
    [
      'location / { proxy_pass http://localhost:8080\n proxy_http_version 1.1; }',
      'invalid number of arguments in "proxy_pass" directive in nginx.conf:2 @2',
    ],
    ['upstream a { } location / { }', 'no servers are inside upstream in nginx.conf:1 @1'],
    ['location / { } location / { }', 'duplicate location "/" in nginx.conf:1 @1'],
    ['location /;', 'directive "location" has no opening "{" in nginx.conf:1 @1'],
  ])('is refused as nginx refuses it: %s', (text, reason) => {
    expect(refusal(text)).toBe(`[emerg] ${reason}`)
  })

  it.each([
    ['60', 60_000],
    ['60s', 60_000],
    ['500ms', 500],
    ['1h30m', 5_400_000],
    ['1h 30m', 5_400_000],
    ['', undefined],
    ['1.5s', undefined],
    ['-1', undefined],
  ])('has times: %s', (text, duration) => expect(durationOf(text)).toBe(duration))
})
