import { describe, expect, it } from 'vitest'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { itemsInRows, ScaledItems, type ItemsOf, type WireItem } from './items.ts'
import { WireLayout } from './layout/wire-layout.ts'
import { evenly } from './placement/evenly.ts'
import { TimeScale } from './placement/time-scale.ts'
import { toScale } from './placement/to-scale.ts'

const server = { side: 'server' } as const
const frame = shortFrame(1, 'x')

function view(sketches: readonly EventSketch[], zoom?: number): ItemsOf {
  const events = traceOf(...sketches)
  const layout = new WireLayout(null)
  for (const event of events) layout.accept(event)
  const scale = new TimeScale(zoom ?? 1)
  scale.extend(layout)
  return {
    layout,
    placement: zoom === undefined ? evenly(0) : toScale(scale, layout.rows, 0),
    rows: { first: 0, last: layout.rows.end - 1 },
    shownBefore: Infinity,
    eventOf: (seq) => events[seq],
    hasServerProgramLane: false,
  }
}

function text({ seq, slot, y, chip }: WireItem): string {
  return `${String(seq)} ${slot}${chip === null ? '' : ' chip'} ${String(y)}`
}

const sent: readonly EventSketch[] = [
  { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [], at: 0 },
  { type: 'frameSent', frame },
  { type: 'frameReceived', ...server, frame, at: 20, cause: 1 },
]

describe('itemsInRows', () => {
  it('has words at their moments, and chips a little below a departure', () => {
    expect(itemsInRows(view(sent)).map(text)).toEqual([
      '0 code 26',
      '1 clientDeparture chip 30.5',
      '2 serverArrival 62',
    ])
  })

  it('lets a chip hang down less where a note would be half under it', () => {
    const lines: EventSketch = { type: 'consoleMessage', level: 'log', arguments: [], at: 1 }
    const far: EventSketch = { type: 'frameReceived', ...server, frame, at: 20, cause: 0 }
    const closing: EventSketch = { type: 'readyStateChanged', from: 1, to: 2, at: 1 }
    const chipBefore = (next: EventSketch) =>
      itemsInRows(view([{ type: 'frameSent', frame, at: 0 }, next, lines, far])).map(text)[0]
    expect(chipBefore(lines)).toBe('0 clientDeparture chip 36')
    expect(chipBefore(closing)).toBe('0 clientDeparture chip 29')
  })

  it('has the chip of an unseen departure on the side that it came from', () => {
    const [item] = itemsInRows(view([{ type: 'frameReceived', frame }]))
    expect(item && text(item)).toBe('0 clientArrival chip 11')
  })

  it('shows nothing that has not happened yet', () => {
    const items = itemsInRows({ ...view(sent), shownBefore: 1 })
    expect(items.map(({ seq }) => seq)).toEqual([0])
  })

  it('knows the frames of a fragmented message', () => {
    const parts = [
      shortFrame(1, 'a', { fin: false }),
      shortFrame(9),
      shortFrame(0, 'b'),
      shortFrame(1, 'c'),
    ]
    const items = itemsInRows(view(parts.map((part) => ({ type: 'frameSent', frame: part }))))
    expect(items.map(({ isFragment }) => isFragment)).toEqual([true, false, true, false])
  })
})

describe('ScaledItems', () => {
  const lines = Array.from({ length: 300 }, (_, index): EventSketch => ({
    type: 'consoleMessage',
    level: 'log',
    arguments: [],
    at: index,
  }))

  it('puts dots at their moments and moves words apart', () => {
    const two: EventSketch = { type: 'consoleMessage', level: 'log', arguments: [], at: 0 }
    const way: readonly EventSketch[] = [
      { type: 'frameSent', frame },
      { type: 'frameReceived', ...server, frame, at: 20, cause: 2 },
    ]
    const { items } = new ScaledItems().between(view([two, two, ...way], 1), 0)
    expect(items.map(text)).toEqual([
      '0 code 0',
      '1 code 22',
      '2 clientDeparture chip 2.5',
      '3 serverArrival 20',
    ])
  })

  it('counts labels without room: every event is either drawn or counted', () => {
    const { items, hidden } = new ScaledItems().between(view(lines, 1), 0)
    expect(items.length).toBeLessThan(20)
    expect(hidden.reduce((sum, { count }) => sum + count, items.length)).toBe(lines.length)
    expect(hidden.every(({ isExact }) => isExact)).toBe(true)
  })

  it('has each label in one place, from any viewport', () => {
    const whole = view(lines, 1)
    const all = new Map(new ScaledItems().between(whole, 0).items.map(({ seq, y }) => [seq, y]))
    const part = new ScaledItems().between({ ...whole, rows: { first: 150, last: 260 } }, 0).items
    expect(part.length).toBeGreaterThan(2)
    for (const { seq, y } of part) expect(y).toBe(all.get(seq))
  })

  it('reads only some of very many rows', () => {
    const many = Array.from({ length: 20_000 }, (_, at): EventSketch => ({
      type: 'consoleMessage',
      level: 'log',
      arguments: [],
      at,
    }))
    const { items, hidden } = new ScaledItems().between(view(many, 0.01), 0)
    expect(items.length).toBeLessThan(40)
    expect(hidden.some(({ isExact }) => isExact)).toBe(false)
  })
})
