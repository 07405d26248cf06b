import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { createChecker, type Checker } from '../core/checks/checker.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { checksOf, type Lesson } from '../core/lesson/lesson.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { TRACE_VERSION, type TraceHeader } from '../core/trace/header.ts'
import {
  createSandboxHost,
  type RunObserver,
  type RunRequest,
  type SandboxHost,
  type SandboxProblem,
  type SandboxRun,
} from '../sandbox/host.ts'
import type { EndReason, SandboxEndpoint } from '../sandbox/messages.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import { useNoticesStore } from './notices.ts'
import { usePlayheadStore } from './playhead.ts'
import { problemOf, UnopenedConnections, type Problem } from './problem.ts'
import { useProgressStore } from './progress.ts'
import { useTraceStore } from './trace.ts'
import { useWorkspaceStore } from './workspace.ts'

export type { Problem } from './problem.ts'
export type RunStatus = 'idle' | 'running' | 'ended' | 'stopped' | 'failed'

/** How far ahead of the playhead the world is computed, virtual milliseconds. */
const COMPUTED_AHEAD = 60_000
/** The playhead moves this far before more is asked for, virtual milliseconds. */
const COMPUTE_STEP = 5_000
/** Free play repeats too: the same program gives the same trace. */
const SEED_OF_FREE_PLAY = 101
const SCENARIO_OF_FREE_PLAY = 'echo'

