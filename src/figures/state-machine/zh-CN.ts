import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '四个状态，可以一步步走',
  alternative:
    'WebSocket 创建后是 CONNECTING（0），服务器返回 101 后是 OPEN（1），任何一方开始关闭后是 CLOSING（2），最后是 CLOSED（3），不会倒退。握手失败或网络断开时，直接变成 CLOSED。',
  noSocket: '还没有 socket',
  whatNext: '接下来发生什么？',
  nothingNext: '到此为止：关闭的 socket 不会重新打开。',
  startOver: '换一个新的 socket 重来',
  back: '退回一步',
  events: '触发的事件',
  noEvent: '没有',
  closeClean: 'close {code}，正常关闭',
  closeUnclean: 'close {code}，非正常关闭',
  arrow: {
    accept: '收到 101',
    close: 'Close 帧',
    finish: 'TCP 结束',
    abandon: 'close()',
    refuse: '握手失败',
    drop: '网络断开',
  },
  send: {
    impossible: '–',
    throws: '抛出 InvalidStateError',
    sent: '发出消息',
    dropped: '悄悄丢弃消息，bufferedAmount 增大',
  },
  closing: {
    impossible: '–',
    abandons: '放弃这次连接',
    closes: '开始关闭握手（closing handshake）',
    nothing: '什么也不做',
  },
  step: {
    accept: '服务器接受：101 Switching Protocols',
    refuse: '握手失败：没有响应，或响应不是 101',
    serverCloses: '服务器发来 Close 帧',
    drop: '网络断了',
    finish: '双方都发过 Close：TCP 连接结束',
    giveUp: '连接已断开',
  },
} satisfies Translation<typeof en>
