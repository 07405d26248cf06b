import { latePart } from '../../locales/late-part.ts'

export const ConsoleInput = latePart(() => import('./ConsoleInput.vue'), ['console-tools'])
export const ConsoleTools = latePart(() => import('./ConsoleTools.vue'), ['console-tools'])
export const ConsoleTable = latePart(() => import('./ConsoleTable.vue'))
