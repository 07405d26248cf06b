import type en from '../en/lesson.ts'
import type { Translation } from '../messages.ts'

export default {
  pane: '课文',
  prose: '课文正文',
  example: '示例代码',
  table: '表格',
  linkToSection: '本节的链接',
  yourTurn: '轮到你了',
  count: '{done} / {total}',
  seeEvent: '查看 {time} 处的事件',
  solved: '已完成',
  next: '下一课',
  toCourse: '回到课程',
  aside: {
    note: '说明',
    mistake: '常见错误',
  },
  task: {
    open: '待完成：',
    pending: '尚未判定：',
    passed: '完成：',
    failed: '还不对：',
    solved: '以前完成过：',
  },
  hint: {
    first: '给个提示（第 {number} 条，共 {total} 条）',
    next: '再给一条（第 {number} 条，共 {total} 条）',
  },
  prediction: {
    title: '先预测，再运行',
    choose: '选出你认为会发生的情况。猜错没有关系。',
    run: '现在运行程序，看看结果。',
    happened: '实际结果',
    yours: '你的预测',
    right: '结果和你预测的一样。',
    wrong: '结果和预测不同。值得在线路上再看一遍。',
  },
  solution: {
    show: '对照参考答案',
    title: '一种答案',
    description: '只要程序做的事一样，就是对的。与你的程序不同的行都标了出来。',
    compare: '你的程序与参考答案并排对照',
    yours: '你的程序',
    solution: '参考答案',
    failed: '参考答案无法载入。浏览器的说明：{message}。请关闭后再试。',
    same: '你的程序与它逐行相同。',
    kept: '使用参考答案时，你的程序会保留，可以随时换回来。',
    use: '使用这个答案',
    used: '编辑器里已换成参考答案，你自己的程序已保留。',
    undo: '换回我的程序',
  },
  starter: {
    offer: '这一课更新了，起始代码（{files}）有了新版本。你的程序是从旧版本改的。',
    take: '改用新的起始代码',
    keep: '保留我的',
    taken: '编辑器里已换成新的起始代码，你自己的程序已保留。',
    undo: '换回我的程序',
  },
  unknown: {
    title: '没有这一课',
    text: '本课程没有名为“{slug}”的课。',
  },
  failed: {
    title: '这一课无法载入',
    text: '浏览器的说明：{message}。请重新载入页面再试。',
  },
} satisfies Translation<typeof en>
