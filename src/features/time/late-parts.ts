import { latePart } from '../../locales/late-part.ts'

export const TrackMarkLines = latePart(() => import('./TrackMarkLines.vue'))
