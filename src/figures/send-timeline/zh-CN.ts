import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '时间线：send() 在各个状态下会怎样',
  alternative:
    '服务器接受之前，socket 处于 CONNECTING；之后是 OPEN，直到调用 close()；双方的 Close 帧都到达之前是 CLOSING，最后是 CLOSED。send() 在 CONNECTING 时抛出异常，在 OPEN 时发送，在 CLOSING 和 CLOSED 时悄悄丢弃消息。队列只帮得了发早的：等到 open 再按顺序发出；发晚的帮不了。',
  server: '服务器',
  page: '页面',
  second: '{count} s',
  way: '程序的做法',
  ways: { atOnce: '马上发送', queue: '等 open 再发（队列）' },
  time: '{time} ms',
  timeInState: '{time} ms，{state}',
  add: '再发一条',
  reset: '恢复原样',
  earlier: '早一点说 {text}',
  later: '晚一点说 {text}',
  remove: '去掉 {text}',
  fate: {
    threw: 'send() 抛出 {exception}，什么也没有发出。',
    sent: '已发出，{arrived} ms 时到达服务器。',
    waited: '在队列里等到 {called} ms 才发出，{arrived} ms 时到达服务器。',
    discarded: 'send() 照常返回，却什么也没有发出。',
  },
  buffered: '紧接着读到 {count}',
  outcome:
    '一共 {all} 条：服务器收到 {sent} 条，抛出异常 {threw} 条，悄悄消失 {discarded} 条。最后 bufferedAmount 是 {buffered}。',
  none: '没有要发的消息，点“再发一条”。',
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
