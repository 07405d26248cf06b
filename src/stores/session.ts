import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { ActiveRun } from '../run/active-run.ts'
import { headerOf, isOnVirtualTime, type RunOrder } from '../run/order.ts'
import { createRecording, type Recording } from '../run/recording.ts'
import { SandboxHost } from '../sandbox/host.ts'
import type { RunMessage } from '../sandbox/host/run.ts'
import { placeBeside } from '../run/place-beside.ts'
import { useEndpointStore } from './endpoint.ts'
import { useJudgingStore } from './judging.ts'
import { useOwnOrder } from './own-order.ts'
import { usePacing } from './pacing.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { useWorkspaceStore } from './workspace.ts'

export type RunStatus = 'idle' | 'running' | 'ended' | 'stopped' | 'failed'

/** Runs programs in the sandbox, one at a time. */
export const useSessionStore = defineStore('session', () => {
  const recordings = useRecordingsStore()
  const judging = useJudgingStore()
  const playhead = usePlayheadStore()
  const workspace = useWorkspaceStore()
  const endpoint = useEndpointStore()
  const ownOrder = useOwnOrder()

  /** The program's own state; the playhead may lag behind it. */
  const phase = ref<Exclude<RunStatus, 'running'> | 'waiting' | 'computing'>('idle')
  /** The program keeps its event loop busy. */
  const unresponsive = ref(false)
  const computing = computed(() => phase.value === 'computing')
  let host: SandboxHost | null = null
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
    host?.dispose()
    const url = new URL('sandbox.html', endpoint.siteUrl).href
    host = new SandboxHost({ container, url, title })
    judging.attach(() => new SandboxHost({ container: placeBeside(container), url }))
  }

  function detach(): void {
    stop()
    judging.detach()
    host?.dispose()
    host = null
  }

  function setPageTitle(title: string): void {
    host?.setTitle(title)
  }

  /** Runs the learner's program from its start, unless a prediction must come first. */
  function run(): void {
    if (host === null) return
    if (judging.openPredictions.length > 0) return judging.refuseRun()
    workspace.flush()
    if (endpoint.configuring === null) start(ownOrder())
    else void startConfigured(endpoint.configuring)
  }

  /** config.json may name another endpoint than the one chosen before it is read. */
  async function startConfigured(configuring: Promise<void>): Promise<void> {
    phase.value = 'waiting'
    await configuring
    // Unless Stop was pressed, or another program was opened.
    if (phase.value === 'waiting') start(ownOrder())
  }

  /**
   * Ends the present run, starts another and shows it.
   * @returns its recording; `null` without a sandbox.
   */
  function start(order: RunOrder): Recording | null {
    if (host === null) return null
    if (computing.value) stop()
    const recording = createRecording(headerOf(order, Date.now()), order)
    recordings.add(recording)
    if (order.isJudged) judging.begin(order)
    playhead.begin(!isOnVirtualTime(order) || order.toTheEnd === true, order.standAt ?? null)
    unresponsive.value = false
    phase.value = 'computing'
    active = new ActiveRun(host, order, recording, playhead.speed, (message) => {
      listen(recording, message)
    })
    return recording
  }

  /** Ends the program at once, and keeps what it did. */
  function stop(): void {
    if (phase.value === 'waiting') phase.value = 'idle'
    if (computing.value && active !== null) {
      active.stop()
      finish(active.recording, 'stopped')
    }
    playhead.pause()
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
        isCutShort || hasLeft ? 'cutShort' : outcome === 'failed' ? 'failed' : 'ended',
      )
    if (recordings.shown === recording) playhead.finish(recording.end)
  }

  usePacing(() => active)

  return { status, computing, unresponsive, attach, detach, setPageTitle, run, start, stop }
})
