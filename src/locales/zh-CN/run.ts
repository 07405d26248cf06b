import type en from '../en/run.ts'
import type { Translation } from '../messages.ts'

export default {
  predictFirst: '先回答课文里的问题，再运行。',
  views: '查看方式',
  selectEvent: '选择一个事件，就能看到它的各个字段、字节、起因，以及来自哪一行代码。',
  resizeDetails: '调整详情的高度',
  files: '保存或打开一次运行',
} satisfies Translation<typeof en>
