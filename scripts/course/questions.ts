/**
 * What learners ask most in public threads, as they type it, and the lesson that answers it. The
 * search of the course has to find that lesson.
 */
import type { Locale } from '../../src/core/locale/locale.ts'

export interface Question {
  readonly about: string
  /** The lesson that answers it. */
  readonly lesson: string
  /** While the course has no such lesson: another one that answers it; null if none does. */
  readonly until?: string | null
  readonly asked: Readonly<Record<Locale, readonly [string, string]>>
}

export const QUESTIONS: readonly Question[] = [
  {
    about: 'which of polling, SSE and WebSocket',
    lesson: 'choose',
    until: 'why-push',
    asked: {
      en: ['should I use polling, SSE or WebSocket', 'server-sent events vs websockets'],
      'zh-CN': ['轮询、SSE、WebSocket 该用哪个', 'SSE 和 WebSocket 有什么区别'],
    },
  },
  {
    about: 'why a plain client cannot reach a socket.io server',
    lesson: 'libraries',
    asked: {
      en: [
        'connect to socket.io with plain WebSocket',
        'why can’t new WebSocket() talk to a socket.io server',
      ],
      'zh-CN': ['原生 WebSocket 连不上 socket.io', 'socket.io 和 WebSocket 的区别'],
    },
  },
  {
    about: 'which library to take',
    lesson: 'libraries',
    asked: {
      en: ['socket.io or graphql-ws or SignalR', 'what is 42["message" in the websocket frames'],
      'zh-CN': ['socket.io、graphql-ws、SignalR 选哪个', 'WebSocket 帧里的 42 是什么意思'],
    },
  },
  {
    about: 'how to set headers',
    lesson: 'origin-auth',
    until: null,
    asked: {
      en: ['setting headers', 'how to send an Authorization header with WebSocket'],
      'zh-CN': ['WebSocket 怎么设置请求头', '怎么带 Authorization 头'],
    },
  },
  {
    about: 'Unexpected response code',
    lesson: 'debugging',
    asked: {
      en: [
        'Unexpected response code: 200',
        'error during websocket handshake unexpected response code 404',
      ],
      'zh-CN': ['Unexpected response code: 200 怎么解决', '握手失败 返回 404'],
    },
  },
  {
    about: 'why 1006',
    lesson: 'closing',
    asked: {
      en: ['why 1006', 'why is my close code 1006'],
      'zh-CN': ['关闭码 1006', '为什么总是 1006 断开'],
    },
  },
  {
    about: 'reconnecting',
    lesson: 'reconnect',
    asked: {
      en: ['reconnecting', 'how do I automatically reconnect after the connection is lost'],
      'zh-CN': ['断线重连', '断开以后怎么自动重新连接'],
    },
  },
  {
    about: 'drops after 60 s',
    lesson: 'heartbeat',
    asked: {
      en: ['drops after 60 s', 'connection closes after 60 seconds of inactivity'],
      'zh-CN': ['60 秒就断开', '连接空闲一分钟自动断开'],
    },
  },
  {
    about: 'nginx',
    lesson: 'proxies',
    until: 'heartbeat',
    asked: {
      en: ['nginx', 'websocket behind an nginx reverse proxy'],
      'zh-CN': ['nginx', 'nginx 反向代理 WebSocket 配置'],
    },
  },
  {
    about: 'Still in CONNECTING state',
    lesson: 'send-timing',
    asked: {
      en: [
        'Still in CONNECTING state',
        "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
      ],
      'zh-CN': ['报错 Still in CONNECTING state', '还没连上就 send 报错'],
    },
  },
  {
    about: 'already in CLOSING or CLOSED state',
    lesson: 'send-timing',
    asked: {
      en: [
        'already in CLOSING or CLOSED state',
        'WebSocket is already in CLOSING or CLOSED state.',
      ],
      'zh-CN': ['WebSocket is already in CLOSING or CLOSED state', '连接关闭后还在发消息'],
    },
  },
  {
    about: 'ping from the browser',
    lesson: 'heartbeat',
    asked: {
      en: ['ping from the browser', 'how to send ping frames in JavaScript'],
      'zh-CN': ['心跳', '浏览器里怎么发送 ping'],
    },
  },
  {
    about: 'how to see the frames',
    lesson: 'debugging',
    asked: {
      en: ['see websocket frames in DevTools', 'wireshark wscat curl'],
      'zh-CN': ['在开发者工具里查看 WebSocket 消息', 'Wireshark 抓包 WebSocket'],
    },
  },
  {
    about: 'login and expiry',
    lesson: 'origin-auth',
    until: null,
    asked: {
      en: ['how to authenticate a WebSocket, login', 'what happens when the token expires'],
      'zh-CN': ['WebSocket 登录认证', 'token 过期了怎么办'],
    },
  },
  {
    about: 'how many connections',
    lesson: 'scale',
    asked: {
      en: ['how many connections can one server handle', 'maximum number of WebSocket connections'],
      'zh-CN': ['一台服务器能支持多少连接', 'WebSocket 最大连接数'],
    },
  },
  {
    about: 'rooms',
    lesson: 'server',
    asked: {
      en: ['rooms', 'broadcast to everyone in a room except the sender'],
      'zh-CN': ['聊天室分房间', '怎么广播给房间里的其他人'],
    },
  },
  {
    about: 'several servers',
    lesson: 'scale',
    asked: {
      en: ['more than one server', 'scale WebSocket over several servers with redis'],
      'zh-CN': ['多台服务器', 'WebSocket 集群 多个节点 Redis'],
    },
  },
  {
    about: 'order and loss',
    lesson: 'delivery',
    asked: {
      en: ['are messages lost when the connection drops', 'guaranteed delivery without duplicates'],
      'zh-CN': ['断线时消息会丢吗', '消息重复怎么去重'],
    },
  },
  {
    about: 'order',
    lesson: 'fragments',
    asked: {
      en: ['message order guaranteed', 'do messages arrive in the order they were sent'],
      'zh-CN': ['WebSocket 消息顺序', '消息会不会乱序到达'],
    },
  },
  {
    about: 'twice in React',
    lesson: 'lifecycle',
    asked: {
      en: ['connects twice in React', 'useEffect opens two sockets in StrictMode'],
      'zh-CN': ['React 里连接两次', 'useEffect 里的 WebSocket 执行了两次'],
    },
  },
  {
    about: 'testing',
    lesson: 'testing',
    asked: {
      en: ['testing', 'how to write unit tests for WebSocket code'],
      'zh-CN': ['怎么写测试', 'WebSocket 单元测试'],
    },
  },
  {
    about: 'sleeping tabs',
    lesson: 'heartbeat',
    asked: {
      en: ['websocket disconnects when tab is in the background', 'sleeping tabs'],
      'zh-CN': ['切到后台标签页就断开', '标签页休眠 定时器'],
    },
  },
  {
    about: 'Blob or ArrayBuffer',
    lesson: 'binary',
    asked: {
      en: ['Blob or ArrayBuffer', 'why do I receive a blob instead of an array buffer'],
      'zh-CN': ['Blob 还是 ArrayBuffer', '收到的数据是 Blob 怎么读'],
    },
  },
  {
    about: 'what the mask is for',
    lesson: 'frames',
    asked: {
      en: ['why masking', 'what is the masking key for'],
      'zh-CN': ['掩码的作用', '为什么客户端发的帧要掩码'],
    },
  },
  {
    about: 'what the key is for',
    lesson: 'handshake',
    asked: {
      en: ['Sec-WebSocket-Key', 'what is the sec-websocket-key used for'],
      'zh-CN': ['Sec-WebSocket-Key', 'Sec-WebSocket-Key 的作用'],
    },
  },
  {
    about: 'self-signed certificates',
    lesson: 'urls',
    asked: {
      en: ['self-signed certificate', 'wss with a self signed cert on localhost fails'],
      'zh-CN': ['自签名证书', 'wss 证书不受信任'],
    },
  },
  {
    about: 'CORS',
    lesson: 'origin-auth',
    until: null,
    asked: {
      en: ['CORS', 'does CORS apply to websockets'],
      'zh-CN': ['跨域', 'WebSocket 有跨域限制吗 CORS'],
    },
  },
  {
    about: 'Node as a client',
    lesson: 'chat',
    asked: {
      en: ['Node as a client', 'connect to a WebSocket from Node.js'],
      'zh-CN': ['Node 做客户端', '在 Node.js 里连接 WebSocket'],
    },
  },
  {
    about: 'a whole chat',
    lesson: 'chat',
    asked: {
      en: ['build a chat room', 'complete chat example with client and server'],
      'zh-CN': ['做一个聊天室', '聊天室完整代码'],
    },
  },
  {
    about: 'screen readers',
    lesson: 'chat',
    asked: {
      en: ['aria-live', 'make a chat accessible to a screen reader'],
      'zh-CN': ['aria-live', '屏幕阅读器 怎么念出新消息'],
    },
  },
]
