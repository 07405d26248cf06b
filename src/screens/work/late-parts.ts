/** What the pane of a run shows only once there is a run. */
import { latePart } from '../../locales/late-part.ts'

export const AgainMenu = latePart(() => import('../../views/compare/AgainMenu.vue'), ['compare'])
export const EventDetails = latePart(
  () => import('./EventDetails.vue'),
  ['inspector', 'log', 'handshake', 'compare'],
)
export const FailurePanel = latePart(
  () => import('../../features/endpoint/FailurePanel.vue'),
  ['connection-failure'],
)
export const ImportedBanner = latePart(
  () => import('../../features/export/ImportedBanner.vue'),
  ['export'],
)
export const RunBanner = latePart(() => import('../../views/compare/RunBanner.vue'), ['compare'])
export const SourceNote = latePart(
  () => import('../../features/endpoint/SourceNote.vue'),
  ['wiretap'],
)
export const ShownView = latePart(() => import('./ShownView.vue'), ['log'])
