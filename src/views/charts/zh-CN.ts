import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  emptyTitle: '还没有可以测量的内容',
  emptyText:
    '运行一个会建立连接的程序，这里就会按时间显示字节、每秒消息数、往返时间、bufferedAmount 和活动的 socket。',
  nothing: '还没有数据',
  asTable: '以表格显示',
  hint: '指向图表，或在图表中按方向键，可以读出数值；点击或按 Enter，播放头就移到那里。',
  readOut: '{title}：读数',
  time: '时间，ms',
  thinned: '行数很多，均匀选取了 {count} 行。',
  title: {
    bytes: '字节：载荷与开销',
    messages: '每秒消息数',
    roundTrips: '往返时间',
    bufferedAmount: 'bufferedAmount',
    liveSockets: '活动的 socket',
  },
  note: {
    bytes:
      '从运行开始累计，在客户端一侧统计。其中 {percent} 是开销：握手、帧头、掩码密钥、控制帧和 HTTP 头。',
    messages: '每 {width} 统计一次，在客户端一侧。',
    roundTrips:
      '握手：从请求到响应；ping：到载荷相同的 pong，在发出的一方统计；消息：从客户端发出，到它引起的第一条消息到达。',
    slowestOf: '每个点是 {count} 次中最慢的一次。',
    bufferedAmount: '程序已经交给 send()、但还没发出去的字节，所有 socket 合计。',
    liveSockets: '处于 CONNECTING 或 OPEN 状态的 socket。',
  },
  empty: {
    bytes: '还没有字节经过。',
    messages: '还没有消息经过。',
    roundTrips:
      '还没有往返。如果浏览器隐藏了因果关系，消息就没有往返时间；ping 只有在服务器一侧才看得到。',
    bufferedAmount: '一直是 0：数据一交出就发走了。',
    liveSockets: '还没有 socket。',
  },
  line: {
    payloadOut: '发出的载荷',
    payloadIn: '收到的载荷',
    overheadOut: '发出的开销',
    overheadIn: '收到的开销',
    messagesOut: '发出',
    messagesIn: '收到',
    handshake: '握手',
    ping: 'ping 到 pong',
    message: '消息到回应',
    bufferedAmount: '等待发出',
    liveSockets: '活动的 socket',
  },
  unit: {
    bytes: '字节',
    perSecond: '每秒',
    milliseconds: 'ms',
    sockets: '个数',
  },
  value: { bytes: '{count} 字节', perSecond: '{count} 条/秒' },
  parts: {
    caption: '到此为止，字节都用在哪里',
    part: '部分',
    out: '发出，字节',
    in: '收到，字节',
    both: '合计，字节',
    all: '总计',
    payload: '消息的载荷',
    handshake: '握手',
    frameHeaders: '帧头',
    maskingKeys: '掩码密钥',
    controlPayload: '控制帧的载荷',
    httpHeads: 'HTTP 头',
  },
} satisfies Translation<typeof en>
