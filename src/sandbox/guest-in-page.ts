/** Entry of the in-page world's script, which `guest.ts` evaluates. */
import { createInPageWorld } from './guest/in-page-world.ts'
import { useParts, type LoadPart } from './guest/late/part.ts'
import { provide } from './guest/scripts.ts'
import { warmUp } from './guest/warm-up.ts'
import type { WorldFactory } from './guest/world.ts'

const script = {
  createWorld(loadPart: LoadPart): WorldFactory {
    useParts(loadPart)
    return createInPageWorld
  },
  warmUp,
}
export type InPageScript = typeof script

provide(script)
