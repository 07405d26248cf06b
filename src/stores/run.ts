import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { assertNever } from '../core/trace/describe/assert-never.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { SandboxHost } from '../sandbox/host.ts'
import type { RunListener, SandboxRun } from '../sandbox/host/run.ts'
import { UnopenedConnections, type ConnectionFailure } from '../run/connection-failure.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import { useNoticesStore } from './notices.ts'
import { usePlayheadStore } from './playhead.ts'
import { problemOf, type Problem } from '../run/problem.ts'
import { useProgressStore } from './progress.ts'
import { createRecording, type Recording } from '../run/recording.ts'
import { batchPerAnimationFrame, type Batched } from '../run/batched.ts'
import { useJudgement } from './judgement.ts'
import { headerOf, isPacedByPlayhead, orderOf, type RunOrder } from '../run/order.ts'
import { Pace } from '../run/pace.ts'
import { startTapped } from '../run/tapped-run.ts'
import { useTraceStore } from './trace.ts'
import { useWorkspaceStore } from './workspace.ts'

export type { Problem } from '../run/problem.ts'
export type RunStatus = 'idle' | 'running' | 'ended' | 'stopped' | 'failed'

/** Free play repeats too: the same program gives the same trace. */
const SEED_OF_FREE_PLAY = 101

