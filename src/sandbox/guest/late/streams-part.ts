/** Entry of the part `streams`: the files of packages that the build puts here. */
import { packages } from '../../../in-page-network/server/packages.ts'
import { provide } from '../scripts.ts'

export const streamsPart = { packages }
provide(streamsPart)
