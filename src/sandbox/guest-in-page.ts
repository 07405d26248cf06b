/** Entry of the in-page world's script, which `guest.ts` evaluates on the built-in endpoint. */
import { createInPageWorld } from './guest/in-page-world.ts'
import { provideWorld } from './guest/world-script.ts'

provideWorld(createInPageWorld)
