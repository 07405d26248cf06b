import { latePart } from '../../locales/late-part.ts'

export const ShareDialog = latePart(() => import('./ShareDialog.vue'), ['share', 'export', 'log'])
export const ExportDialog = latePart(() => import('./ExportDialog.vue'), ['export'])
