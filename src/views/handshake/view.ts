import { defineView } from '../view.ts'
import HandshakeView from './HandshakeView.vue'

export default defineView({
  id: 'handshake',
  order: 3,
  title: 'handshake.tab',
  component: HandshakeView,
})
