import { latePart } from '../../locales/late-part.ts'
import { defineView } from '../view.ts'
import { beforeRun } from './before-run.ts'
import { title } from './title.ts'

export default defineView({
  id: 'wire',
  order: 1,
  title,
  stays: true,
  beforeRun,
  component: latePart(() => import('./WireView.vue'), ['wire', 'log']),
})
