/** Entry of the part `changes`. */
import { watchPage } from '../page-changes.ts'
import { provide } from '../scripts.ts'

provide(watchPage)
