/**
 * Entry of the sandbox's second script, which the first one loads for runs in the page: the in-page
 * world is large, and a live endpoint does not need it.
 */
import { createInPageWorld } from './guest/in-page-world.ts'
import { provideWorld } from './guest/world-script.ts'

provideWorld(createInPageWorld)
