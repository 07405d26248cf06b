/** Entry of the part `imports`. */
import { provide } from '../scripts.ts'
import { installLibraries } from './install.ts'
import { installStorage } from './storage.ts'
import { refusedImport } from './refused-import.ts'

export const importsPart = { installLibraries, installStorage, refusedImport }
provide(importsPart)
