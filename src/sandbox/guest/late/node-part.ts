/** Entry of the part `node`. */
import { createProgramRequire } from '../../../in-page-network/server/more/common-js.ts'
import { SERVER_LIBRARIES } from '../../../core/libraries/server-libraries.ts'
import { addServerLibraries } from '../../../in-page-network/server/more/libraries.ts'
import { addMoreModules } from '../../../in-page-network/server/more/more-modules.ts'
import { noModule, programExtras } from '../../../in-page-network/server/more/program-extras.ts'
import { packages } from '../../../in-page-network/server/packages.ts'
import { provide } from '../scripts.ts'

const SERVED = Object.values(SERVER_LIBRARIES).flat()

export const nodePart = {
  addMoreModules(...[core]: Parameters<typeof addMoreModules>) {
    // The files of packages that the build puts here.
    core.addPackages(packages)
    addMoreModules(core)
  },
  addServerLibraries,
  createProgramRequire: (
    ...[exportsOf, modules, files, main]: Parameters<typeof createProgramRequire>
  ) => createProgramRequire(exportsOf, modules, files, main, SERVED),
  noModule: (...[specifier, modules, name]: Parameters<typeof noModule>) =>
    noModule(specifier, modules, name, SERVED),
  programExtras,
}
provide(nodePart)
