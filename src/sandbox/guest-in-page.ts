/** Entry of the sandbox's second script, which the first one evaluates for runs in the page. */
import { createInPageWorld } from './guest/in-page-world.ts'
import { provideWorld } from './guest/world-script.ts'

provideWorld(createInPageWorld)
