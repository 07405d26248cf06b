import { latePart } from '../../locales/late-part.ts'

export const OtherVersion = latePart(() => import('./OtherVersion.vue'), ['unreadable'])
