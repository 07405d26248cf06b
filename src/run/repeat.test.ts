import { describe, expect, it } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { headerOf, isPacedByPlayhead, orderOf, type RunOrder } from './order.ts'
import { repeatObstacle, repeatWithInput } from './repeat.ts'
import { createRecording } from './recording.ts'

const typed = { kind: 'evaluate', target: 'console', value: 'ws.readyState' } as const

function recordingOf(order: RunOrder) {
  const recording = createRecording(headerOf(order, 0), order)
  recording.log.append(
    traceFrom([
      { type: 'userInput', ...typed, at: 100 },
      { type: 'userInput', ...typed, at: 700 },
    ]),
  )
  return recording
}

const own = (lesson: RunOrder['lesson'] = null) =>
  orderOf({
    program: { 'client.js': '' },
    endpoint: {
      target: { kind: 'built-in', conditions: { latency: 1, jitter: 0, bandwidth: null }, seed: 1 },
      name: 'Built-in',
      scenario: 'echo',
      routed: true,
    },
    lesson,
    answers: {},
  })

describe('a run that is repeated with one more input', () => {
  it('has the inputs before it at their times, and forgets those after it', () => {
    const order = repeatWithInput(recordingOf(own()), { ...typed, value: 'more()' }, 500)
    expect(order?.request.inputs).toEqual([
      { ...typed, time: 100 },
      { ...typed, value: 'more()', time: 500 },
    ])
  })

  it('goes on from the time that is shown, at the pace of the playhead', () => {
    const order = repeatWithInput(recordingOf({ ...own(), toTheEnd: true }), typed, 500)
    if (order === null) throw new Error('there is an order')
    expect(order).toMatchObject({ standAt: 500, playsOn: true, request: { until: null } })
    expect(isPacedByPlayhead(order)).toBe(true)
  })

  it('stays the own run in free play, and is none where tasks would judge it', () => {
    expect(repeatWithInput(recordingOf(own()), typed, 0)).toMatchObject({ isJudged: true })
    const asked = { ...own(), isJudged: false }
    expect(repeatWithInput(recordingOf(asked), typed, 0)).toMatchObject({
      isJudged: false,
      banner: 'compare.banner.typed',
    })
  })

  it('cannot be made of a trace that was opened from a file', () => {
    const header = headerOf(own(), 0)
    expect(repeatObstacle(createRecording(header))).toBe('noProgram')
    expect(repeatWithInput(createRecording(header), typed, 0)).toBeNull()
  })
})
