import { defineView } from '../view.ts'
import WireView from './WireView.vue'

export default defineView({
  id: 'wire',
  order: 1,
  title: 'wire.tab',
  stays: true,
  component: WireView,
})
