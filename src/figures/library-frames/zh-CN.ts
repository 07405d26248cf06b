import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '同一句话，四个库的帧',
  alternative:
    '对于“Tea?”这句话，原生 WebSocket 和 reconnecting-websocket 发送的帧里就是这 4 个字节。socket.io 发送 42["chat","Tea?"]，17 字节；graphql-ws 发送一个操作，119 字节。连接打开后，前两个什么也不发，socket.io 发送 40，graphql-ws 发送 {"type":"connection_init"}。没有人说话的时候，socket.io 对每个 2 回一个 3，是一条消息；graphql-ws 的服务器发送 Ping 帧，由浏览器回应。',
  text: '你说的话',
  moment: '客户端发送',
  moments: { open: '打开之后', message: '你的话', quiet: '没人说话时' },
  frame: '{header} + {payload} 字节',
  nothing: '什么也不发',
  pong: '一个 Pong 帧：服务器的 Ping 由浏览器自己回应',
  same: '其中两个一模一样：是 reconnecting-websocket 还是原生 WebSocket，服务器看不出来。',
  outcome:
    'graphql-ws 的 {total} 字节里，{own} 个是你的；socket.io 的 {ioTotal} 字节里，{ioOwn} 个是你的。要转义的引号更占地方。',
  speaks: '你还没开口，有两个库已经说话了：它们的服务器在等这一句。',
  answers:
    'socket.io 的服务器每 25 秒用一条消息 2 来问，所以它的客户端得回答。graphql-ws 的服务器每 12 秒发一个 Ping 帧来问。',
} satisfies Translation<typeof en>
