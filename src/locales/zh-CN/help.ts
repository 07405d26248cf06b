import type en from '../en/help.ts'
import type { Translation } from '../messages.ts'

export default {
  title: '帮助',
  description:
    '读课文，修改程序并运行，再到线路上看它做了什么。任务检查的是程序做了什么，而不是怎么写的。',
  shortcuts: '快捷键',
  keys: {
    run: '运行程序',
    leaveEditor: '离开编辑器',
    events: '在线路和日志里：逐个查看事件',
    find: '在日志里：跳到筛选框',
    search: '在课程页上：搜索',
    resize: '在两个窗格之间的分隔线上：调整大小；双击恢复原样',
    close: '关闭最前面的窗口',
    help: '打开本帮助',
  },
  lookUp: '查一查',
  glossary: '术语表',
  cheatsheet: '速查表',
  figures: '图解',
  keeping: '保存了什么',
  kept: '程序和进度在你输入时就保存在这个浏览器里。除了程序自己发送的内容，没有任何数据离开浏览器。',
} satisfies Translation<typeof en>
