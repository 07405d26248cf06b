import { describe, expect, it } from 'vitest'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { traceFrom, traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { TrackMarks } from './track-marks.ts'

function marksOf(...sketches: EventSketch[]) {
  const track = new TrackMarks()
  for (const event of traceOf(...sketches)) track.accept(event)
  return track.all()
}
const frame = shortFrame(1, 'Hello')

describe('TrackMarks', () => {
  it('marks states, frames at their sender, errors and interventions', () => {
    expect(
      marksOf(
        { type: 'readyStateChanged', to: 0, at: 0 },
        { type: 'frameSent', frame, at: 4 },
        { type: 'frameReceived', side: 'server', frame, at: 6 },
        { type: 'frameSent', side: 'server', frame, at: 6 },
        { type: 'uncaughtError', kind: 'exception', name: 'Error', message: '', at: 8 },
        { type: 'intervention', kind: 'cut', at: 9 },
      ),
    ).toEqual([
      { kind: 'state-0', time: 0 },
      { kind: 'out', time: 4 },
      { kind: 'in', time: 6 },
      { kind: 'bad', time: 8 },
      { kind: 'intervention', time: 9 },
    ])
  })

  it('keeps the first of several marks in a stretch', () => {
    const marks = marksOf(
      { type: 'frameSent', frame, at: 1.01 },
      { type: 'frameSent', frame, at: 1.02 },
    )
    expect(marks).toEqual([{ kind: 'out', time: 1.01 }])
  })

  it('keeps a bounded number of marks, in order, however long the run', () => {
    const track = new TrackMarks()
    const sketches = Array.from({ length: 5000 }, (_, index): EventSketch => {
      const side = index % 2 === 0 ? 'client' : 'server'
      return { type: 'frameSent', side, frame, at: index * 37 }
    })
    for (const event of traceFrom(sketches)) track.accept(event)
    const marks = track.all()
    expect(marks.length).toBeLessThanOrEqual(512)
    expect(marks.length).toBeGreaterThan(200)
    expect(marks[0]).toEqual({ kind: 'out', time: 0 })
    const times = marks.map(({ time }) => time)
    expect(times).toEqual([...times].sort((one, other) => one - other))
  })
})
