import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '四个状态，一步一步走',
  alternative:
    'WebSocket 创建后是 CONNECTING（0），服务器返回 101 后是 OPEN（1），任何一方开始关闭后是 CLOSING（2），最后是 CLOSED（3），不会倒退。握手失败，或者没有 Close 帧 TCP 连接就断了，会直接变成 CLOSED。',
  whatNext: '接下来发生什么？',
  nothingNext: '到此为止：关闭了的 socket 不会再打开。',
  startOver: '换一个新的 socket 重来',
  back: '退回一步',
  taken: '走过的箭头：{count} / {total}',
  all: '{total} 个箭头都走过了，再没有别的路。',
  failed: '页面里的网络没能加载。检查一下网络连接，再试一次。',
  sofar: '发生了什么',
  none: '没有 socket',
  stays: '不变',
  row: { told: '你的脚本', printed: '控制台', wire: '线路' },
  told: {
    nothing: '没有收到任何通知',
    open: 'open',
    error: 'error，没有任何细节',
    clean: 'close：关闭码 {code}，正常关闭',
    unclean: 'close：关闭码 {code}，非正常关闭',
    threw: 'send() 抛出异常：{exception}',
  },
  wire: {
    nothing: '什么也没有',
    sent: '发出',
    received: '收到',
    lost: '到不了对面',
    silence: '线断了，一个字节也传不过去。',
    tcp: {
      client: '浏览器断开 TCP 连接。',
      server: '服务器断开 TCP 连接。',
      network: 'TCP 连接断了。',
    },
  },
  arrow: {
    construct: 'new WebSocket()',
    '0-1': '101',
    '0-2': 'close()',
    '0-3': '握手失败',
    '1-2': 'Close 帧',
    '1-3': '没有 Close 帧',
    '2-3': 'TCP 断开',
  },
  move: {
    accept: '服务器返回 101',
    refuse: '服务器返回 403',
    serverCloses: '服务器发来 Close 帧：1000',
    answer: '服务器回一个 Close 帧',
    endTcp: '服务器断开 TCP 连接',
    drop: 'TCP 连接突然断开',
    pullCable: '有人拔掉了网线',
    nextTask: '你的代码执行完了',
    timeOut: '过了一分钟',
  },
} satisfies Translation<typeof en>
