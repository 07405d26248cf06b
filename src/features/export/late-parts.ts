import { latePart } from '../../locales/late-part.ts'

export const ExportDialog = latePart(() => import('./ExportDialog.vue'), ['export'])
