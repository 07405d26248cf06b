import { latePart } from '../../locales/late-part.ts'

export const EndpointDialog = latePart(() => import('./EndpointDialog.vue'))
export const ForeignHost = latePart(() => import('./ForeignHost.vue'))
