/** Entry of the part `evaluations`. */
import { Evaluations } from '../evaluations.ts'
import { provide } from '../scripts.ts'

provide(Evaluations)
