/** A run in the sandbox, as the page sees it: its request, its messages, its controls. */
import type { WiretapState } from '../../core/trace/wiretap/wiretap-state.ts'
import type { GuestMessage, HostMessage, StartMessage } from '../messages.ts'

export type RunRequest = Omit<
  StartMessage,
  'type' | 'runId' | 'prepared' | 'parts' | 'given' | 'libraries' | 'serverLibraries' | 'modules'
>

export interface SandboxProblem {
  readonly kind: 'navigated' | 'invalidMessage' | 'loadFailed' | 'unrecordable'
  readonly detail: string
}

type WithoutRunId<Message> = Message extends unknown ? Omit<Message, 'runId'> : never

/** What a run reports, in order. */
export type RunMessage =
  | WithoutRunId<
      Exclude<GuestMessage, { type: 'ready' | 'refused' | 'realm' | 'heartbeat' | 'unrecordable' }>
    >
  /** True: the program has kept its event loop busy for a second. False: it has let go of it. */
  | { readonly type: 'unresponsive'; readonly isUnresponsive: boolean }
  /** The run is over and its document is gone. */
  | { readonly type: 'failed'; readonly problem: SandboxProblem }
  /** The lab server's recording of the run is in another state. */
  | { readonly type: 'wiretap'; readonly state: WiretapState }

export type RunListener = (message: RunMessage) => void

/** A message to a run that has started. */
export type RunCommand = WithoutRunId<Exclude<HostMessage, { type: 'start' | 'part' | 'credit' }>>

export interface SandboxRun {
  send(command: RunCommand): void
  /** Ends everything at once. The listener gets no more messages. */
  stop(): void
}
