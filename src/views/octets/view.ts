import { defineView } from '../view.ts'
import OctetsView from './OctetsView.vue'

export default defineView({
  id: 'octets',
  order: 9,
  title: 'octets.tab',
  component: OctetsView,
})
