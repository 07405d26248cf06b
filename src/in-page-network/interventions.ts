import { isControl } from '../core/protocol/index.ts'
import type { InterventionKind, Recorder, Side, TraceFrame } from '../core/trace/event.ts'
import type { CutKind, PlannedIntervention } from '../core/trace/intervention.ts'
import { plannedInterventions } from '../core/trace/intervention.ts'
import type { Clock } from './clock/clock.ts'
import { baseOf } from './recording/event-base.ts'
import type { FrameLoss } from './recording/wiretap.ts'
import type { TransportPair } from './link/transport.ts'
import type { TimerSlowdown } from './client/timer-slowdown.ts'
import type { ServerStall } from './server/server-stall.ts'

export interface InterventionWorld {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly stall: ServerStall
  readonly slowdown: TimerSlowdown
  /** Sends a signal to the server program that this port names, or to every one. */
  readonly signal: (name: string, server: number | undefined, cause: number) => void
  /** Adds `duration` milliseconds to the latency. */
  readonly delay: (duration: number) => void
}

type FrameDrop = Extract<PlannedIntervention, { kind: 'dropFrame' }>
type MessageCut = Extract<PlannedIntervention, { within: 'message' }>

const isMessageCut = (planned: PlannedIntervention): planned is MessageCut => 'within' in planned

/** What the network tells of its connections, so that something may be done to them. */
export interface Interventions {
  /** A connection is being made. */
  connected(ends: TransportPair): void
  /** What shall never arrive of a frame that is being sent, the event of which has this `seq`. */
  lossOf(
    connectionId: string,
    side: Side,
    seq: number,
    frame: Pick<TraceFrame, 'opcode'>,
  ): FrameLoss | undefined
}

/** @throws TypeError for a plan that is none. */
export const createInterventions = (
  planned: readonly PlannedIntervention[],
  world: InterventionWorld,
): Interventions => new PlannedInterventions(planned, world)

/**
 * What is done to a run from outside. Each intervention is an event of the trace; what happened
 * before it is as it would have been without.
 */
class PlannedInterventions implements Interventions {
  readonly #world: InterventionWorld
  #drops: readonly FrameDrop[]
  #messageCuts: readonly MessageCut[]
  readonly #cuts: boolean
  /** In the order in which they were made; only where one may be cut. */
  readonly #connections: TransportPair[] = []

  constructor(planned: readonly PlannedIntervention[], world: InterventionWorld) {
    const problem = plannedInterventions(planned)
    if (problem !== null) throw new TypeError(`interventions${problem}`)
    this.#world = world
    this.#drops = planned.filter((intervention) => intervention.kind === 'dropFrame')
    this.#messageCuts = planned.filter(isMessageCut)
    this.#cuts = planned.some((intervention) => intervention.kind === 'cut')
    for (const intervention of planned) this.#schedule(intervention)
  }

  connected(ends: TransportPair): void {
    if (this.#cuts) this.#connections.push(ends)
  }

  lossOf(
    connectionId: string,
    side: Side,
    seq: number,
    frame: Pick<TraceFrame, 'opcode'>,
  ): FrameLoss | undefined {
    if (this.#drops.length > 0 && this.#drop(connectionId, side, seq)) return { from: 'start' }
    if (this.#messageCuts.length === 0 || isControl(frame.opcode)) return undefined
    const { clock } = this.#world
    const cut = this.#messageCuts.find((planned) => isDue(planned, connectionId, side, clock.now()))
    if (cut === undefined) return undefined
    this.#messageCuts = this.#messageCuts.filter((other) => other !== cut)
    // After the task in which the first half is read.
    const reached = () => {
      clock.setTimer(() => {
        this.#cut(cut.how, connectionId)
      }, 0)
    }
    return { from: 'middle', reached }
  }

  #drop(connectionId: string, side: Side, seq: number): boolean {
    const now = this.#world.clock.now()
    const drop = this.#drops.find((candidate) =>
      'seq' in candidate ? candidate.seq === seq : isDue(candidate, connectionId, side, now),
    )
    if (drop === undefined) return false
    this.#drops = this.#drops.filter((other) => other !== drop)
    this.#record(side, 'dropFrame', { connectionId }, seq)
    return true
  }

  #schedule(intervention: PlannedIntervention): void {
    if (intervention.kind === 'dropFrame' || isMessageCut(intervention)) return
    this.#world.clock.setTimer(() => {
      switch (intervention.kind) {
        case 'cut':
          this.#cut(intervention.how, intervention.connectionId)
          break
        case 'stallServer':
          this.#record('server', 'stallServer', { duration: intervention.duration })
          this.#world.stall.begin(intervention.duration)
          break
        case 'delay':
          this.#record('client', 'delay', { duration: intervention.duration })
          this.#world.delay(intervention.duration)
          break
        case 'slowTimers': {
          const { duration } = intervention
          this.#record('client', 'slowTimers', duration === undefined ? {} : { duration })
          this.#world.slowdown.begin(duration)
          break
        }
        case 'stopServer': {
          const { signal, server } = intervention
          const of = server === undefined ? {} : { server }
          const seq = this.#record('server', 'stopServer', { signal, ...of })
          this.#world.signal(signal, server, seq)
        }
      }
    }, intervention.time)
  }

  #cut(how: CutKind, connectionId: string | undefined): void {
    this.#record('client', 'cut', connectionId === undefined ? {} : { connectionId })
    for (const { client, server } of this.#connections) {
      if (connectionId !== undefined && client.connection.connectionId !== connectionId) continue
      for (const end of [client, server]) end.cut(how)
    }
  }

  #record(side: Side, kind: InterventionKind, details: object, cause?: number): number {
    return this.#world.recorder.record({
      ...baseOf(side, cause),
      type: 'intervention',
      kind,
      ...details,
    })
  }
}

/** Whether what is planned for the first frame from a time on is meant for this one. */
function isDue(
  planned: {
    readonly time: number
    readonly connectionId?: string
    readonly side?: Side
  },
  connectionId: string,
  side: Side,
  now: number,
): boolean {
  return (
    planned.time <= now &&
    (planned.connectionId ?? connectionId) === connectionId &&
    (planned.side ?? side) === side
  )
}
