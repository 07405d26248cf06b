import type { Translation } from '../messages.ts'
import type en from '../en/break-it.ts'

export default {
  title: '试着弄坏它',
  close: '关闭',
  what: '接下来的 {seconds} 秒，你的程序会在后台反复运行，网络、服务器和标签页会不断添乱。只要有一条不再成立，就把那次运行放给你看。',
  pick: '必须始终成立的',
  may: '可能发生的',
  under: {
    delay: '网络变慢',
    cut: '连接断开',
    stallServer: '服务器卡住',
    slowTimers: '标签页转到后台',
  },
  tcp: '单个帧不会凭空丢失：TCP 要么重传，要么连接断开。',
  invariant: {
    'every-message-arrives': '每条消息都送达',
    'every-message-arrives-once': '每条消息都送达，而且只送达一次',
    'messages-arrive-in-order': '消息按顺序送达',
    'every-line-is-shown-once': '每一行都显示，而且只显示一次',
    'one-live-socket': '同时最多只有一个活动的 socket',
    'no-send-after-close': '不对正在关闭或已关闭的 socket 调用 send()',
    'no-uncaught-error': '没有未捕获的错误',
    task: '任务要检查的：{check}',
  },
  compared:
    '「每条」「每一行」指的是：一切顺利时，程序只发送或只打印一次的内容。消息按线路上的算，行按控制台和页面上的算。',
  start: '开始',
  again: '再试一次',
  stop: '停止',
  trying: '已试 {count} 种情形',
  broken: '试到第 {count} 种情形时出了问题',
  held: '没弄坏：试了 {count} 种情形。',
  noProof: '这不算证明。换一种情形，还是可能出问题。',
  plainBreaks: '即使一切顺利，这一条也不成立，没有什么可找的。',
  noRun: '程序没能运行到结束，没有可以对照的结果。先运行一次，看看它做了什么。',
  chooseOne: '两边都至少选一项。',
  fewest: '只要这样就够了',
  how: {
    event: '查看这个事件',
    missing: '一直没有出现：「{what}」',
    seen: '出问题的是「{what}」。',
    playing: '下面就是这次运行：还是你的程序，只加了这几项干扰。',
  },
  does: {
    delay: '从 {time} 起，每个方向都慢 {duration}',
    jitter: '每个报文段最多慢 {duration}',
    stallServer: '{time} 时，服务器卡住 {duration}',
    slowTimers: '{time} 时，标签页转到后台 {duration}',
    slowTimersOn: '{time} 时，标签页转到后台',
    cut: {
      fin: '{time} 时，连接被结束（FIN）',
      rst: '{time} 时，连接被重置（RST）',
      silence: '{time} 时，连接没了动静',
    },
    cutMessage: '从 {time} 起，下一条消息传到一半时连接断开',
  },
} satisfies Translation<typeof en>
