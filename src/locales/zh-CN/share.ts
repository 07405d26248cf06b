import type en from '../en/share.ts'
import type { Translation } from '../messages.ts'

export default {
  open: '分享',
  title: '分享这一刻',
  description:
    '程序、服务器、网络设置和你选中的事件，都在链接里。不会上传到任何服务器；拿到链接的人能看到程序。',
  noRun: '还没有可以分享的运行。请先运行程序。',
  changed: '这次运行之后，程序又改过。要分享编辑器里的程序，请先运行一次。',
  note: '附言（可选）',
  noteHint: '例如：“看关闭码：为什么是 1006？”',
  link: '链接',
  copy: '复制链接',
  copied: '已复制',
  notCopied: '浏览器不允许复制。请选中链接，自己复制。',
  length: '{count} 个字符',
  selected: '选中了 {event}',
  tooLong:
    '做成链接会有 {count} 个字符，而邮件和聊天软件会把超过 {most} 个字符的链接截断。所以改用文件，大小 {size}：对方把它拖到线路面板上，或者在“保存或打开”里打开。',
  saveFile: '保存文件',
  recording: '这次运行连的是真实服务器，不能重现：链接里是它的记录。',
  recordingCut:
    '这次运行连的是真实服务器，不能重现：链接里是它的记录，只放得下 {total} 个事件中的前 {count} 个。文件里是全部。',
  recordingTooLong:
    '这次运行连的是真实服务器，不能重现，记录又太长，放不进链接。可以存成文件，大小 {size}。',
  as: {
    heading: '复制为',
    markdown: {
      name: 'Markdown',
      hint: '程序和事件表，可以贴进 issue 或文章。',
      button: '复制',
    },
    commands: {
      name: 'wscat 和 websocat',
      hint: '在终端里发送同样的消息。',
      button: '复制',
      none: '这次运行没有打开 WebSocket。',
    },
    html: {
      name: '一个 HTML 文件',
      hint: '页面、客户端和服务器都在一个文件里。没有网络也能运行。',
      button: '保存',
      failed: '文件没有做成：{detail}',
    },
    node: {
      name: 'Node 项目',
      hint: '一个文件夹，执行 npm install 和 npm start 就能运行。',
      button: '保存',
    },
  },
  markdown: {
    about: '服务器：{server}，延迟 {latency} ms，随机种子 {seed}。',
    open: '[打开这一刻]({url})',
    more: '……另有 {count} 个事件。',
  },
  commands: {
    builtIn:
      '服务器在 Upgrade 101 的页面里。请先把程序存成 Node 项目并执行 npm start；端口若不是 8080，请改掉。',
    connection: '连接 {number}：{url}',
    leftOut: '省略了 {count} 条消息：无法写成一行文本。',
    thenType: 'wscat 已发送第一条消息，然后依次输入：',
  },
  band: {
    label: '来自链接',
    link: '这是从链接打开的。',
    file: '这是从 {file} 打开的。',
    waiting: '不知道是谁写的。现在还没有运行，你自己的程序没有动。',
    closedCase: '它是这个案例的一次运行，可能会透露答案。',
    ran: '这就是分享的那次运行。你自己的程序没有动。',
    recording: '这是在真实服务器上运行的记录，这里不会运行任何程序。',
    recordingCut:
      '这是在真实服务器上运行的记录的开头：{total} 个事件中的 {count} 个。这里不会运行任何程序。',
    differs: '这次运行的结果与分享的那次不同。可能 Upgrade 101 在那之后更新过。',
    hasChanged: '链接做好之后，这一课又改过，所以看到的可能与分享的不同。',
    note: '“{note}”',
    run: '运行',
    again: '再运行一次',
    keep: '留下来用',
    back: '回到我的程序',
    close: '关闭',
  },
  kept: '链接里的程序现在归你了。你原来的程序也留着。',
  undo: '恢复我的程序',
  problem: {
    cut: '链接不完整：末尾少了一段。请让对方重发，或者把整个链接一次复制过来。',
    edited: '链接在途中被改动过，无法打开。请让对方重发。',
    newer: '这是版本 {version} 的链接，由更新的 Upgrade 101 生成。这里最高能读到版本 {newest}。',
    tooLarge: '链接里的内容超过了上限 {most}。',
    invalid: '链接里没有能在这里运行的程序：{detail}',
    noLesson: '链接属于“{lesson}”这一课，而这门课程里没有它。',
    gone: '链接做好之后，这一课又改过：链接要用到的“{what}”已经不在了。',
    yours: '你自己的程序没有动。',
  },
} satisfies Translation<typeof en>
