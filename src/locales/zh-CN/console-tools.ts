import type en from '../en/console-tools.ts'
import type { Translation } from '../messages.ts'

export default {
  filter: '行内文字',
  levels: '级别',
  levelNames: {
    all: '全部',
    error: '错误',
    warn: '警告',
    info: '信息',
    log: '日志',
    debug: '调试',
  },
  lines: '行',
  keep: '跨运行保留',
  showTimes: '时间',
  copyAll: '全部复制',
  copied: '已复制',
  notCopied: '浏览器不允许在这里复制',
  line: {
    mode: '怎么处理输入的内容',
    label: {
      evaluate: '在程序里求值',
      text: '发送文本',
      json: '发送 JSON',
      hex: '发送字节',
      file: '发送文件',
      ping: '发送 Ping 帧',
      close: '关闭（关闭码和原因）',
    },
    placeholder: '在这里求值，比如 ws.readyState',
    chooseFile: '选择文件',
    socket: 'socket',
    socketName: 'socket {number}',
    latest: '最新的 socket',
    wrong: {
      json: '这不是 JSON：{message}',
      hex: '每个字节写成两位十六进制数（0–9、a–f），“{text}”不是',
      file: '{name} 有 {size}，从这里发送的文件最大 200 KiB',
      code: '页面只能发 1000，或 3000 到 4999',
    },
    refused: {
      noRun: '先运行程序，再在这里求值',
      over: '这次运行用的是真实网络，已经结束。重新运行程序，就能在这里求值',
      noProgram: '这次运行是从文件打开的，没有可以求值的程序',
      inputsLetGo: '这次运行太长，你在页面上的操作已经没有记录了',
      fileChosen: '你在它的页面上选过文件，无法替你再选一次',
    },
  },
} satisfies Translation<typeof en>
