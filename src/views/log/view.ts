import { latePart } from '../../locales/late-part.ts'
import { usePlayheadStore } from '../../stores/playhead.ts'
import { defineView } from '../view.ts'
import { title } from './title.ts'

export default defineView({
  id: 'log',
  order: 2,
  title,
  count: () => usePlayheadStore().count,
  stays: true,
  component: latePart(() => import('./EventLog.vue'), ['log']),
})
