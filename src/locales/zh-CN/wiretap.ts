import type en from '../en/wiretap.ts'
import type { Translation } from '../messages.ts'

export default {
  reading: '由实验服务器观测：线路上真正经过的字节。只有浏览器自己知道的事，标为“推断得出”。',
  full: '实验服务器的记录已满：有 {count} 个字节没有记录。从那里起，帧（frame）是推断出来的。',
  missing: '无法读取实验服务器的记录（{url}），所以握手和帧（frame）是推断出来的。',
  lost: '实验服务器的记录提前中断（{url}）。从那里起，帧（frame）是推断出来的。',
  none: '在浏览器里观测。浏览器隐藏握手头部、掩码、ping 和 pong；必定发生过的内容标为“推断得出”。',
} satisfies Translation<typeof en>
