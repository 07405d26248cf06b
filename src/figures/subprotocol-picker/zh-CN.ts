import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '提出的子协议和服务器的回应',
  alternative:
    '页面在 Sec-WebSocket-Protocol 头里提出几个名字，最想用的排在最前面；名字不是 token，或者重复了，构造函数就会抛出异常。服务器回应的是其中一个，ws.protocol 就是它；如果是别的名字、大小写不同，或者一次两个，连接就会失败，关闭码 1006。一个都不选时，Chromium 让连接失败，Firefox 照样打开，ws.protocol 是空的。',
  offer: '程序提出的名字',
  offered: '名字，最想用的在前',
  nothing: '没有名字',
  add: '添加',
  name: '别的名字',
  up: '把 {name} 往前移',
  down: '把 {name} 往后移',
  remove: '删除 {name}',
  place: '{name}：第 {place} 个，共 {count} 个',
  answer: '服务器会 {first} 和 {second}，它的回应是',
  answers: {
    own: '你提出的里面，它最想用的',
    offered: '你的第一个它会的',
    none: '没有名字',
    other: 'v3.chat',
    case: 'V2.chat',
    two: '它的两个名字',
  },
  request: '请求',
  response: '响应',
  noHeader: '没有 Sec-WebSocket-Protocol',
  throws: '抛出异常',
  noSocket: '没有创建 socket，什么也没有发出去。',
  opens: 'open，ws.protocol 是 {protocol}',
  fails: '先是 error，再是 close，关闭码 1006',
  console: '控制台里写着：',
} satisfies Translation<typeof en>
