/** The way from one server program to the broker and back: what is sent arrives in its order. */
import type { TaskResult } from '../clock/clock.ts'
import type { Hosts } from '../link/hosts.ts'
import { guard, type ServerWorld } from '../server/server-process.ts'
import { Broker, type Push, type Subscriber } from './broker.ts'
import type { Reply } from './reply.ts'

/** The broker stands beside the servers: milliseconds one way. */
const LATENCY = 1

/** Each network has one. */
const brokers = new WeakMap<Hosts, Broker>()

function brokerOf({ hosts, client }: ServerWorld): Broker {
  const known = brokers.get(hosts)
  if (known !== undefined) return known
  const broker = new Broker(() => client.clock.now())
  brokers.set(hosts, broker)
  return broker
}

export interface LinkUser {
  /** The broker has taken the connection. */
  connected(): void
  /** Returns what ends the task. */
  pushed(push: Push): TaskResult
}

export class BrokerLink {
  readonly #world: ServerWorld
  readonly #broker: Broker
  readonly #subscriber: Subscriber
  /** Takes the end of the connection out of what ends with the process. */
  readonly #stay: () => void
  #isOver = false

  constructor(world: ServerWorld, isResp2: boolean, user: LinkUser) {
    this.#world = world
    this.#broker = brokerOf(world)
    this.#subscriber = {
      ...{ channels: new Set(), patterns: new Set(), isResp2 },
      push: (push) => this.#arrive(() => user.pushed(push), push.cause),
    }
    this.#stay = world.life.whenEnded(() => this.close())
    this.#after(LATENCY, () => {
      this.#broker.connect(this.#subscriber)
      this.#arrive(() => {
        user.connected()
        return undefined
      }, undefined)
      return undefined
    })
  }

  /** @param cause the `seq` of the command's event. */
  send(command: readonly string[], cause: number, answered: (reply: Reply) => void): void {
    this.#after(LATENCY, () => {
      const reply = this.#broker.execute(this.#subscriber, command, cause)
      this.#arrive(() => {
        answered(reply)
        return undefined
      }, cause)
      return undefined
    })
  }

  /** Nothing comes any more. What was sent still arrives. */
  close(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stay()
    this.#after(LATENCY, () => {
      this.#broker.disconnect(this.#subscriber)
      return undefined
    })
  }

  /** What the broker sends reaches the program, unless it has ended: late where it is stalled. */
  #arrive(tell: () => TaskResult, cause: number | undefined): void {
    const { stall } = this.#world
    this.#after(LATENCY, () => {
      let isLate = false
      let end: TaskResult
      stall.run(() => {
        if (this.#isOver) return
        this.#world.cause.current = cause
        guard(this.#world, () => {
          end = tell()
        })
        if (isLate) end?.()
      })
      isLate = true
      return end
    })
  }

  /** On the clock of the world: what is under way outlives the process that sent it. */
  #after(delay: number, run: () => TaskResult): void {
    this.#world.client.clock.setTimer(run, delay)
  }
}
