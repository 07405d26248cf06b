/** Entry of the part `processes`. */
import { createProcesses } from '../../../in-page-network/server/processes.ts'
import { provide } from '../scripts.ts'

provide(createProcesses)
