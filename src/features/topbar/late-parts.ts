import { latePart } from '../../locales/late-part.ts'

export const HelpDialog = latePart(() => import('./HelpDialog.vue'), ['help'])
