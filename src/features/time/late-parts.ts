import { latePart } from '../../locales/late-part.ts'

export const RunsMenu = latePart(() => import('./RunsMenu.vue'))
export const EarlierRunBanner = latePart(() => import('./EarlierRunBanner.vue'))
export const TrackMarkLines = latePart(() => import('./TrackMarkLines.vue'))