/** Runs programs, one at a time, and feeds what they do to trace, playhead and checks. */
export const useRunStore = defineStore('run', () => {
  const trace = useTraceStore()
  const playhead = usePlayheadStore()
  const workspace = useWorkspaceStore()
  const endpoint = useEndpointStore()
  const course = useCourseStore()
  const progress = useProgressStore()
  const notices = useNoticesStore()

  /** How the program fares; the playhead may be behind. */
  const phase = ref<'idle' | 'computing' | 'complete' | 'stopped' | 'failed'>('idle')
  /** The program keeps its event loop busy. */
  const unresponsive = ref(false)
  /** The latest run, shown or not. */
  const latest = shallowRef<Recording | null>(null)
  /** The latest run of the learner's own: the one that tasks are judged on. */
  const own = shallowRef<Recording | null>(null)
  /** Where the viewer stood last in the learner's own run, milliseconds. */
  const timeInOwn = ref(0)
  const judgement = useJudgement(() => timeInOwn.value)

  let host: SandboxHost | null = null
  let current: SandboxRun | null = null
  let batched: Batched | null = null
  let pace = new Pace(false)
  let unopened: UnopenedConnections | null = null

  watch(
    () => playhead.time,
    (time) => {
      if (trace.shown === own.value) timeInOwn.value = time
    },
    { flush: 'sync' },
  )

  /** As the viewer sees it: a run goes on until the playhead has come to its end. */
  const status = computed<RunStatus>(() => {
    switch (phase.value) {
      case 'idle':
      case 'stopped':
      case 'failed':
        return phase.value
      case 'computing':
        return 'running'
      case 'complete':
        // A recording that was opened is played, but nothing runs.
        return trace.shown.imported === null && playhead.playing && !playhead.atEnd
          ? 'running'
          : 'ended'
    }
    return phase.value satisfies never
  })
  /** Whether it is still computed, or goes on. */
  const computing = computed(() => phase.value === 'computing')
  /** Predictions that the first run waits for. */
  const openPredictions = computed(() => {
    const { lesson } = course
    if (lesson === null) return []
    return lesson.predictions.filter(
      ({ id, beforeRun }) => beforeRun && progress.predictionOf(lesson.slug, id) === undefined,
    )
  })
  /** How often a run was refused because a prediction was missing: the reader is brought there. */
  const refusals = ref(0)
  let refusal: number | null = null
  watch(
    () => openPredictions.value.length,
    (open) => {
      if (open > 0 || refusal === null) return
      notices.dismiss(refusal)
      refusal = null
    },
  )
  /** What all randomness on the built-in endpoint is drawn from here. */
  const seed = computed(() => course.lesson?.seed ?? SEED_OF_FREE_PLAY)
  /** Of the run that is shown, as far as the playhead has come. */
  const problems = computed(() =>
    trace.shown.problems.filter((problem) => problem.time <= playhead.time),
  )
  /** The latest failure that lies before the playhead, of the run that is shown. */
  const failure = computed<ConnectionFailure | null>(
    () => trace.shown.failures.findLast(({ time }) => time <= playhead.time) ?? null,
  )
  const endReason = computed(() => trace.shown.endReason)

  /** The element that programs' pages are shown in. It must not be moved or hidden. */
  function attach(container: HTMLElement, title: string): void {
    host?.dispose()
    host = new SandboxHost({ container, url: 'sandbox.html', title })
  }

  function detach(): void {
    stop()
    host?.dispose()
    host = null
  }

  function setPageTitle(title: string): void {
    host?.setTitle(title)
  }

  /** Runs the learner's program from its start, unless a prediction has to be made before. */
  function run(): void {
    if (host === null) return
    if (openPredictions.value.length > 0) {
      refusal = notices.show({ key: 'run.predictFirst', level: 'info' })
      refusals.value += 1
      return
    }
    workspace.flush()
    start(ownOrder())
  }

  /** What Run would run: the program in the editor on the endpoint that was chosen. */
  function ownOrder(): RunOrder {
    const { lesson } = course
    const { choice, name, routed } = endpoint
    return orderOf({
      program: workspace.files,
      endpoint: {
        target: endpoint.sandboxEndpointOf(choice, seed.value),
        name,
        scenario: choice.kind === 'built-in' ? choice.scenario : null,
        routed,
      },
      lesson,
      answers: lesson === null ? {} : progress.answersTo(lesson.slug),
    })
  }

  /**
   * Runs what was ordered, in place of what runs, and shows it. Only the learner's own run is
   * judged.
   * @returns its recording; `null` where there is no sandbox to run it in.
   */
  function start(order: RunOrder): Recording | null {
    if (host === null) return null
    if (phase.value === 'computing') stop()
    const virtual = order.request.endpoint.kind === 'built-in'
    const recording = createRecording(headerOf(order, Date.now()), order)
    latest.value = recording
    if (order.purpose === 'own') {
      own.value = recording
      timeInOwn.value = 0
      judgement.begin(order.lesson)
    }
    trace.show(recording)
    playhead.begin(!virtual || order.toTheEnd === true, order.standAt ?? null)
    // On the built-in endpoint the trace itself says why a handshake failed.
    unopened = virtual ? null : new UnopenedConnections()
    unresponsive.value = false
    pace = new Pace(isPacedByPlayhead(order))
    phase.value = 'computing'
    batched = batchPerAnimationFrame(listenerOf(recording))
    current = startTapped(host, order.request, batched.listen)
    compute(pace.computeUntilFor(order.standAt ?? 0, playhead.speed))
    if (order.toTheEnd === true && virtual) current.endAtHorizon()
    return recording
  }

  /** The learner's own run is what is looked at from now on: its tasks speak of its events. */
  function showOwn(): void {
    if (own.value === null || trace.shown === own.value) return
    trace.show(own.value)
    playhead.show(own.value)
  }

  /** Ends the program at once. What it did stays. */
  function stop(): void {
    if (phase.value === 'computing' && latest.value !== null) {
      batched?.flush()
      current?.stop()
      conclude(latest.value, 'stopped', latest.value.end)
    }
    playhead.pause()
  }

  /** Another program is in the editor: what the one before it did says nothing about it. */
  function clear(): void {
    batched?.flush()
    current?.stop()
    current = null
    latest.value = null
    own.value = null
    judgement.begin(null)
    phase.value = 'idle'
    unresponsive.value = false
    trace.show(createRecording(null))
    playhead.clear()
  }
  watch(() => workspace.id, clear)

  function listenerOf(recording: Recording): RunListener {
    return (message) => {
      switch (message.type) {
        case 'started':
          if (recording.header !== null)
            recording.header = { ...recording.header, browser: message.browser }
          return
        case 'records':
          return accept(recording, message.events, message.computedUntil)
        case 'ended': {
          const { reason, time } = message
          recording.endReason = reason
          return conclude(recording, reason === 'failed' ? 'failed' : 'complete', time)
        }
        case 'unguarded': {
          const { file, message: text } = message
          return addProblem(recording, {
            kind: 'unguarded',
            file,
            message: text,
            time: recording.end,
          })
        }
        case 'unresponsive':
          unresponsive.value = message.isUnresponsive
          return
        case 'wiretap':
          recording.wiretap = message.state
          return
        case 'failed': {
          const { kind, detail } = message.problem
          addProblem(recording, { kind, message: detail, time: recording.end })
          return conclude(recording, 'failed', recording.end)
        }
        default:
          return assertNever(message)
      }
    }
  }

  /** Every event of a run comes in here, in order. */
  function accept(
    recording: Recording,
    events: readonly TraceEvent[],
    computedUntil: number,
  ): void {
    if (recording.complete) return acceptTail(recording, events, computedUntil)
    for (const event of events) look(recording, event)
    recording.log.append(events)
    if (isOwn(recording)) judgement.accept(events)
    recording.end = Math.max(recording.end, computedUntil)
    if (trace.shown === recording) playhead.extend(recording.end)
  }

  /** Of a run that was stopped: how the lab server saw its connections end. */
  function acceptTail(
    recording: Recording,
    events: readonly TraceEvent[],
    computedUntil: number,
  ): void {
    const isShown = trace.shown === recording
    const follows = isShown && playhead.atEnd
    recording.log.append(events)
    recording.end = Math.max(recording.end, computedUntil)
    if (!isShown) return
    playhead.finish(recording.end)
    if (follows) playhead.seek(recording.end)
  }

  function look(recording: Recording, event: TraceEvent): void {
    const problem = problemOf(event)
    if (problem !== null) addProblem(recording, problem)
    const failure = unopened?.accept(event) ?? null
    if (failure === null) return
    const { url: message, time, seq } = failure
    addProblem(recording, { kind: 'unreachable', message, time, seq })
    recording.failures = [...recording.failures, failure]
  }

  /** Runs the learner's program where a server is in the page and can be reached. */
  function runOnBuiltIn(): void {
    endpoint.choose({ kind: 'built-in', scenario: endpoint.scenarioHere })
    endpoint.setRouted(true)
    run()
  }

  function isOwn({ order }: Recording): boolean {
    return order?.purpose === 'own'
  }

  function addProblem(recording: Recording, problem: Problem): void {
    recording.problems = [...recording.problems, problem]
  }

  function conclude(
    recording: Recording,
    outcome: 'complete' | 'stopped' | 'failed',
    time: number,
  ): void {
    phase.value = outcome
    unresponsive.value = false
    recording.end = time
    recording.complete = true
    // Where time is real, stopping is how a run ends.
    const isCutShort = outcome === 'stopped' && recording.header?.clock === 'virtual'
    if (isOwn(recording)) judgement.conclude(isCutShort ? null : time)
    if (trace.shown === recording) playhead.finish(time)
  }

  function compute(until: number | null): void {
    if (phase.value === 'computing' && until !== null) current?.computeUntil(until)
  }

  watch(
    () => playhead.wanted,
    (wanted) => {
      if (latest.value?.order?.toTheEnd !== true)
        compute(pace.computeUntilFor(wanted, playhead.speed))
    },
  )
  watch([() => playhead.stepFrom, () => playhead.end], ([from, end]) => {
    if (from !== null) compute(pace.toFindMore(end))
  })

  // A viewer who goes to the end does not wait for more to be computed.
  watch(
    () => playhead.following,
    (following) => {
      if (!following || phase.value !== 'computing' || trace.shown !== latest.value) return
      if (trace.header?.clock !== 'virtual') return
      compute(pace.forTheEnd(playhead.time))
      current?.endAtHorizon()
    },
  )

  return {
    status,
    computing,
    latest,
    own,
    seed,
    endReason,
    unresponsive,
    openPredictions,
    refusals,
    results: judgement.results,
    problems,
    failure,
    attach,
    detach,
    setPageTitle,
    ownOrder,
    run,
    runOnBuiltIn,
    start,
    showOwn,
    stop,
  }
})
