import type en from '../en/endpoint.ts'
import type { Translation } from '../messages.ts'

export default {
  builtIn: '内置',
  title: '端点',
  description: '程序要连接的服务器。改动在下次运行时生效。',
  milliseconds: '{value} ms',
  notRouted: '未转接',
  locked: '教师已为本课程固定端点：{name}。只有教师能在 config.json 里更改。',
  onlyListed: '教师只提供这些服务器。',
  lessonServer: '本课的 server.js',
  lessonServerAbout: '本课自带的服务器，可以阅读，也可以修改。',
  useDefault: '恢复本课要求的端点',
  useDefaultInPlay: '恢复默认',
  find: {
    label: '输入服务器的 URL，或者搜索下面的列表',
    listed: '搜索下面的列表',
    nothing: '列表里没有符合的。URL 以 ws:// 或 wss:// 开头。',
  },
  labAbsent: '当前页面不是由实验服务器提供的。运行 npm start，然后打开它显示的地址。',
  group: {
    scenarios: '可以试的服务器',
    where: '在哪里运行',
    builtIn: '在本页里',
    builtInAbout: '服务器程序就在本页里，网络是模拟的：每个字节都看得见，每次运行都完全一样。',
    lab: '实验服务器',
    labAbout:
      '真实连接，对面的服务器运行同样的场景。它会替你记录这些连接的字节，线上的一切都看得见。',
    live: '别处的服务器',
    liveAbout:
      '真实连接。浏览器不让脚本看到握手头部、帧（frame）、ping 和 pong，这样的行会标注出来。',
  },
  scenarioGroup: {
    talk: '收发消息',
    opening: '握手',
    frames: '帧与流量',
    ending: '关闭与断线',
    more: '其他',
  },
  scenario: {
    'ask-answer': '一个小聊天室，也回答问题：答案不按提问的顺序来，有时干脆没有。',
    binary: '报告收到的是文本还是二进制、有多少字节，再把像素变成负片发回。',
    'black-hole': '前十秒正常回显，之后既不读取也不回应。',
    'chat-room': '有两个机器人的聊天室。',
    'clock-push':
      '通过 WebSocket 每秒推送一次时间。同一个时钟也可以用轮询（polling，/now）、长轮询（long polling，/next）和服务器发送事件（server-sent events，/events）来读。',
    'close-4001': '收到第一条消息后，用关闭码 4001 关闭。',
    'close-empty': '收到第一条消息后发空的 Close 帧：没有关闭码，也没有原因。',
    'close-twice': '违反规则：收到第一条消息后连发两个 Close 帧。',
    compression: '回显；客户端同意时压缩每条消息。路径为 /off 时不压缩。',
    echo: '把收到的每条消息原样送回。',
    fragments: '把“Hello”分成两帧（frame）发送，中间夹一个 ping。',
    'frame-reader': '把一条二进制消息当作客户端的一帧来解读，并报告结果。',
    'idle-cut': '回显；前面有个代理，连接静默 60 秒就切断。',
    'numbered-chat': '发送带编号的消息，每四条断开一次连接。',
    'origin-check': '只放行已知来源（Origin）的页面，其余得到 403。',
    'raw-echo': '手写的回显服务器，不用 ws 包。',
    reject: '拒绝握手（opening handshake）。方式由路径决定：/401、/403、/302 或 /200。',
    'server-ping': '每十秒发一次 ping，没有回应就断开。',
    'slow-accept': '800 ms 之后才回应握手（opening handshake），然后回显。',
    'slow-reader': '每秒最多读 256 KiB，于是你这边的 bufferedAmount 会增大。',
    subprotocol: '支持 v2.chat 和 v1.chat。路径为 /none 时一个也不选。',
    'tcp-drop': '回显两次，然后 TCP 连接中断，没有 Close 帧。',
    'ticket-auth': '第一条消息必须是票据，而且要在五秒内发来。',
    unstable: '前四次连接一打开就断，之后正常回显。',
    violations: '按消息里点名的规则违规：masked、reserved、utf8 或 oversized。',
    'wrong-accept': '回应握手时，给出别的 key 对应的 Sec-WebSocket-Accept。',
  },
  link: {
    title: '中间的网络',
    latency: '延迟',
    jitter: '抖动',
    bandwidth: '带宽',
    unlimited: '不限',
    megabytes: '{value} MB/s',
    kilobytes: '{value} kB/s',
  },
  routing: {
    label: '所有连接都转接到这个端点',
    on: '不管代码里写的是哪个 URL，连接都到这里来，所以教程里的程序可以原样运行。编辑器会在那一行末尾标出连接去了哪里。',
    off: '连接去往代码里写的 URL。',
  },
  url: {
    use: '连接',
    used: '使用中',
    take: '改用 {url}',
    empty: '请输入以 ws:// 或 wss:// 开头的 URL。',
    syntax: '这不是 URL。它应该像 wss://host/path 这样。',
    noScheme: 'WebSocket 的 URL 以 ws:// 或 wss:// 开头。',
    scheme: '{scheme} 不能用于 WebSocket。URL 应以 ws:// 或 wss:// 开头。',
    fragment: 'WebSocket 的 URL 不能带 #片段，否则构造函数会抛出 SyntaxError。',
    mixedContent:
      '本页通过 https 打开，浏览器会把 ws:// 当作混合内容拦下。请用 wss://，或者从实验服务器（npm start）打开本课程。',
    blockedPort: '浏览器一律不连接端口 {port}，它在封锁名单上。请让服务器换一个端口。',
    space: 'URL 里不能有空格。',
    port: '没有端口 {port}：端口号是 0 到 65535。',
    slashes: '少了两条斜线：应以 ws:// 或 wss:// 开头。',
  },
  urlNote: {
    thisMachine: '浏览器会询问是否允许本站连接你的机器。请选择允许：这个地址就在你的机器上。',
    localNetwork: '浏览器会询问是否允许本站连接你的本地网络。请选择允许：这个地址就在其中。',
    insecurePage:
      '通过 http 打开的页面，浏览器不允许它连接本地网络。请用 https 打开本课程，或者从实验服务器（npm start）打开。',
    credentials:
      'URL 里的用户名和密码，各浏览器是否发送并不一致。而且会留在日志里：请改在第一条消息里发送票据。',
    httpScheme: '构造函数会把它当作 {url}。旧的浏览器会抛出 SyntaxError。',
  },
  foreign: {
    question: '程序要连接 {host}。连到那里，还是由内置服务器来应答？',
    connect: '连接 {host}',
    stay: '使用内置服务器',
  },
  advice: {
    label: '运行之前',
    lessonServer:
      '本课的 server.js 只在内置端点上运行。现在程序会改为与 {name} 通信，行为可能不同。',
    lessonServerUnrouted:
      '本课的 server.js 只在内置端点上运行。现在程序会改为与它自己写明的服务器通信。',
    lessonServerAction: '回到本课的服务器',
    endpoint: '程序无法连接 {name}。{problem}',
    endpointAction: '选择其他端点',
  },
  config: {
    unreachable: '无法加载 config.json（{message}）。应用按默认设置启动。',
    notJson: 'config.json 不是合法的 JSON：{message}。应用按默认设置启动。',
    type: 'config.json：{field} 是 {value}，但应为：{expected}。这一项已忽略，其余照常生效。',
    choice:
      'config.json：{field} 是 {value}，但应为其中之一：{expected}。这一项已忽略，其余照常生效。',
    range: 'config.json：{field} 是 {value}，但应 {expected}。这一项已忽略，其余照常生效。',
    unknownField: 'config.json：没有 {field} 这项设置。这一项已忽略，其余照常生效。',
    empty: 'config.json：{field} 是空的。这一项已忽略，其余照常生效。',
    url: 'config.json：{field} 是 {value}，但应为 ws:// 或 wss:// 的 URL，且不带片段。这一项已忽略，其余照常生效。',
    duplicateName:
      'config.json：{field} 是“{value}”，与另一个端点重名。这一项已忽略，其余照常生效。',
    unknownEndpoint:
      'config.json：{field} 是“{value}”，但没有叫这个名字的端点。这一项已忽略，其余照常生效。',
    unknownScenario:
      'config.json：{field} 指定了场景“{value}”，但现有的是：{expected}。这一项已忽略，其余照常生效。',
    lockUnclear: 'config.json：看不出端点是否锁定，所以先锁定。改正文件后即可解除。',
  },
} satisfies Translation<typeof en>
