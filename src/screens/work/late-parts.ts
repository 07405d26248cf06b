/** What is shown only once there is a run. */
import { latePart } from '../../locales/late-part.ts'

export const AgainMenu = latePart(() => import('../../views/compare/AgainMenu.vue'), ['compare'])
export const BreakItButton = latePart(
  () => import('../../features/break-it/BreakItButton.vue'),
  ['break-it'],
)
export const BreakItPanel = latePart(
  () => import('../../features/break-it/BreakItPanel.vue'),
  ['break-it'],
)
export const EventDetails = latePart(
  () => import('./EventDetails.vue'),
  ['inspector', 'log', 'handshake', 'compare'],
)
export const FailurePanel = latePart(
  () => import('../../features/endpoint/FailurePanel.vue'),
  ['connection-failure'],
)
export const FaultPane = latePart(
  () => import('../../features/lesson/fault/FaultPane.vue'),
  ['fault', 'log'],
)
export const WhichRun = latePart(
  () => import('../../features/lesson/fault/WhichRun.vue'),
  ['fault'],
)
export const CompareWithRecording = latePart(
  () => import('../../features/lesson/fault/CompareWithRecording.vue'),
  ['fault'],
)
export const PointHere = latePart(
  () => import('../../features/lesson/fault/PointHere.vue'),
  ['fault'],
)
export const ImportedBanner = latePart(
  () => import('../../features/export/ImportedBanner.vue'),
  ['export'],
)
export const PastedProgram = latePart(
  () => import('../../features/editor/PastedProgram.vue'),
  ['pasted'],
)
export const RunBanner = latePart(() => import('../../views/compare/RunBanner.vue'), ['compare'])
export const SharedBand = latePart(() => import('../../features/export/SharedBand.vue'), ['share'])
export const ShareRun = latePart(() => import('./ShareRun.vue'), ['share'])
export const SourceNote = latePart(
  () => import('../../features/endpoint/SourceNote.vue'),
  ['wiretap'],
)
export const ShownView = latePart(() => import('./ShownView.vue'), ['log'])
