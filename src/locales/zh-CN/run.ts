import type en from '../en/run.ts'
import type { Translation } from '../messages.ts'

export default {
  predictFirst: '这次运行还有问题没有回答。先选一个答案，再运行。',
  stopped: '你在 {time} 处停止了这次运行。',
  /** Of the program in the editor, against the run that is shown. */
  changed: '这次运行之后，程序有改动。',
  views: '查看方式',
  selectEvent: '选择一个事件，就能看到它的各个字段、字节、起因，以及来自哪一行代码。',
  resizeDetails: '调整详情的高度',
  badge: {
    code: '控制台有 {count} 行',
    wire: '线路上有 {count} 个帧',
    problems: '程序有问题',
  },
  files: '保存或打开',
} satisfies Translation<typeof en>
