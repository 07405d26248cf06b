import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  title: '你的进度',
  intro:
    '到现在为止你完成了什么，都记在这个浏览器里。可以带到另一台电脑上接着学，可以交作业，也可以打印。',
  count: '已完成 {solved} / {lessons} 课，已找出 {found} / {cases} 个错误',
  on: '继续：{title}',
  again: '重读：{title}',
  case: '找出错误：{title}',
  file: {
    title: '带走',
    text: '一个文件装下全部：你的程序、你的回答、你完成了什么。到另一台电脑或另一个浏览器里载入就行。那边的东西不会丢：任何一边完成过的都算完成；同一个程序两边都改过，两个版本都保留。',
    save: '存成文件',
    takeIn: '载入文件',
    takenIn: '已载入，含 {programs} 个程序。',
    damaged: '其中这些程序读不出来，没有载入：{names}。',
    problem: {
      tooLarge: '{file} 有 {size}。进度文件最多 {most}。',
      notJson: '{file} 不是进度文件，或者不完整。请在原来的地方重新保存一份。',
      foreign: '{file} 不是本课程的进度文件。',
      newer: '{file} 是本站的新版本保存的，没有载入。请刷新页面，也许新版本已经有了。',
      damaged: '{file} 已损坏，读不出你完成了什么。没有载入。',
      unreadable: '{file} 读不出来：{detail}',
    },
  },
  paste: {
    title: '告诉别人',
    text: 'Upgrade 101，{date}：{count}。',
    copy: '复制文字',
    copied: '已复制。',
    refused: '浏览器不允许在这里复制。请选中文字后自己复制。',
  },
  paper: {
    title: '打印',
    name: '姓名',
    hint: '只印在纸上，不会保存。',
    print: '打印本页',
    made: '打印于 {date}',
    worth:
      '这一页能证明什么：没有人核对过它。它由浏览器按自己记下的内容打印，谁都能改。需要确认的话，请要那个文件：里面有全部程序，每一个都可以重新运行。',
  },
  list: {
    title: '逐课进度',
    state: {
      open: '未开始',
      begun: '进行中',
      solved: '已完成',
    },
    solvedOn: '{date}完成',
  },
} satisfies Translation<typeof en>
