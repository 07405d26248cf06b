import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '把调用和事件排好顺序',
  alternative:
    '服务器接受：new WebSocket(url)，设置 ws.onopen，open 触发，send()，message 触发，close()，close 触发；error 不会触发。服务器拒绝：new WebSocket(url)，设置 ws.onopen，收到 401，error 触发，close 触发；open 和 message 不会触发。服务器违反协议：new WebSocket(url)，open 触发，send()，收到坏帧，error 触发，close 触发；message 不会触发。',
  server: '服务器',
  round: { accepts: '接受', refuses: '拒绝', breaks: '违反协议' },
  about: {
    accepts: '它会回显。你的程序在 open 触发时发送，收到回显后关闭。',
    refuses: '握手时，它返回 401。',
    breaks: '它接受连接，收到 Hello 之后，发来一个操作码没有定义的帧。',
  },
  kind: { event: '触发', wire: '到达' },
  row: { never: '线以下：不会发生' },
  list: '你排的顺序',
  help: '把每一块拖到它的位置。也可以选中一块，再用方向键或列表下面的箭头移动。',
  up: '上移',
  down: '下移',
  place: '{block}：第 {place} 位，共 {count} 位',
  run: {
    title: '实际运行',
    start: '运行并对照',
    waiting: '运行之后，这里会列出实际发生的事。',
    loading: '正在加载网络……',
    failed: '网络没有加载成功，请刷新页面再试。',
    never: '没有发生',
  },
  startOver: '重新开始',
  verdict: {
    before: '在 {other} 之前',
    after: '在 {other} 之后',
    neverCame: '没有发生',
    came: '其实发生了',
  },
  wrong: '有 {count} 块的位置不对，上面写着实际的先后。把它们移到该在的位置。',
  right: {
    accepts: '就是这个顺序。构造函数立刻返回，所以处理函数来得及设置。close 之后，什么都不会再来。',
    refuses: '就是这个顺序。浏览器读到了 401，告诉程序的却只有 error，然后是 close。',
    breaks:
      '就是这个顺序。连接本来已经打开，是浏览器判定它失败：先 error，再 close，没有 message。',
  },
} satisfies Translation<typeof en>
