/**
 * What stands in, in the in-page world, for modules that few programs need: each takes the real one
 * from a part when it is first used. `scripts/vite/sandbox.ts` puts them in the place of the others.
 */
import type { Part } from '../../parts.ts'

/** Evaluates a part and gives what it provides. @throws Error if it has not arrived. */
export type LoadPart = (part: Part) => unknown

let loadPart: LoadPart = (part) => {
  throw new Error(`Nothing loads ${part}`)
}

let needed: readonly Part[] = []

export function useParts(load: LoadPart, parts: readonly Part[]): void {
  loadPart = load
  needed = parts
}

/** Whether the program needs it: then it is here, and the real module may take its place at once. */
export const isNeeded = (part: Part): boolean => needed.includes(part)

/** What a part provides is the caller's knowledge of it. */
export const partOf = (part: Part): unknown => loadPart(part)
