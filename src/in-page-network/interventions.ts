import type { InterventionKind, Recorder, Side } from '../core/trace/event.ts'
import type { CutKind, PlannedIntervention } from '../core/trace/intervention.ts'
import { plannedInterventions } from '../core/trace/intervention.ts'
import type { Clock } from './clock/clock.ts'
import { baseOf } from './recording/event-base.ts'
import type { TransportPair } from './link/transport.ts'
import type { ServerStall } from './server/server-stall.ts'

export interface InterventionWorld {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly stall: ServerStall
  /** Adds `duration` milliseconds to the latency. */
  readonly delay: (duration: number) => void
}

type FrameDrop = Extract<PlannedIntervention, { kind: 'dropFrame' }>

/**
 * What is done to a run from outside. Each intervention is an event of the trace; what happened
 * before it is as it would have been without.
 */
export class Interventions {
  readonly #world: InterventionWorld
  #drops: readonly FrameDrop[]
  readonly #cuts: boolean
  /** In the order in which they were made; only where one may be cut. */
  readonly #connections: TransportPair[] = []

  /** @throws TypeError for a plan that is none. */
  constructor(planned: readonly PlannedIntervention[], world: InterventionWorld) {
    const problem = plannedInterventions(planned)
    if (problem !== null) throw new TypeError(`interventions${problem}`)
    this.#world = world
    this.#drops = planned.filter((intervention) => intervention.kind === 'dropFrame')
    this.#cuts = planned.some((intervention) => intervention.kind === 'cut')
    for (const intervention of planned) this.#schedule(intervention)
  }

  /** A connection is being made. */
  connected(ends: TransportPair): void {
    if (this.#cuts) this.#connections.push(ends)
  }

  /** Whether a frame that is being sent, the event of which has this `seq`, shall never arrive. */
  dropsFrame(connectionId: string, side: Side, seq: number): boolean {
    if (this.#drops.length === 0) return false
    const now = this.#world.clock.now()
    const drop = this.#drops.find((candidate) =>
      'seq' in candidate
        ? candidate.seq === seq
        : candidate.connectionId === connectionId &&
          candidate.time <= now &&
          (candidate.side ?? side) === side,
    )
    if (drop === undefined) return false
    this.#drops = this.#drops.filter((other) => other !== drop)
    this.#record(side, 'dropFrame', { connectionId }, seq)
    return true
  }

  #schedule(intervention: PlannedIntervention): void {
    if (intervention.kind === 'dropFrame') return
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

  #record(side: Side, kind: InterventionKind, details: object, cause?: number): void {
    this.#world.recorder.record({ ...baseOf(side, cause), type: 'intervention', kind, ...details })
  }
}
