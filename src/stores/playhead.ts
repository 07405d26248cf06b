import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { traitsOf } from '../core/trace/events/traits.ts'
import { createRecording, type Recording } from '../run/recording.ts'

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10] as const
export type Speed = (typeof SPEEDS)[number]

/** A step that finds no event goes this far, milliseconds. */
const MAX_STEP = 1_000

/**
 * The time in a recording that is on the screen. The world is computed ahead of it, so moving it
 * computes nothing. All events up to its time are shown; after a step, it may be between two events
 * of the same time.
 */
export const usePlayheadStore = defineStore('playhead', () => {
  /** The recording that it moves in. */
  const recording = shallowRef<Recording>(createRecording(null))
  /** Milliseconds since the run began. */
  const time = ref(0)
  /** Where it would be in a run that is computed that far: at `time`, or beyond `end`. */
  const wanted = ref(0)
  /** How far the run is computed, milliseconds. */
  const end = ref(0)
  const playing = ref(false)
  /** It stays at the moving end, because the viewer chose so or a real clock runs. */
  const following = ref(false)
  const speed = ref<Speed>(1)
  /** Nothing will be computed beyond `end`. */
  const complete = ref(true)
  /** After a step: the seq before which events are shown. */
  const stepBoundary = ref<number | null>(null)
  /** Where a step that waits for an event began, milliseconds; `null` if none waits. */
  const stepFrom = ref<number | null>(null)

  /** Events with a smaller seq are shown. */
  const shownBefore = computed(() => {
    if (stepBoundary.value !== null) return stepBoundary.value
    const log = recording.value.log.read()
    return log.firstSeq + log.countUntil(time.value)
  })
  /** How many of the log's events are shown. */
  const count = computed(() => Math.max(0, shownBefore.value - recording.value.log.read().firstSeq))
  const atEnd = computed(() => time.value >= end.value && stepBoundary.value === null)

  /** Where it goes as soon as the run is computed that far, and whether it plays on from there. */
  let arrival: number | null = null
  let playsOn = false
  let frame: number | null = null
  let lastFrame = 0

  function tick(now: number): void {
    frame = null
    if (!playing.value) return
    const elapsed = Math.max(0, now - lastFrame)
    lastFrame = now
    moveTo(time.value + elapsed * speed.value)
    if (complete.value && atEnd.value) playing.value = false
    else frame = requestAnimationFrame(tick)
  }

  watch(playing, (isPlaying) => {
    if (isPlaying && frame === null) {
      lastFrame = performance.now()
      frame = requestAnimationFrame(tick)
    }
  })

  function arrive(at: number): void {
    moveTo(at)
    if (end.value < at) arrival = at
    else if (playsOn) [playing.value, playsOn] = [true, false]
  }

  function moveTo(next: number): void {
    arrival = null
    stepBoundary.value = null
    stepFrom.value = null
    wanted.value = Math.max(0, next)
    time.value = Math.min(wanted.value, end.value)
  }

  /** Back to 0, in a recording without events. */
  function clear(): void {
    end.value = 0
    moveTo(0)
    complete.value = true
    following.value = false
    playing.value = false
  }

  /**
   * Plays a run that begins.
   * @param follow shows the newest event at any time, for a real clock.
   * @param standAt where to wait once the run is computed that far, milliseconds.
   * @param goesOn plays on from there.
   */
  function begin(follow: boolean, standAt: number | null = null, goesOn = false): void {
    clear()
    complete.value = false
    following.value = follow
    playing.value = !follow && standAt === null
    arrival = standAt
    playsOn = goesOn
  }

  /** The run is computed up to here, milliseconds. At the end of a complete run, it follows. */
  function extend(computedUntil: number): void {
    const goesAlong = following.value || (complete.value && atEnd.value)
    end.value = Math.max(end.value, computedUntil)
    if (goesAlong) moveTo(end.value)
    else if (arrival !== null) arrive(arrival)
    else if (stepFrom.value !== null) awaitStep(stepFrom.value)
  }

  /** Nothing more will come: the run ended at this time, milliseconds. */
  function finish(endTime: number): void {
    complete.value = true
    end.value = endTime
    if (arrival !== null) arrive(arrival)
    if (following.value) {
      moveTo(endTime)
      following.value = false
    }
    if (time.value > endTime || stepFrom.value !== null) moveTo(endTime)
  }

  /** Moves to another recording, at the same time if that is long enough. */
  function show(next: Recording): void {
    pause()
    recording.value = next
    end.value = next.end
    complete.value = next.complete
    moveTo(time.value)
  }

  function play(): void {
    following.value = false
    if (complete.value && atEnd.value) moveTo(0)
    playing.value = true
  }

  function pause(): void {
    following.value = false
    stepFrom.value = null
    playing.value = false
  }

  function toEnd(): void {
    playing.value = false
    following.value = !complete.value
    moveTo(end.value)
  }

  function seek(next: number): void {
    following.value = false
    moveTo(next)
  }

  /** Goes to the next event. If none is computed yet, it waits up to a second of the run. */
  function stepForward(): void {
    pause()
    if (stepOn()) return
    const from = time.value
    moveTo(end.value)
    if (!complete.value) stepFrom.value = from
  }

  function stepOn(): boolean {
    const log = recording.value.log.read()
    for (let seq = shownBefore.value; seq < log.nextSeq; seq += 1) {
      const event = log.get(seq)
      if (event === undefined || traitsOf(event).isDetail === true) continue
      moveTo(event.time)
      stepBoundary.value = seq + 1
      return true
    }
    return false
  }

  function awaitStep(from: number): void {
    if (stepOn()) return
    const isQuiet = end.value - from >= MAX_STEP
    moveTo(end.value)
    if (!isQuiet) stepFrom.value = from
  }

  function stepBack(): void {
    pause()
    const log = recording.value.log.read()
    // Hides the last shown event, and the details after the event before it.
    for (let seq = shownBefore.value - 1; seq >= log.firstSeq; seq -= 1) {
      const event = log.get(seq)
      if (event === undefined || traitsOf(event).isDetail === true) continue
      moveTo(log.get(seq - 1)?.time ?? 0)
      stepBoundary.value = seq
      return
    }
    moveTo(0)
  }

  return {
    time,
    wanted,
    end,
    playing,
    following,
    speed,
    complete,
    atEnd,
    count,
    shownBefore,
    stepFrom,
    clear,
    show,
    begin,
    extend,
    finish,
    play,
    pause,
    toEnd,
    seek,
    stepForward,
    stepBack,
  }
})
