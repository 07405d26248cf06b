import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  title: '术语表',
  intro: '课程里用到的 WebSocket 协议术语，每个用一两句话说明，并注明在哪一课会遇到。',
  letters: '字母',
  also: '也叫 {words}',
  or: '、',
  lessons: '出现在',
  lesson: '出现在',
  and: '、',
  cheatsheet: '速查表',
} satisfies Translation<typeof en>
