import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '六种失败，谁知道原因',
  alternative:
    '不管哪里出了问题，脚本得到的都是 error 和 close 1006；只有 https 页面上的 ws 会抛出 SecurityError。浏览器的控制台对每种失败都有一行不同的说明。Chromium 的 DevTools 里能看到请求，但没有响应，原因写在“消息”里，和控制台的一样。服务器日志里是它给出的状态码：401、302、200，Sec-WebSocket-Accept 算错时则是 101；请求没有到达，日志里就什么都没有。完整的响应在线路上。',
  matrix: '每种失败，各方能说出多少。选一列或一行。',
  short: {
    login: '401',
    moved: '302',
    page: '200',
    accept: '101',
    stopped: '端口',
    mixed: 'ws',
  },
  failure: {
    login: '401：没有登录',
    moved: '302：地址换了',
    page: '200：应答的是网页',
    accept: '101，但 Accept 不对',
    stopped: '端口：没有服务器在监听',
    mixed: 'https 页面上的 ws',
  },
  witness: {
    script: '你的脚本',
    console: '控制台',
    devtools: 'DevTools',
    server: '服务器日志',
    wire: '线路',
  },
  worth: {
    names: '直接说出原因',
    hints: '给出线索',
    nothing: '帮不上忙',
    misleads: '以为一切正常',
  },
  heading: { failure: '{name}，各方怎么说？', witness: '{name}怎么说？' },
  said: { nothing: '什么也没有。' },
  silent: {
    stopped: { server: '什么也没有：没有收到请求。', wire: 'TCP 连接被拒绝，请求没有发出。' },
    mixed: { server: '什么也没有：没有收到请求。', wire: '什么都没有发出。' },
  },
  devtools: {
    failed: '状态栏是“已完成”（Finished），看不到响应。“消息”里是控制台的那个原因：',
    stopped: '状态栏是“已完成”（Finished），连请求头都没有。“消息”里是控制台的那个原因：',
    mixed: '什么也没有：请求没有发出。',
  },
  out: '发出',
  in: '收到',
} satisfies Translation<typeof en>
