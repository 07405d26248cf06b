import type en from '../en/storage.ts'
import type { Translation } from '../messages.ts'

export default {
  forbidden: '浏览器不允许本页保存数据。你的程序和进度会保留到关闭这个标签页为止。',
  full: '浏览器给本站的存储空间已满。新的改动会保留到关闭这个标签页为止。',
  corrupt: '{key} 下保存的内容无法读取。原内容已移到 {movedTo}，这一项从头开始。',
} satisfies Translation<typeof en>
