import { latePart } from '../../locales/late-part.ts'

export const StarterDialog = latePart(() => import('./StarterDialog.vue'))
export const SolutionDialog = latePart(() => import('./SolutionDialog.vue'))
