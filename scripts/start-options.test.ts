import { expect, test } from 'vitest'
import { defaultLimits } from '../lab-server/limits/limits.ts'
import { help, readStartOptions } from './start-options.mjs'

test('has the defaults of the lab server', () => {
  expect(readStartOptions([])).toEqual({
    open: false,
    help: false,
    host: 'localhost',
    port: null,
    allowedHosts: [],
    limits: defaultLimits,
  })
})

test('reads every option', () => {
  const options = readStartOptions([
    '--port=0',
    '--host=0.0.0.0',
    '--allow-host=a.example',
    '--allow-host=b.example',
    '--limit-connections=5',
    '--limit-connection-rate=6',
    '--limit-message-rate=7',
    '--limit-byte-rate=8000',
    '--limit-held=9000',
    '--limit-message=1000',
    '--limit-unsent=2000',
    '--limit-idle=30',
    '--limit-recording=3000',
    '--limit-wiretap=4000',
    '--help',
  ])
  expect(options).toEqual({
    open: false,
    help: true,
    host: '0.0.0.0',
    port: 0,
    allowedHosts: ['a.example', 'b.example'],
    limits: {
      connections: 5,
      connectionRate: 6,
      messageBytes: 1000,
      messageRate: 7,
      byteRate: 8000,
      unsentBytes: 2000,
      heldBytes: 9000,
      idleTime: 30_000,
      recordingBytes: 3000,
      wiretapBytes: 4000,
    },
  })
})

test.each([
  [['--port', 'x'], '--port takes a whole number from 0 to 65535, not "x"'],
  [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000"'],
  [['--limit-idle', '0'], '--limit-idle takes'],
  [
    ['--limit-held', '1e9'],
    '--limit-held takes a whole number from 1000 to 1099511627776, not "1e9"',
  ],
  [['--host', 'http://here'], '--host takes a name or an address, not "http://here"'],
  [['--allow-host', ''], '--allow-host takes a name or an address, not ""'],
  [['--prot', '1'], "Unknown option '--prot'"],
  [['extra'], "Unexpected argument 'extra'"],
])('refuses %j', (args, message) => {
  expect(() => readStartOptions(args)).toThrow(message)
})

test('explains every option', () => {
  for (const option of ['--port', '--host', '--allow-host', '--help'])
    expect(help).toContain(option)
  const limits = help.match(/--limit-\S+ <(number|bytes|seconds)>/g)
  expect(limits).toHaveLength(Object.keys(defaultLimits).length)
  for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})
