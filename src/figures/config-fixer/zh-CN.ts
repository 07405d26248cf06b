import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '一行一行看 nginx 的配置',
  alternative:
    '一次握手经过 nginx。配置里没有 Upgrade 或没有 Connection，服务器收到的就是普通请求，返回 426。没有 HTTP/1.1 时，ws 照样返回 101，检查版本的服务器返回 505。连上以后，proxy_read_timeout 要比两次 Ping 的间隔长。',
  heartbeat: '服务器发 Ping',
  heartbeats: { none: '不发', 10: '每 10 秒', 30: '每 30 秒' },
  server: '服务器',
  servers: { ws: 'ws', strict: '要求 HTTP/1.1' },
  timeout: 'proxy_read_timeout',
  toProxy: '浏览器 → 代理',
  toServer: '代理 → 服务器',
  refused: {
    plain: '426：代理没有请求升级，这只是一个普通请求。',
    upgrade: '426：Connection 说要升级，却没有 Upgrade 说明升级成什么。',
    connection: '426：Upgrade 说明了升级成什么，Connection 里却没有提到它。',
    version: '505：这个服务器会检查版本，HTTP/1.0 没有协议升级。',
  },
  cut: {
    none: '连上了，{time} 时断开：{timeout} 没有任何数据通过。',
    pinged: '连上了，{time} 时断开：下一个 Ping 来得太晚。',
  },
  open: {
    none: '安静了两分钟，还开着。路上的另一个代理也许没有这么多耐心。',
    pinged: '两分钟后还开着：每个 Ping 都来得及。',
  },
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
