import type en from '../en/states.ts'
import type { Translation } from '../messages.ts'

export default {
  none: 'socket 的四个状态。还没有创建 socket。',
  of: '{name} 的状态',
  is: '{name} 处于 {state}',
  spent: '{duration}',
  soFar: '已 {duration}',
  lasts: '直到结束',
  since: '{time} 起',
  skipped: '跳过',
  sockets: 'socket',
  socket: 'socket {number}',
  live: '{live} 个连接',
} satisfies Translation<typeof en>
