import { defineAsyncComponent } from 'vue'
import { useComparisonStore } from '../../stores/comparison.ts'
import { defineView } from '../view.ts'

export default defineView({
  id: 'compare',
  order: 5,
  title: 'compare.tab',
  isThere: () => useComparisonStore().pair !== null,
  hidesStates: true,
  component: defineAsyncComponent(() => import('./CompareView.vue')),
})
