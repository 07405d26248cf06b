import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Program } from '../core/program/program.ts'
import { ActiveRun } from '../run/active-run.ts'
import { headerOf, isOnVirtualTime, type RunOrder } from '../run/order.ts'
import { createRecording, cutRecording, type Recording } from '../run/recording.ts'
import { whenIdle } from '../run/when-idle.ts'
import { SandboxHost } from '../sandbox/host.ts'
import type { ScheduledInput } from '../sandbox/messages.ts'
import type { RunMessage } from '../sandbox/host/run.ts'
import { placeBeside } from '../run/place-beside.ts'
import { builtIn } from './content.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import type { useForeignHostStore } from './foreign-host.ts'
import { useJudgingStore } from './judging.ts'
import { useNoticesStore } from './notices.ts'
import { useOwnOrder } from './own-order.ts'
import { usePacing } from './pacing.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { siteFile } from './site-file.ts'
import { useWorkspaceStore } from './workspace.ts'

export type RunStatus = 'idle' | 'running' | 'ended' | 'stopped' | 'failed'

/** Runs programs in the sandbox, one at a time. */
export const useSessionStore = defineStore('session', () => {
  const { files } = builtIn.take()
  const recordings = useRecordingsStore()
  const judging = useJudgingStore()
  const playhead = usePlayheadStore()
  const workspace = useWorkspaceStore()
  const course = useCourseStore()
  const endpoint = useEndpointStore()
  const scenarios = useScenariosStore()
  const notices = useNoticesStore()
  const ownOrder = useOwnOrder()

  /** The program's own state; the playhead may lag behind it. */
  const phase = ref<Exclude<RunStatus, 'running'> | 'waiting' | 'computing'>('idle')
  /** The program keeps its event loop busy. */
  const unresponsive = ref(false)
  const computing = computed(() => phase.value === 'computing')
  /** Knows of the servers that programs of free play name: fetched with the first Run there. */
  const foreignHost = shallowRef<ReturnType<typeof useForeignHostStore> | null>(null)
  /** The program for which Run was pressed. */
  const askedAbout = shallowRef<Program | null>(null)
  /** Run waits for an answer: which server does the program mean? */
  const asksAboutHost = computed(
    () =>
      isFreePlay() &&
      askedAbout.value === workspace.files &&
      (foreignHost.value?.unanswered ?? null) !== null,
  )
  const isFreePlay = () => course.lesson === null && workspace.id === 'play'
  let host: SandboxHost | null = null
  let place: { readonly container: HTMLElement; readonly title: string } | null = null
  let callOffWarmUp: (() => void) | null = null
  let active: ActiveRun | null = null

  /** As the viewer sees it: a run goes on until the playhead is at its end. */
  const status = computed<RunStatus>(() => {
    if (phase.value === 'waiting' || phase.value === 'computing') return 'running'
    if (phase.value !== 'ended') return phase.value
    // Playing an imported recording runs nothing.
    const isPlayed = playhead.playing && !playhead.atEnd && recordings.shown.imported === null
    return isPlayed ? 'running' : 'ended'
  })

  /** @param container shows the pages of programs. It must not be moved or hidden. */
  function attach(container: HTMLElement, title: string): void {
    callOffWarmUp?.()
    host?.dispose()
    host = null
    place = { container, title }
    callOffWarmUp = whenIdle(() => void sandbox())
  }

  /** Where each sandbox's files come from. */
  const sandboxSite = () => ({ url: siteFile('sandbox.html', endpoint.siteUrl).href, files })

  /** The sandbox, made when the page is idle or when it is first needed; `null` without a place. */
  function sandbox(): SandboxHost | null {
    if (place === null || host !== null) return host
    const { container } = place
    const site = sandboxSite()
    host = new SandboxHost({ ...place, ...site })
    judging.attach(() => new SandboxHost({ container: placeBeside(container), ...site }))
    return host
  }

  function detach(): void {
    stop()
    callOffWarmUp?.()
    judging.detach()
    host?.dispose()
    host = null
    place = null
  }

  /** A sandbox beside that of the reader's runs, for runs that nobody sees; null without a place. */
  function openHidden(): { readonly host: SandboxHost; close(): void } | null {
    if (place === null) return null
    const container = placeBeside(place.container)
    const hidden = new SandboxHost({ container, ...sandboxSite(), inQuickSuccession: true })
    const close = () => {
      hidden.dispose()
      container.remove()
    }
    return { host: hidden, close }
  }

  function setPageTitle(title: string): void {
    if (place !== null) place = { ...place, title }
    host?.setTitle(title)
  }

  /** Runs the learner's program from its start, unless a question must be answered first. */
  function run(): void {
    if (place !== null && workspace.lent !== null) return workspace.lent.run()
    if (place === null || workspace.access !== 'open') return
    if (judging.openPredictions.length > 0) return judging.refuseRun()
    workspace.flush()
    if (isReady()) startOwn()
    else void startWhenReady()
  }

  /** Starts it, unless it has to be asked first which server it means. */
  function startOwn(): void {
    askedAbout.value = workspace.files
    if (!asksAboutHost.value) start(ownOrder())
    else if (phase.value === 'waiting') phase.value = 'idle'
  }

  /** Whether it is known, and there, what the program will talk to. */
  function isReady(): boolean {
    const { choice, configuring } = endpoint
    if (configuring !== null || (isFreePlay() && foreignHost.value === null)) return false
    return choice.kind !== 'built-in' || scenarios.sources[choice.scenario] !== undefined
  }

  /** config.json may name another endpoint than the one chosen before it is read. */
  async function startWhenReady(): Promise<void> {
    phase.value = 'waiting'
    try {
      await endpoint.configuring
      if (isFreePlay())
        foreignHost.value = (await import('./foreign-host.ts')).useForeignHostStore()
      const { choice } = endpoint
      if (choice.kind === 'built-in') await scenarios.load(choice.scenario)
    } catch (error) {
      phase.value = 'idle'
      notices.show({ key: 'app.screenFailed', params: { message: String(error) }, level: 'error' })
    }
    // Unless Stop was pressed, or another program was opened.
    if (phase.value === 'waiting') startOwn()
  }

  /**
   * Ends the present run, starts another and shows it.
   * @returns its recording; `null` without a sandbox.
   */
  function start(order: RunOrder): Recording | null {
    const host = sandbox()
    if (host === null) return null
    if (computing.value) stop()
    const recording = createRecording(headerOf(order, Date.now()), order)
    // First: the program begins in its own process while the page shows the empty run.
    active = new ActiveRun(host, order, recording, playhead.speed, (message) => {
      listen(recording, message)
    })
    recordings.add(recording)
    if (order.isJudged) judging.begin(order)
    const follows = !isOnVirtualTime(order) || order.toTheEnd === true
    playhead.begin(follows, order.standAt ?? null, order.playsOn)
    unresponsive.value = false
    phase.value = 'computing'
    return recording
  }

  /**
   * What a user does to the run that is shown, as far as it is computed.
   * @returns false if it goes on elsewhere, or no longer.
   */
  function act(input: Omit<ScheduledInput, 'time'>): boolean {
    if (active === null || active.recording !== recordings.shown || !active.takesInput) return false
    active.input(input)
    return true
  }

  /** Ends the program at once, and keeps what it did. */
  function stop(): void {
    if (phase.value === 'waiting') phase.value = 'idle'
    if (computing.value && active !== null) {
      const { recording } = active
      active.stop()
      finish(recording, 'stopped')
      noteStop(recording)
    }
    playhead.pause()
  }

  /** Notes when a run was stopped. On virtual time, what was computed ahead is not shown. */
  function noteStop(recording: Recording): void {
    const isSeen = recordings.shown === recording
    if (!isSeen || recording.header?.clock !== 'virtual') recording.stoppedAt = recording.end
    else recordings.replace(recording, cutRecording(recording, playhead.shownBefore, playhead.time))
  }

  /** For another program in the editor: the recordings no longer apply. */
  function clear(): void {
    active?.stop()
    active = null
    judging.begin(null)
    recordings.clear()
    phase.value = 'idle'
    unresponsive.value = false
  }
  watch(() => workspace.id, clear)

  /** Takes a message that the recorder has taken; most types end there. */
  function listen(recording: Recording, message: RunMessage): void {
    switch (message.type) {
      case 'records':
        // After Stop, the lab server still reports how connections ended.
        if (!recording.complete && recording.order?.isJudged === true) judging.take(message.events)
        if (recordings.shown === recording) playhead.extend(recording.end)
        return
      case 'ended':
        return finish(recording, message.reason === 'failed' ? 'failed' : 'ended')
      case 'failed':
        return finish(recording, 'failed', true)
      case 'unresponsive':
        unresponsive.value = message.isUnresponsive
    }
  }

  /** @param hasLeft the program left its page, or its sandbox failed. */
  function finish(
    recording: Recording,
    outcome: 'ended' | 'stopped' | 'failed',
    hasLeft = false,
  ): void {
    phase.value = outcome
    unresponsive.value = false
    // On a real clock, stopping is how a run ends.
    const isCutShort = outcome === 'stopped' && recording.header?.clock === 'virtual'
    if (recording.order?.isJudged === true)
      judging.finish(
        recording.end,
        isCutShort || hasLeft ? 'cutShort' : (recording.endReason ?? 'until'),
      )
    if (recordings.shown === recording) playhead.finish(recording.end)
  }

  usePacing(() => active)

  return {
    status,
    computing,
    unresponsive,
    asksAboutHost,
    attach,
    detach,
    openHidden,
    setPageTitle,
    run,
    start,
    act,
    stop,
  }
})
