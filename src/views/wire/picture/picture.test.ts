import { describe, expect, it } from 'vitest'
import { shortFrame } from '../../../core/trace/testing/sample.ts'
import { traceOf, type EventSketch } from '../../../core/trace/testing/sketch.ts'
import { WireLayout } from '../layout/wire-layout.ts'
import { evenly } from '../placement/evenly.ts'
import { pictureOf, type PictureOf } from './picture.ts'

const server = { side: 'server' } as const
const frame = shortFrame(1, 'x')
const lanes = { width: 500, code: 60, browser: 193, pitch: 13, lastRibbon: 193, server: 407 }

function draw(sketches: readonly EventSketch[], more: Partial<PictureOf> = {}) {
  const events = traceOf(...sketches)
  const layout = new WireLayout(null)
  for (const event of events) layout.accept(event)
  return pictureOf({
    layout,
    lanes,
    placement: evenly(0),
    rows: { first: 0, last: layout.rows.end - 1 },
    top: 0,
    bottom: 1000,
    endRow: layout.rows.end,
    endY: (layout.rows.end + 1) * 40,
    shownBefore: Infinity,
    time: Infinity,
    timeOf: (seq) => events[seq]?.time ?? 0,
    isHighlighted: () => false,
    mostFall: 28,
    placeOf: () => undefined,
    ...more,
  })
}

const way: readonly EventSketch[] = [
  { type: 'frameSent', frame, at: 0 },
  { type: 'frameReceived', ...server, frame, at: 20, cause: 0 },
]

describe('pictureOf', () => {
  it('joins a sending to its receipt by a straight arrow', () => {
    expect(draw(way).arrows).toEqual([
      {
        direction: 'out',
        path: 'M200.0 26.0L400.0 62.0',
        end: 'head',
        isSelected: false,
        isUnseen: false,
        fades: false,
      },
    ])
  })

  it('draws what is in flight as far as it is at the playhead', () => {
    const [arrow] = draw(way, { shownBefore: 1, time: 10 }).arrows
    expect(arrow).toMatchObject({ path: 'M200.0 26.0L300.0 40.0', end: 'head' })
  })

  it('marks the arrow of an event that is highlighted, at either end', () => {
    expect(draw(way, { isHighlighted: (seq) => seq === 1 }).arrows[0]?.isSelected).toBe(true)
  })

  it('draws an unseen departure from the other lane', () => {
    const [arrow] = draw([{ type: 'frameReceived', frame, at: 3 }]).arrows
    expect(arrow).toMatchObject({ path: 'M400.0 -2.0L200.0 26.0', isUnseen: true })
  })

  it('draws each kind of loss differently', () => {
    const dropped = draw([
      ...way.slice(0, 1),
      { type: 'intervention', kind: 'dropFrame', cause: 0 },
    ])
    expect(dropped.arrows[0]).toMatchObject({
      end: 'none',
      cross: { x: 320, y: 42.8 },
      fades: false,
    })

    const opened: EventSketch = { type: 'readyStateChanged', to: 0 }
    const seen: EventSketch = { type: 'frameReceived', ...server, frame, cause: 99 }
    const silent = draw([
      opened,
      seen,
      { type: 'transportClosed', how: 'silence', by: 'network' },
      { type: 'transportClosed', ...server, how: 'silence', by: 'network' },
      { type: 'frameSent', frame, at: 9 },
    ])
    expect(silent.arrows.at(-1)).toMatchObject({ end: 'none', fades: true })
    expect(silent.bands).toMatchObject([{ kind: 'silence', isOver: false }])

    const reset = draw([{ type: 'transportClosed', how: 'rst', by: 'client' }])
    expect(reset.arrows[0]?.path.split('L').length).toBeGreaterThan(10)
    const ended = draw([{ type: 'transportClosed', how: 'fin', by: 'client' }])
    expect(ended.arrows[0]).toMatchObject({ end: 'bar' })
  })

  it('says how long a silence has lasted, during it and after it', () => {
    const silence: EventSketch[] = [
      { type: 'readyStateChanged', to: 1, at: 0 },
      { type: 'transportClosed', how: 'silence', by: 'network', at: 100 },
      { type: 'readyStateChanged', from: 1, to: 3, at: 900 },
    ]
    expect(draw(silence, { shownBefore: 2, endRow: 2, time: 350 }).bands).toMatchObject([
      { duration: 250, isOver: false },
    ])
    expect(draw(silence).bands).toMatchObject([{ duration: 800, isOver: true }])
  })

  it('has a ribbon for each connection, with a part for each state', () => {
    const { ribbons, numbers } = draw([
      { type: 'readyStateChanged', to: 0, at: 0 },
      { type: 'readyStateChanged', to: 0, connectionId: 'ws-2' },
      { type: 'readyStateChanged', from: 0, to: 1, at: 10 },
    ])
    expect(ribbons).toEqual([
      { key: 'ws-1 0', state: 0, x: 193, from: 18, to: 88 },
      { key: 'ws-1 1', state: 1, x: 193, from: 90, to: 160 },
      { key: 'ws-2 0', state: 0, x: 206, from: 54, to: 160 },
    ])
    expect(numbers.map(({ connectionId, x, y }) => [connectionId, x, y])).toEqual([
      ['ws-1', 193, 26],
      ['ws-2', 206, 62],
    ])
  })

  it('brackets a message from its first frame to its last, with a tick at each', () => {
    const parts = [
      shortFrame(1, 'Hel', { fin: false }),
      shortFrame(9),
      shortFrame(0, 'l', { fin: false }),
      shortFrame(0, 'o'),
    ]
    const sketches = parts.map((part): EventSketch => ({ type: 'frameSent', frame: part }))
    const bracket = { key: 0, direction: 'out', x: 207, from: 26 }
    expect(draw(sketches).brackets).toEqual([
      { ...bracket, to: 134, ticks: [26, 98, 134], frames: 3, octets: 5, isWhole: true },
    ])
    expect(draw(sketches, { shownBefore: 3, endRow: 3 }).brackets).toEqual([
      { ...bracket, to: 98, ticks: [26, 98], frames: 2, octets: 4, isWhole: false },
    ])
  })

  it('draws a bounded number of arrows, among them the selected one', () => {
    const many = Array.from({ length: 2000 }, (): EventSketch => ({ type: 'frameSent', frame }))
    const { arrows } = draw(many, { isHighlighted: (seq) => seq === 1001 })
    expect(arrows.length).toBeLessThan(260)
    expect(arrows.filter(({ isSelected }) => isSelected)).toHaveLength(1)
  })

  it('has room above the first request for what TCP took, once the request is shown', () => {
    const request: EventSketch = {
      type: 'willSendHandshakeRequest',
      method: 'GET',
      target: '/',
      headers: [],
      byteLength: 99,
      at: 80,
    }
    const opening: readonly EventSketch[] = [{ type: 'readyStateChanged', to: 0, at: 0 }, request]
    expect(draw(opening).connect).toEqual({ seq: 1, y: 54 })
    expect(draw(opening, { shownBefore: 1 }).connect).toBeUndefined()
    const squeezed = { yOf: (row: number) => row * 20, rowsBetween: () => ({ first: 0, last: 1 }) }
    expect(draw(opening, { placement: squeezed }).connect).toBeUndefined()
  })
})
