import type en from '../en/console.ts'
import type { Translation } from '../messages.ts'

export default {
  tabs: '程序的输出',
  console: '控制台',
  page: '页面',
  problems: '问题',
  output: '程序的输出',
  clear: '清空',
  server: '服务器',
  browser: '浏览器',
  browserHelp: '这一行是浏览器自己打印的，措辞与 Chromium 相同。你的程序读不到它。',
  toNewest: '最新',
  showSource: '查看 {source}',
  empty: {
    console: {
      title: '还没有输出',
      text: '程序用 console.log 打印的内容，以及程序中的错误，会显示在这里。',
    },
    page: { title: '还没有页面', text: '程序运行时，它自己的页面会显示在这里。' },
    problems: {
      title: '还没有问题',
      text: '语法错误和未被捕获的错误会连同所在行号显示在这里。',
    },
  },
  nothingPrinted: '运行到此刻，还没有打印任何内容',
  noProblems: '运行到此刻，没有问题',
  pageAhead: '页面不能倒回：它现在处于 {time}。',
  pageOfLatest: '这是最近一次运行的页面，不是正在显示的那次运行的。',
  omitted: '更早的 {count} 条消息没有显示。',
  more: '还有更多',
  moreOf: '还有 {count} 项',
  level: { error: '错误：', warn: '警告：', info: '信息：' },
  uncaught: {
    syntaxError: '{error}',
    exception: '未捕获的错误：{error}',
    unhandledRejection: 'Promise 中未捕获的错误：{error}',
  },
  problem: {
    syntaxError: '这不是合法的 JavaScript',
    exception: '这个错误没有被捕获',
    unhandledRejection: '这个被拒绝的 Promise 没有被处理',
    endlessLoop: '死循环在这里被终止。',
    unguarded: '这个文件没有死循环保护',
    navigated: '程序试图离开自己的页面，运行因此结束',
    invalidMessage: '沙箱发来了本页面无法理解的消息',
    loadFailed: '沙箱加载失败',
    unreachable: '连接在打开之前就失败了',
    urlRefused: '这个 URL 会被拒绝',
    urlNote: '关于这个 URL，最好先知道',
  },
} satisfies Translation<typeof en>
