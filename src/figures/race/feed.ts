/** What happens at the server: updates at uneven times, told to all four ways at once. */
import { leadOf, UPDATES, type RaceSettings } from './settings.ts'

export interface Update {
  /** From 1. */
  readonly id: number
  /** The JSON that carries it. */
  readonly text: string
}

/** What a feed takes from the world it is in. */
export interface FeedWorld {
  readonly setTimeout: (callback: () => void, delay: number) => unknown
  readonly random: () => number
  /** Called as each update happens. */
  readonly happened: (update: Update) => void
}

export interface Feed {
  /** Those after the one with this id. */
  after(id: number): readonly Update[]
  /** Calls back with each update from now on, until the function that it returns is called. */
  follow(listener: (update: Update) => void): () => void
}

export function createFeed(world: FeedWorld, settings: RaceSettings): Feed {
  const updates: Update[] = []
  const listeners = new Set<(update: Update) => void>()
  let price = 100

  const happen = () => {
    const id = updates.length + 1
    price += world.random() - 0.5
    const update = { id, text: JSON.stringify({ id, price: price.toFixed(2) }) }
    updates.push(update)
    world.happened(update)
    for (const listener of [...listeners]) listener(update)
    if (id < UPDATES) wait()
  }
  // Even gaps would fall into step with the polls, and polling would look better, or worse, than it is.
  const wait = () => world.setTimeout(happen, settings.gap * (0.5 + world.random()))
  world.setTimeout(wait, leadOf(settings))

  return {
    after: (id) => updates.slice(id),
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
