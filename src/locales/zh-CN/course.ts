import type en from '../en/course.ts'
import type { Translation } from '../messages.ts'

export default {
  title: '逐字节读懂 WebSocket',
  intro: '在浏览器里学的一门课：改一个小程序，运行它，看清它发到线路上的每一个字节。',
  terms: {
    for: {
      title: '适合',
      text: '正在用或者准备用 WebSocket，想弄清连接为什么断开的开发者',
    },
    need: {
      title: '需要',
      text: '会 JavaScript：函数、事件、Promise。服务器就在页面里，不用安装，也不用注册。',
    },
    takes: {
      title: '用时',
      text: '每课 {least} 到 {most} 分钟，全部大约 {hours} 小时。从哪一课开始都行。',
    },
  },
  start: '开始学习',
  first: '{title}，{minutes} 分钟',
  play: '自由练习',
  back: {
    title: '接着上次学',
    lesson: '第 {number} 课，共 {lessons} 课',
    case: '找出错误：{title}',
    step: '第 {number} 步，共 {total} 步。程序还是你上次的样子。',
    titledStep: '第 {number} 步，共 {total} 步：{title}{stop}程序还是你上次的样子。',
    stop: '。',
    next: '“{after}”已经完成。接下来是这一课，需要 {minutes} 分钟。',
    all: '所有课都已完成，所有错误都已找出。',
    on: '继续：{title}',
    again: '重读：{title}',
    solved: '已完成 {solved} / {lessons} 课',
    found: '已找出 {found} / {cases} 个错误',
    comma: '，',
    sum: '{counts}。{left}',
    hoursLeft: '大约还要 {hours} 小时。',
    minutesLeft: '大约还要 {minutes} 分钟。',
    ticks: '已完成 {solved} / {lessons} 课',
  },
  kept: '保存在这个浏览器里。',
  picture: {
    label: '程序中的一行、它发出的帧，以及这个帧的各个位',
    caption: '一次 send() 变成了 11 个字节。学完就知道每个字节的用途。',
    browser: '浏览器',
    server: '服务器',
  },
  list: '{parts} 个部分，{lessons} 课',
  parts: '各部分',
  part: {
    count: '{lessons} 课，{duration}',
    solved: '已完成 {solved} / {total}',
  },
  minutes: '{minutes} 分钟',
  hours: '{hours} 小时 {rest} 分钟',
  state: {
    open: '未开始',
    begun: '第 {number} / {total} 步',
    solved: '已完成',
  },
  chat: '聊天',
  key: {
    open: '未开始',
    begun: '进行中',
    solved: '已完成',
    faults: '找出错误：五段运行录像',
    chat: '一个小聊天程序，从第 {from} 课写到第 {to} 课',
  },
  faults: {
    title: '找出错误',
    found: '已找出 {found} / {total}',
  },
  end: {
    lookUp: '查阅',
    cheatsheet: '一页速查表',
    glossary: '术语表',
    figures: '全部图示',
    paper: { title: '打印', text: '每一课都能打印，速查表也能。' },
    kept: {
      title: '都在这个浏览器里',
      text: '程序和进度保存在这里。你做的一切都不会离开你的浏览器。',
    },
  },
  reset: {
    button: '从头开始',
    done: '所有程序和进度都已重置。',
    undo: '撤销',
  },
} satisfies Translation<typeof en>
