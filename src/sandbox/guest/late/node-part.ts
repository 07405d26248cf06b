/** Entry of the part `node`. */
import { createProgramRequire } from '../../../in-page-network/server/more/common-js.ts'
import { addMoreModules } from '../../../in-page-network/server/more/more-modules.ts'
import { noModule, programExtras } from '../../../in-page-network/server/more/program-extras.ts'
import { packages } from '../../../in-page-network/server/packages.ts'
import { provide } from '../scripts.ts'

export const nodePart = {
  addMoreModules(...[core]: Parameters<typeof addMoreModules>) {
    // The files of packages that the build puts here.
    core.addPackages(packages)
    addMoreModules(core)
  },
  createProgramRequire,
  noModule,
  programExtras,
}
provide(nodePart)
