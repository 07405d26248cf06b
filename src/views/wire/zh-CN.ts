import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  title: '线路上的往来',
  connections: { label: '线路上的连接', all: '所有连接', one: '逐个连接' },
  rows: { label: '线路上的间距', events: '逐个事件', time: '按时间比例' },
  zoom: { in: '放大', out: '缩小', fit: '显示整个运行过程' },
  fold: '{duration}内没有事件',
  message: '消息：{frames} 帧，{octets} B',
  messageSoFar: '消息（目前）：{frames} 帧，{octets} B',
  silent: '无声 {duration}',
  silentSoFar: '已无声 {duration}',
  stalled: '停顿 {duration}',
  more: '+{count}',
  moreHelp: '放大以查看另外 {count} 项',
  lost: {
    dropped: '它在途中被丢弃。',
    silence: '它没有到达：线路已经不通了。',
    closed: '它没有到达：连接已经关闭。',
  },
  unheard: '没有监听器',
  misnamed: '你设置的是 {misnamed}',
  roundTrip: '{duration}后',
  connect: {
    even: '{duration}：先建立 TCP 连接，一去一回各 {latency}',
    jitter: '{duration}：先建立 TCP 连接，一去一回',
  },
  lane: { program: '你的代码', browser: '浏览器', server: '服务器', serverProgram: 'server.js' },
} satisfies Translation<typeof en>
