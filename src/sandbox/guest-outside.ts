/** Entry of the part `outside`, which `guest.ts` evaluates on a real endpoint. */
import { createOutsideWorld } from './guest/outside-world.ts'
import { provide } from './guest/scripts.ts'

provide(createOutsideWorld)
