/** Entry of the part `attacker`. */
import { openAttackerPage } from '../attacker-page.ts'
import { provide } from '../scripts.ts'

provide(openAttackerPage)
