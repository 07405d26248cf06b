import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '服务器一帧一帧地发',
  alternative:
    '服务器发来 FIN 为 0 的文本帧“Hel”、一个 Ping、FIN 为 1 的延续帧“lo”。页面只收到一个 message 事件：“Hello”；浏览器马上用 Pong 回应 Ping。消息还没结束就来了文本帧、没有消息却来了延续帧、Ping 的 FIN 为 0，都违反规则：浏览器发出 Close 1002，页面收到 error 和 close 1006。',
  next: '服务器接下来发什么？',
  choice: {
    begin: '文本“Hel”，FIN 0',
    middle: '延续“l”，FIN 0',
    end: '延续“lo”，FIN 1',
    whole: '文本“Hi”，FIN 1',
    ping: 'Ping“?”',
    brokenPing: 'Ping“?”，FIN 0',
    close: 'Close 1000',
  },
  back: '退一步',
  clear: '从头再来',
  sent: '已经发出的帧',
  none: '还没有。',
  bits: 'FIN {fin}，操作码 {opcode}',
  hears: {
    nothing: '页面什么也没有收到。',
    message: 'message 事件：“{data}”',
    error: 'error 事件。{section}：{reason}',
    close: 'close 事件：{code}',
  },
  answers: '浏览器回应：{name} {payload}',
  now: {
    between: '没有进行中的消息。',
    underWay: '消息还没有结束，目前是“{text}”。',
    over: '连接已经结束。',
  },
} satisfies Translation<typeof en>
