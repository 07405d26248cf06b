import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { usePlayheadStore } from './playhead.ts'
import { startApp } from './testing/app.ts'
import { createRecording, type Recording } from '../run/recording.ts'

/** Animation frames that come when a test says so. */
class Frames {
  #now = 0
  #next: FrameRequestCallback | null = null

  readonly request = (callback: FrameRequestCallback): number => {
    this.#next = callback
    return 1
  }

  readonly now = (): number => this.#now

  /** @param elapsed milliseconds since the last frame */
  pass(elapsed: number): void {
    this.#now += elapsed
    const callback = this.#next
    this.#next = null
    callback?.(this.#now)
  }

  get awaited(): boolean {
    return this.#next !== null
  }
}

let frames: Frames
let recording: Recording

beforeEach(() => {
  frames = new Frames()
  vi.stubGlobal('requestAnimationFrame', frames.request)
  vi.spyOn(performance, 'now').mockImplementation(frames.now)
  startApp()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function eventAt(at: number) {
  const [event] = traceFrom([{ type: 'pageLifecycle', phase: 'load', at }])
  if (event === undefined) throw new Error('the sketch made no event')
  return event
}

/** A run with events at these times, milliseconds. */
function recorded(...times: number[]) {
  const playhead = usePlayheadStore()
  recording = createRecording(null)
  recording.log.append(
    traceFrom(times.map((at) => ({ type: 'pageLifecycle', phase: 'load', at }) as const)),
  )
  playhead.show(recording)
  return playhead
}

describe('the playhead', () => {
  it('goes at the speed of the clock, and stops at the end of a finished run', async () => {
    const playhead = recorded(0, 40, 80)
    playhead.begin(false)
    playhead.extend(80)
    playhead.finish(80)
    await nextTick()
    frames.pass(50)
    expect(playhead.time).toBe(50)
    expect(playhead.count).toBe(2)
    frames.pass(50)
    expect(playhead.time).toBe(80)
    expect(playhead.count).toBe(3)
    expect(playhead.playing).toBe(false)
    expect(frames.awaited).toBe(false)
  })

  it('goes ten times as fast, or a tenth', async () => {
    const playhead = recorded(0, 1000)
    playhead.begin(false)
    playhead.extend(1000)
    await nextTick()
    playhead.speed = 10
    frames.pass(20)
    expect(playhead.time).toBe(200)
    playhead.speed = 0.1
    frames.pass(20)
    expect(playhead.time).toBe(202)
  })

  it('waits at the end of what is computed until more is', async () => {
    const playhead = recorded(0, 40)
    playhead.begin(false)
    playhead.extend(40)
    await nextTick()
    frames.pass(500)
    expect(playhead.time).toBe(40)
    expect(playhead.playing).toBe(true)
    playhead.extend(100)
    frames.pass(30)
    expect(playhead.time).toBe(70)
  })

  it('stays at the newest event on a real clock', () => {
    const playhead = recorded(0, 40, 90)
    playhead.begin(true)
    playhead.extend(40)
    expect(playhead.time).toBe(40)
    playhead.extend(90)
    expect(playhead.time).toBe(90)
    playhead.pause()
    playhead.extend(120)
    expect(playhead.time).toBe(90)
  })

  it('follows to the end of a run that is still computed, once asked to', () => {
    const playhead = recorded(0, 40)
    playhead.begin(false)
    playhead.extend(40)
    playhead.toEnd()
    expect(playhead.following).toBe(true)
    playhead.extend(60)
    playhead.finish(75)
    expect(playhead.time).toBe(75)
    expect(playhead.following).toBe(false)
  })

  it('steps between events of one time, and back', () => {
    const playhead = recorded(0, 40, 40, 90)
    playhead.begin(false)
    playhead.finish(90)
    playhead.seek(10)
    expect(playhead.count).toBe(1)
    playhead.stepForward()
    expect([playhead.time, playhead.count]).toEqual([40, 2])
    playhead.stepForward()
    expect([playhead.time, playhead.count]).toEqual([40, 3])
    playhead.stepForward()
    expect([playhead.time, playhead.count]).toEqual([90, 4])
    playhead.stepBack()
    expect([playhead.time, playhead.count]).toEqual([40, 3])
    playhead.stepBack()
    expect([playhead.time, playhead.count]).toEqual([40, 2])
  })

  it('plays again from the start when it is at the end', () => {
    const playhead = recorded(0, 40)
    playhead.begin(false)
    playhead.finish(40)
    playhead.toEnd()
    playhead.play()
    expect(playhead.time).toBe(0)
  })

  it('asks for the time it should be at, and goes there once it is computed', async () => {
    const playhead = recorded(0, 40)
    playhead.begin(false)
    playhead.extend(20)
    await nextTick()
    frames.pass(30)
    expect([playhead.time, playhead.wanted]).toEqual([20, 30])
    playhead.extend(64)
    frames.pass(10)
    expect([playhead.time, playhead.wanted]).toEqual([30, 30])
  })

  it('waits at a time that it is told to stand at, or plays on from there', async () => {
    const playhead = usePlayheadStore()
    playhead.begin(false, 300)
    playhead.extend(1000)
    expect([playhead.time, playhead.playing]).toEqual([300, false])
    playhead.begin(false, 300, true)
    playhead.extend(200)
    expect([playhead.time, playhead.playing]).toEqual([200, false])
    playhead.extend(1000)
    expect([playhead.time, playhead.playing]).toEqual([300, true])
    await nextTick()
    frames.pass(50)
    expect(playhead.time).toBe(350)
  })

  it('steps to an event that is not computed yet as soon as it is', () => {
    const playhead = recorded(0)
    playhead.begin(false)
    playhead.extend(34)
    playhead.stepForward()
    expect([playhead.time, playhead.stepFrom]).toEqual([34, 0])
    playhead.extend(84)
    expect([playhead.time, playhead.stepFrom]).toEqual([84, 0])
    recording.log.append([{ ...eventAt(100), seq: 1 }])
    playhead.extend(134)
    expect([playhead.time, playhead.count, playhead.stepFrom]).toEqual([100, 2, null])
  })

  it('ends a step that finds no event after a second', () => {
    const playhead = recorded(0)
    playhead.begin(false)
    playhead.extend(34)
    playhead.stepForward()
    playhead.extend(1000)
    expect([playhead.time, playhead.stepFrom]).toEqual([1000, null])
  })

  it('is at the same time in another recording, if that is long enough', () => {
    const playhead = recorded(0, 40, 80)
    playhead.begin(false)
    playhead.finish(80)
    playhead.toEnd()
    playhead.show(Object.assign(createRecording(null), { end: 50, complete: true }))
    expect([playhead.time, playhead.end, playhead.playing]).toEqual([50, 50, false])
  })
})
