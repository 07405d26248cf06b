import { latePart } from '../../locales/late-part.ts'
import { useComparisonStore } from '../../stores/comparison.ts'
import { defineView } from '../view.ts'
import { title } from './title.ts'

export default defineView({
  id: 'compare',
  order: 5,
  title,
  isThere: () => useComparisonStore().pair !== null,
  hidesStates: true,
  component: latePart(() => import('./CompareView.vue'), ['compare', 'log']),
})
