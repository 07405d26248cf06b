import { latePart } from '../../locales/late-part.ts'

export const SolutionDialog = latePart(() => import('./SolutionDialog.vue'))
