import type en from '../en/storage.ts'
import type { Translation } from '../messages.ts'

export default {
  forbidden: '浏览器不允许本页保存数据。你的程序和进度会保留到关闭这个标签页为止。',
  full: '浏览器给本站的存储空间已满。新的改动会保留到关闭这个标签页为止。',
  unreadable: '浏览器里保存的内容（{name}）读不出来。原内容没有动，这一项从头开始。',
  newer:
    '浏览器里有更新版本的网站保存的内容（{name}），这里读不出来。原内容没有动，这一项从头开始。',
  show: '查看保存的内容',
} satisfies Translation<typeof en>
