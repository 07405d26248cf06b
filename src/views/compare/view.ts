import { latePart } from '../../locales/late-part.ts'
import { useComparedPairStore } from '../../stores/compared-pair.ts'
import { defineView } from '../view.ts'
import { title } from './title.ts'

export default defineView({
  id: 'compare',
  order: 5,
  title,
  isThere: () => useComparedPairStore().pair !== null,
  hidesStates: true,
  component: latePart(() => import('./CompareView.vue'), ['compare', 'log']),
})
