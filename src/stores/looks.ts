import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { findLook } from '../core/lesson/find-look.ts'
import type { Look, LookView } from '../core/lesson/lesson-plan.ts'
import type { Recording } from '../run/recording.ts'
import { isStarter } from '../run/untouched.ts'
import { useBesideStore } from './beside.ts'
import { useCourseStore } from './course.ts'
import { useFrontViewStore } from './front-view.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { useSessionStore } from './session.ts'
import { useShownPaneStore } from './shown-pane.ts'

interface Found {
  readonly recording: Recording
  readonly seq: number
}

/** Words of the lesson that point into a run. */
export const useLooksStore = defineStore('looks', () => {
  const beside = useBesideStore()
  const course = useCourseStore()
  const frontView = useFrontViewStore()
  const playhead = usePlayheadStore()
  const recordings = useRecordingsStore()
  const scenarios = useScenariosStore()
  const session = useSessionStore()
  const shownPane = useShownPaneStore()

  /** The look that was followed last, and where it led. */
  const followed = shallowRef<(Found & { readonly id: string }) | null>(null)
  /** A look that was followed before there was a run. */
  const asked = ref<string | null>(null)
  /** A look whose event its run does not have. */
  const missing = ref<string | null>(null)

  /** The look whose event is selected. */
  const chosen = computed(() => {
    const { value } = followed
    const isShown = recordings.shown === value?.recording && recordings.selected === value.seq
    return isShown ? value.id : null
  })

  function lookOf(id: string): Look | undefined {
    return course.lesson?.looks.find((look) => look.id === id)
  }

  /** Whether the run that a look points into is there. */
  function isLive(id: string): boolean {
    const look = lookOf(id)
    if (look === undefined) return false
    if (look.run.kind === 'try') return recordings.besideOwn(look.run) !== null
    const start = look.run.kind === 'start' ? recordings.besideOwn({ kind: 'start' }) : null
    return recordings.own !== null || start !== null
  }

  /** Shows the event, or asks for a run first. */
  function follow(id: string): void {
    const look = lookOf(id)
    if (look === undefined) return
    missing.value = null
    if (!isLive(id)) {
      asked.value = id
      return
    }
    asked.value = null
    const found = find(look)
    if (found !== null) return open(id, look.view, found)
    if (look.run.kind === 'start' && !ranStarter(recordings.own)) return findInStarter(id, look)
    missing.value = id
  }

  function find({ run, at }: Look): Found | null {
    if (run.kind === 'try') return findIn(recordings.besideOwn(run), at, false)
    const { own } = recordings
    // What a case says of its recording is true of nothing else.
    if (course.lesson?.fault !== undefined && run.kind === 'start')
      return findIn(recordings.besideOwn(run), at, false)
    if (run.kind !== 'start') return findIn(own, at, false)
    // In a program of the reader's, only one event may be the one that the lesson speaks of.
    return (
      findIn(own, at, !ranStarter(own)) ??
      findIn(recordings.besideOwn({ kind: 'start' }), at, false)
    )
  }

  function findIn(recording: Recording | null, at: Look['at'], onlyOne: boolean): Found | null {
    const target = recording === null ? null : findLook(at, recording.log.read())
    if (recording === null || target === null || (onlyOne && !target.isOnly)) return null
    return { recording, seq: target.seq }
  }

  function ranStarter(recording: Recording | null): boolean {
    const order = recording?.order ?? null
    if (order === null || course.lesson === null) return false
    const server = scenarios.sources[order.scenario ?? '']
    return isStarter(order.request.program, course.lesson, server)
  }

  /** The reader's program does something else by now: the starter runs once more, beside it. */
  function findInStarter(id: string, look: Look): void {
    const recording = beside.run({ kind: 'start' })
    if (recording === null) return
    const unwatch = watch(
      () => recording.complete,
      (isComplete) => {
        if (!isComplete) return
        unwatch()
        const found = findIn(recording, look.at, false)
        if (found !== null && recordings.shown === recording) open(id, look.view, found)
      },
    )
  }

  function open(id: string, view: LookView, found: Found): void {
    const { recording, seq } = found
    if (recordings.shown !== recording) {
      if (recording === recordings.own) beside.back()
      else {
        recordings.show(recording)
        // The time of another run means nothing in this one.
        playhead.toEnd()
      }
    }
    // The playhead stays, unless the event is still to come: a run that plays is then shown whole.
    if (seq >= playhead.shownBefore) {
      if (playhead.playing) playhead.toEnd()
      else playhead.seek(recording.log.read().get(seq)?.time ?? 0)
    }
    recordings.select(seq)
    followed.value = { id, recording, seq }
    if (view === 'code' || view === 'console') {
      shownPane.visit('code')
    } else {
      frontView.chosen = view
      shownPane.visit('wire')
    }
  }

  /** Shows a run in place of the one that is shown. */
  function showRun(recording: Recording): void {
    recordings.show(recording)
    playhead.toEnd()
    frontView.chosen = 'wire'
    shownPane.visit('wire')
  }

  /** Shows an event of a run, as a failure points to it. */
  function showEvent(seq: number, recording = recordings.own): void {
    if (recording !== null) open('', 'wire', { recording, seq })
  }

  // The run that was asked for is over: it shows what the reader wanted to see.
  watch(
    () => session.status,
    (status) => {
      const { value: id } = asked
      if (status === 'ended' && id !== null && isLive(id)) follow(id)
    },
  )
  watch(
    () => course.lesson,
    () => {
      asked.value = null
      missing.value = null
    },
  )

  return { asked, missing, chosen, isLive, follow, showEvent, showRun }
})
