import { describe, expect, it } from 'vitest'
import { hexOf } from '../../core/console/value-preview.ts'
import { createNetwork } from '../../in-page-network/index.ts'
import { readValue } from './read-value.ts'
import { inspect, SAMPLES } from './payload-inspector.ts'

type ServerClass = new (options: { readonly port: number }) => unknown

/** What a real send puts onto the wire. */
async function sendReally(payload: string | Uint8Array<ArrayBuffer>) {
  const network = createNetwork({
    clock: 'virtual',
    servers: {
      'a.example': (modules) => {
        // The network’s own class, which it hands out as any module’s value.
        const Server = modules['ws']?.['WebSocketServer'] as ServerClass
        new Server({ port: 80 })
      },
    },
  })
  const socket = new network.WebSocket('ws://a.example')
  socket.onopen = () => socket.send(payload)
  await network.clock.runUntil(1000)
  for (const event of network.trace) {
    if (event.type !== 'frameSent' || event.side !== 'client') continue
    const { header, payload: octets, opcode } = event.frame
    return {
      text: opcode === 1 ? new TextDecoder().decode(octets) : null,
      header: hexOf(header.subarray(0, header.length - 4)),
      size: header.length + octets.length,
    }
  }
  return undefined
}

const valueOf = (source: string): unknown => {
  const reading = readValue(source, 'program')
  if (!reading.ok) throw new Error(source)
  return reading.value
}

describe.each(SAMPLES)('$source', ({ source }) => {
  const value = valueOf(source)
  const inspection = inspect(source)
  if (inspection.kind !== 'value') throw new Error('a sample is a value')
  const { bare, json } = inspection

  it('goes onto the wire as the engine sends it', async () => {
    const really = await sendReally(
      value instanceof Uint8Array ? Uint8Array.from(value) : String(value),
    )
    if (bare.kind !== 'sent') throw new Error('send() takes anything')
    expect(bare.frame.header).toBe(really?.header)
    expect(bare.frame.size).toBe(really?.size)
    expect(bare.data === null ? null : valueOf(bare.data)).toBe(really?.text)
  })

  it('goes through JSON.stringify() as it does in a program', async () => {
    if (json.kind === 'throws') {
      expect(() => JSON.stringify(value)).toThrow(json.message.replace('TypeError: ', ''))
      return
    }
    const really = await sendReally(JSON.stringify(value))
    expect(json.frame.header).toBe(really?.header)
    expect(json.frame.size).toBe(really?.size)
    expect(json.characters).toBe(really?.text?.length)
    expect(json.parsed.kind).toBe('value')
  })
})

const jsonOf = (source: string) => {
  const inspection = inspect(source)
  if (inspection.kind !== 'value' || inspection.json.kind !== 'sent') throw new Error(source)
  return inspection.json
}
const bareOf = (source: string) => {
  const inspection = inspect(source)
  if (inspection.kind !== 'value' || inspection.bare.kind !== 'sent') throw new Error(source)
  return inspection.bare
}

it('says what did not survive, and where', () => {
  const odd = '{ a: undefined, b: [NaN, -0], c: { at: new Date(0) }, d: new Map([[1, 2]]) }'
  expect(jsonOf(odd).parsed).toMatchObject({
    changes: [
      { path: 'a', was: 'undefined', is: null },
      { path: 'b[0]', was: 'NaN', is: 'null' },
      { path: 'b[1]', was: '-0', is: '0' },
      { path: 'c.at', is: "'1970-01-01T00:00:00.000Z'" },
      { path: 'd', was: 'new Map([[1, 2]])', is: '{}' },
    ],
  })
  expect(jsonOf("{ a: [1, 'x', null] }").parsed).toMatchObject({ changes: [] })
})

it('notes a number that the receiver rounds', () => {
  expect(bareOf('\'{"id":9007199254740993}\'').parsed).toMatchObject({
    written: '{ id: 9007199254740992 }',
    changes: [{ was: '9007199254740993', is: '9007199254740992' }],
  })
})

it('notes a number that a program cannot even write', () => {
  expect(jsonOf('{ id: 9007199254740993 }').parsed).toMatchObject({
    changes: [{ was: '9007199254740993', is: '9007199254740992' }],
  })
})

it('counts characters and bytes apart', () => {
  expect(jsonOf("'👋 你好'")).toMatchObject({ characters: 7, bytes: 13 })
})

it('counts levels', () => {
  expect(['1', '[]', '{ a: [1] }', "[[[[[[[['deep']]]]]]]]"].map(depthOf)).toEqual([0, 1, 2, 8])
})

function depthOf(source: string): number {
  const inspection = inspect(source)
  return inspection.kind === 'value' ? inspection.depth : NaN
}

it('says where an object that was sent as it is breaks', () => {
  expect(bareOf('{}').parsed).toEqual({
    kind: 'breaks',
    at: { line: 1, column: 2, found: 'o' },
  })
  expect(bareOf('new Uint8Array([1])').parsed).toMatchObject({ kind: 'breaks' })
  expect(jsonOf('undefined')).toMatchObject({ data: "'undefined'", parsed: { kind: 'breaks' } })
})

it('shows the first octets of a long frame', () => {
  const { frame } = jsonOf(`'${'x'.repeat(200)}'`)
  expect(frame).toMatchObject({ header: '81 fe 00 ca', key: '37 fa 21 3d', size: 210, more: 192 })
})

it('says where a text stops being a value', () => {
  expect(inspect('{ type: say }')).toEqual({
    kind: 'unreadable',
    at: { line: 1, column: 9, found: 's' },
  })
})
