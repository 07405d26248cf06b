import { latePart } from '../../locales/late-part.ts'
import { defineView } from '../view.ts'
import { title } from './title.ts'

export default defineView({
  id: 'handshake',
  order: 3,
  title,
  component: latePart(() => import('./HandshakeView.vue'), ['handshake']),
})
