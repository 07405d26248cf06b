import type en from '../en/course.ts'
import type { Translation } from '../messages.ts'

export default {
  title: '逐字节读懂 WebSocket',
  intro:
    '一门在浏览器里学的 WebSocket 协议课。读一小段，改一个程序，让它与真实的服务器通信，再看它在线路上做了什么。',
  start: '从第一课开始',
  continue: '继续学“{title}”',
  again: '重读“{title}”',
  play: '自由练习',
  points: {
    server: {
      title: '服务器就在页面里',
      text: '课程用的服务器在你的浏览器里运行，网络延迟由你设定。不用安装，也不需要联网。',
    },
    wire: {
      title: '什么都看得见',
      text: '握手（handshake）、帧（frame）、掩码（mask）、关闭码（close code）：经过的每个字节都列出含义，并指向引起它的那行代码。',
    },
    checks: {
      title: '看程序做了什么',
      text: '任务只看程序做了什么，不看它怎么写。没通过时，会告诉你是在哪一刻出的错。',
    },
  },
  picture: {
    label:
      '一个连接从建立到关闭：程序请求升级，服务器回应 101，双方互发消息，最后用 Close 帧结束。',
    program: '你的程序',
    server: '服务器',
  },
  lessons: '课程目录',
  progress: '已完成 {solved} / {total}',
  solved: '已完成',
  glossary: '术语表',
  cheatsheet: '一页速查表',
  reset: {
    button: '重置所有课',
    text: '把每个程序恢复成起始代码，并清除进度。可以撤销。',
    done: '所有程序和进度都已重置。',
    undo: '撤销',
  },
} satisfies Translation<typeof en>
