/** Parts of the screen that a reader does not need at first: they come with their texts. */
import { defineAsyncComponent, type Component } from 'vue'
import { loadTexts } from './index.ts'
import type { Messages } from './messages.ts'

export type LatePart<T extends Component> = T & {
  /** Resolves once it can be shown at once. */
  readonly load: () => Promise<unknown>
  /** The component itself, once it is loaded: it is there at once where a page is taken over. */
  readonly loaded: () => T | undefined
}

const parts = new Set<() => Promise<unknown>>()

/**
 * A component whose script and texts are fetched when it is first shown, or before by `fetchAhead`.
 * @param areas of the texts that it needs besides those of the page.
 */
export function latePart<T extends Component>(
  load: () => Promise<{ readonly default: T }>,
  areas: readonly (keyof Messages)[] = [],
): LatePart<T> {
  let loaded: T | undefined
  const loadAll = async () => (loaded = (await Promise.all([load(), loadTexts(areas)]))[0].default)
  parts.add(loadAll)
  return Object.assign(defineAsyncComponent(loadAll), { load: loadAll, loaded: () => loaded })
}

let ahead: Promise<void> | undefined

/** Fetches all late parts, one after the other, so that they are there when they are wanted. */
export function fetchAhead(): Promise<void> {
  return (ahead ??= fetchAll())
}

async function fetchAll(): Promise<void> {
  // What cannot be fetched now is fetched again, and reported, when it is shown.
  for (const load of parts) await load().catch(() => undefined)
}
