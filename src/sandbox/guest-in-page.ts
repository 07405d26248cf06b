/** Entry of the in-page world's script, which `guest.ts` evaluates. */
import { createInPageWorld } from './guest/in-page-world.ts'
import { useParts, type LoadPart } from './guest/late/part.ts'
import { provide } from './guest/scripts.ts'
import { warmUp } from './guest/warm-up.ts'
import type { WorldFactory } from './guest/world.ts'
import type { Part } from './parts.ts'

const script = {
  /** @param parts those that the program needs. */
  createWorld(loadPart: LoadPart, parts: readonly Part[]): WorldFactory {
    useParts(loadPart, parts)
    return createInPageWorld
  },
  warmUp,
}
export type InPageScript = typeof script

provide(script)
