import { usePlayheadStore } from '../../stores/playhead.ts'
import { defineView } from '../view.ts'
import EventLog from './EventLog.vue'

export default defineView({
  id: 'log',
  order: 2,
  title: 'log.tab',
  count: () => usePlayheadStore().count,
  stays: true,
  component: EventLog,
})
