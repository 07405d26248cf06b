import { defineAsyncComponent } from 'vue'
import { defineView } from '../view.ts'

export default defineView({
  id: 'charts',
  order: 4,
  title: 'charts.tab',
  // Loaded on demand: it pulls in uPlot.
  component: defineAsyncComponent(() => import('./ChartsView.vue')),
})
