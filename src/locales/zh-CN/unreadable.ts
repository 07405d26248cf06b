import type en from '../en/unreadable.ts'
import type { Translation } from '../messages.ts'

export default {
  title: '已保存，但在这里读不出来',
  description:
    '这些内容保存在你的浏览器里。当前版本的网站读不出来，所以没有动它们。需要什么可以复制出来。',
  newer: '这是更新版本的网站保存的，换回那个版本就能读出来。',
  damaged: '内容已损坏，或者不是本站保存的。',
  copy: '复制',
  save: '保存为文件',
  discard: '删除',
  none: '没有了。',
  otherVersion: {
    text: '{file} 在别处也改过：另一个标签页，或者你载入的文件。两个版本都保存着。',
    show: '看看另一个',
    keep: '就用这个',
    kept: '已保留这个版本。',
  },
} satisfies Translation<typeof en>
