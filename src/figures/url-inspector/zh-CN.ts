import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '拆开一个地址',
  alternative:
    '协议名决定有没有 TLS：wss 有，ws 没有。主机和端口决定连到哪台服务器，写进 Host 头；默认端口（wss 是 443，ws 是 80）会省略。路径和查询写进 GET 那一行。地址里有片段，或者用了别的协议名，构造函数就会抛出异常。',
  address: '地址',
  page: '页面地址',
  examples: '试试',
  nothing: '这段文字不是 URL。',
  url: 'ws.url',
  connection: '连接',
  request: '请求',
  secure: '先与 {host} 的 {port} 端口建立 TCP 连接，再建立 TLS。中间的人读不到，也改不了。',
  insecure: '与 {host} 的 {port} 端口建立 TCP 连接，没有 TLS。中间的人能读到，也能改。',
  throws: '抛出异常',
  noSocket: '没有创建 socket，什么也没有发出去。',
  blockedPort:
    '{port} 端口属于别的协议，任何浏览器都不会去连：先是 error，再是 close，关闭码 1006。什么也没有发出去。',
  part: {
    scheme: '协议名',
    login: '用户名和密码',
    host: '主机',
    port: '端口',
    defaultPort: '默认端口',
    path: '路径',
    query: '查询',
    fragment: '片段',
  },
} satisfies Translation<typeof en>
