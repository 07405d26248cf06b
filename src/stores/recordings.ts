import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { keyOfBeside, type Beside } from '../run/order.ts'
import { createRecording, type Recording } from '../run/recording.ts'
import { usePlayheadStore } from './playhead.ts'

/** Runs of the learner's program that can be looked at again. */
const MAX_OWN_RUNS = 10
/** Octets that their logs hold together; the latest is kept whatever it holds. */
const MAX_OWN_BYTES = 256 * 1024 * 1024

/** The recordings, the one that is shown, and its selected event. */
export const useRecordingsStore = defineStore('recordings', () => {
  const playhead = usePlayheadStore()

  /** Of the latest run, shown or not. */
  const latest = shallowRef<Recording | null>(null)
  /** Of the learner's latest own run, which tasks judge. */
  const own = shallowRef<Recording | null>(null)
  /** The learner's own runs, the latest last. */
  const ownRuns = shallowRef<readonly Recording[]>([])
  /** The latest run of each program that the lesson brings. */
  const beside = shallowRef<ReadonlyMap<string, Recording>>(new Map())
  /** The recording that all views show: the latest, or another in its place. */
  const shown = shallowRef(createRecording(null))
  /** The `seq` of the event that is selected in all views. */
  const selected = ref<number | null>(null)
  /** The playhead's last time in the learner's own run, milliseconds. */
  const timeInOwn = ref(0)

  watch(
    () => playhead.time,
    (time) => {
      if (shown.value === own.value) timeInOwn.value = time
    },
    { flush: 'sync' },
  )

  /** Shows a recording in all views, at the same time if that is long enough. */
  function show(recording: Recording): void {
    if (recording === shown.value) return
    shown.value = recording
    selected.value = null
    playhead.show(recording)
  }

  /** A run begins: its recording is shown. */
  function add(recording: Recording): void {
    latest.value = recording
    if (recording.order?.isJudged === true) {
      own.value = recording
      ownRuns.value = latestOf([...ownRuns.value, recording])
      timeInOwn.value = 0
    }
    const key = recording.order?.beside && keyOfBeside(recording.order.beside)
    if (key !== undefined) beside.value = new Map(beside.value).set(key, recording)
    show(recording)
  }

  /** Puts another recording of the same run in its place. */
  function replace(before: Recording, after: Recording): void {
    if (latest.value === before) latest.value = after
    if (own.value === before) own.value = after
    ownRuns.value = ownRuns.value.map((one) => (one === before ? after : one))
    const entries = [...beside.value].map(
      ([key, one]) => [key, one === before ? after : one] as const,
    )
    beside.value = new Map(entries)
    if (shown.value === before) show(after)
  }

  /** Null until it has run. */
  function besideOwn(program: Beside): Recording | null {
    return beside.value.get(keyOfBeside(program)) ?? null
  }

  /** Shows the learner's own run; nothing before there is one. */
  function showOwn(): void {
    show(own.value ?? createRecording(null))
  }

  function select(seq: number | null): void {
    selected.value = seq
  }

  /** Forgets what was recorded. */
  function clear(): void {
    latest.value = null
    own.value = null
    ownRuns.value = []
    beside.value = new Map()
    show(createRecording(null))
    playhead.clear()
  }

  return {
    latest,
    own,
    ownRuns,
    shown,
    selected,
    timeInOwn,
    log: computed(() => shown.value.log),
    header: computed(() => shown.value.header),
    endReason: computed(() => shown.value.endReason),
    /** Of the shown recording, up to the playhead. */
    problems: computed(() => shown.value.problems.filter(({ time }) => time <= playhead.time)),
    /** The latest failed connection of the shown recording, up to the playhead. */
    failure: computed(
      () => shown.value.failures.findLast(({ time }) => time <= playhead.time) ?? null,
    ),
    add,
    replace,
    besideOwn,
    show,
    showOwn,
    select,
    clear,
  }
})

/** As many of the latest runs as are kept. */
function latestOf(runs: readonly Recording[]): readonly Recording[] {
  let bytes = 0
  const first = runs.findLastIndex((run, index) => {
    bytes += run.log.read().bytes
    const isLatest = index === runs.length - 1
    return !isLatest && (runs.length - index > MAX_OWN_RUNS || bytes > MAX_OWN_BYTES)
  })
  return runs.slice(first + 1)
}
