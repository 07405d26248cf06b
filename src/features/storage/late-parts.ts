import { latePart } from '../../locales/late-part.ts'

export const UnreadableValues = latePart(() => import('./UnreadableValues.vue'), ['unreadable'])