/** Runs the program of the workspace, and feeds what it does to trace, playhead and checks. */
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
  const endReason = ref<EndReason | null>(null)
  /** The program keeps its event loop busy. */
  const unresponsive = ref(false)
  const verdicts = shallowRef<readonly CheckResult[]>([])
  const found = shallowRef<readonly Problem[]>([])

  let host: SandboxHost | null = null
  let current: SandboxRun | null = null
  let checker: Checker | null = null
  let unopened: UnopenedConnections | null = null
  let lessonOfRun: string | null = null
  let askedUntil = 0
  let lastTime = 0

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
        return playhead.playing && !playhead.atEnd ? 'running' : 'ended'
    }
    return phase.value satisfies never
  })
  /** What the checks have decided where the playhead stands. */
  const results = computed(() => verdicts.value.map((verdict) => asOf(verdict, playhead.time)))
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
  const problems = computed(() => found.value.filter((problem) => problem.time <= playhead.time))

  /** The element that programs' pages are shown in. It must not be moved or hidden. */
  function attach(container: HTMLElement, title: string): void {
    host?.dispose()
    host = createSandboxHost({ container, url: 'sandbox.html', title })
  }

  function detach(): void {
    stop()
    host?.dispose()
    host = null
  }

  function setPageTitle(title: string): void {
    host?.setTitle(title)
  }

  /** Runs the program from its start, unless a prediction has to be made before. */
  function run(): void {
    if (host === null) return
    const { lesson } = course
    const open = openPredictions.value
    if (open.length > 0) {
      refusal = notices.show({ key: 'run.predictFirst', level: 'info' })
      refusals.value += 1
      return
    }
    const target = endpoint.sandboxEndpoint(lesson?.seed ?? SEED_OF_FREE_PLAY)
    const virtual = target.kind === 'built-in'

    trace.begin(headerOf(target, endpoint.name))
    playhead.begin(!virtual)
    checker = lesson === null ? null : createChecker(checksOf(lesson))
    verdicts.value = checker?.results() ?? []
    lessonOfRun = lesson?.slug ?? null
    // On the built-in endpoint the trace itself says why a handshake failed.
    unopened = virtual ? null : new UnopenedConnections()
    found.value = []
    endReason.value = null
    unresponsive.value = false
    lastTime = 0
    askedUntil = 0
    phase.value = 'computing'
    workspace.flush()
    current = host.start(
      {
        program: workspace.files,
        endpoint: target,
        routed: endpoint.routed,
        until: virtual ? (lesson?.until ?? null) : null,
        inputs: lesson?.inputs ?? [],
        predictions: predictionsOf(lesson),
      },
      observer,
    )
    computeAhead(0)
  }

  function predictionsOf(lesson: Lesson | null): NonNullable<RunRequest['predictions']> {
    if (lesson === null) return []
    return lesson.predictions.flatMap(({ id }) => {
      const answer = progress.predictionOf(lesson.slug, id)
      return answer === undefined ? [] : [{ question: id, answer }]
    })
  }

  /** Ends the program at once. What it did stays. */
  function stop(): void {
    if (phase.value === 'computing') {
      current?.stop()
      conclude('stopped', Math.max(lastTime, playhead.end))
    }
    playhead.pause()
  }

  /** Another program is in the editor: what the one before it did says nothing about it. */
  function clear(): void {
    current?.stop()
    current = null
    checker = null
    phase.value = 'idle'
    verdicts.value = []
    found.value = []
    endReason.value = null
    unresponsive.value = false
    trace.begin(null)
    playhead.clear()
  }
  watch(() => workspace.id, clear)

  const observer: RunObserver = {
    started(browser) {
      if (trace.header !== null) trace.header = { ...trace.header, browser }
    },
    records(events, computedUntil) {
      for (const event of events) take(event)
      trace.append(events)
      if (checker !== null && events.length > 0) verdicts.value = checker.results()
      lastTime = Math.max(lastTime, computedUntil)
      playhead.extend(lastTime)
    },
    ended(reason, time) {
      endReason.value = reason
      conclude(reason === 'failed' ? 'failed' : 'complete', time)
    },
    unguarded(file, message) {
      addProblem({ kind: 'unguarded', file, message, time: lastTime })
    },
    unresponsive(isUnresponsive) {
      unresponsive.value = isUnresponsive
    },
    failed(problem: SandboxProblem) {
      addProblem({ kind: problem.kind, message: problem.detail, time: lastTime })
      conclude('failed', lastTime)
    },
  }

  function take(event: TraceEvent): void {
    checker?.accept(event)
    const problem = problemOf(event) ?? unopened?.accept(event) ?? null
    if (problem === null) return
    addProblem(problem)
    if (problem.kind === 'unreachable') offerBuiltIn(problem.message)
  }

  function offerBuiltIn(url: string): void {
    const scenario = course.lesson?.scenario ?? SCENARIO_OF_FREE_PLAY
    notices.show({
      key: 'run.unreachable',
      params: { url },
      level: 'error',
      ...(endpoint.locked
        ? {}
        : {
            action: {
              key: 'run.useBuiltIn',
              run() {
                endpoint.choose({ kind: 'built-in', scenario })
                run()
              },
            },
          }),
    })
  }

  function addProblem(problem: Problem): void {
    found.value = [...found.value, problem]
  }

  function conclude(outcome: 'complete' | 'stopped' | 'failed', time: number): void {
    phase.value = outcome
    unresponsive.value = false
    // What was cut short in virtual time may yet have broken a rule: that stays open. Where time is
    // real, stopping is how a run ends.
    if (outcome !== 'stopped' || trace.header?.clock === 'real') checker?.finish(time)
    verdicts.value = checker?.results() ?? []
    playhead.finish(time)
  }

  function computeAhead(from: number): void {
    const until = from + COMPUTED_AHEAD
    if (until < askedUntil + COMPUTE_STEP) return
    askedUntil = until
    current?.computeUntil(until)
  }

  watch(
    () => playhead.time,
    (time) => {
      if (phase.value === 'computing') computeAhead(time)
    },
  )

  // A viewer who goes to the end does not wait for more to be computed.
  watch(
    () => playhead.following,
    (following) => {
      if (following && phase.value === 'computing' && trace.header?.clock === 'virtual') {
        current?.endAtHorizon()
      }
    },
  )

  watch(results, (now) => {
    const { lesson } = course
    if (lesson === null || lesson.slug !== lessonOfRun) return
    const passed = new Set(now.filter((result) => result.status === 'passed').map((r) => r.checkId))
    const solved = lesson.tasks.filter((task) => task.checks.every(({ id }) => passed.has(id)))
    const news = solved.some((task) => !progress.isTaskSolved(lesson.slug, task.id))
    const all = solved.length === lesson.tasks.length
    if (news || (all && !progress.isSolved(lesson.slug))) {
      progress.record(
        lesson.slug,
        solved.map((task) => task.id),
        all,
      )
    }
  })

  return {
    status,
    endReason,
    unresponsive,
    openPredictions,
    refusals,
    results,
    problems,
    attach,
    detach,
    setPageTitle,
    run,
    stop,
  }
})

function headerOf(target: SandboxEndpoint, name: string): TraceHeader {
  const builtIn = target.kind === 'built-in'
  return {
    version: TRACE_VERSION,
    clock: builtIn ? 'virtual' : 'real',
    seed: builtIn ? target.seed : null,
    conditions: builtIn ? target.conditions : null,
    endpoint: { kind: target.kind, name },
    startedAt: Date.now(),
    browser: '',
  }
}

/** A verdict that falls later than the playhead stands is still open there. */
function asOf(verdict: CheckResult, time: number): CheckResult {
  if (verdict.decidedAt === null || verdict.decidedAt <= time) return verdict
  return { checkId: verdict.checkId, status: 'pending', decidedAt: null }
}
