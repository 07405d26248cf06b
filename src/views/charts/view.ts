import { latePart } from '../../locales/late-part.ts'
import { defineView } from '../view.ts'
import { title } from './title.ts'

export default defineView({
  id: 'charts',
  order: 4,
  title,
  component: latePart(() => import('./ChartsView.vue'), ['charts']),
})
