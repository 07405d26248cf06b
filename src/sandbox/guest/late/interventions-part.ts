/** Entry of the part `interventions`. */
import { createInterventions } from '../../../in-page-network/interventions.ts'
import { provide } from '../scripts.ts'

provide(createInterventions)
