import { latePart } from '../locales/late-part.ts'

export const NoticeList = latePart(() => import('../ui/NoticeList.vue'))
