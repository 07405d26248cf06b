/**
 * The in-page network for programs that test: `import { createNetwork } from './network.js'`, as it is
 * written beside the site. Within a run its virtual clock is driven without any time of the run.
 */
import { createNetwork } from '../src/in-page-network/create-network.ts'
import { functionLoader } from '../src/in-page-network/server/module-loader.ts'
import type { NetworkOptions } from '../src/in-page-network/network.ts'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

const ofRun = {
  // A module of the browser's would be loaded in real time, for which no run waits.
  load: functionLoader,
  // That of the script around a library: a task of the run.
  nextTurn: () => new Promise<void>((resolve) => void setImmediate(() => resolve())),
}

/** Without a seed, chance is that of the run. */
const seedOfRun = () => Math.floor(Math.random() * 2 ** 32)

provideLibrary({
  './network.js': {
    createNetwork: (options: NetworkOptions = {}) =>
      createNetwork({ seed: seedOfRun(), ...options, ...ofRun }),
  },
})
