import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '八个字节：怎么读，怎么发',
  alternative:
    '同样的字节，读法不同，结果就不同：00 00 01 90 按大端序的 Int32 读是 400，按小端序读是 -1878982656。DataView 可以从任意偏移读，字节序由你指定；类型化数组用的是机器自己的字节序，偏移必须是元素大小的整数倍。send() 把视图看到的那些字节放进二进制帧，把字符串放进文本帧。',
  bytes: '字节',
  byte: '字节 {index}',
  noByte: '一个字节是两位十六进制数，从 00 到 ff。',
  readAs: '读成',
  as: { text: 'UTF-8' },
  offset: '偏移',
  order: '字节序',
  big: '大端序',
  little: '小端序',
  value: '读到的值',
  noValue: '这里写不下，或者不是有效的 {type}。',
  throws: '抛出异常',
  send: '发送',
  sent: {
    buffer: '整个 buffer',
    view: '只含读到的字节的视图',
    viewBuffer: '这个视图的 .buffer',
    blob: '一个 Blob',
    string: '转成字符串的值',
  },
  header: '帧头',
  headerMeaning: '操作码 {opcode}（{name}），长度 {length}，有掩码',
  opcode: { text: '文本', binary: '二进制' },
  key: '掩码密钥',
  payload: '载荷',
  masked: '线路上',
  arrives: '回显收到的是',
  withBlob: "'blob' 时",
  withBuffer: "'arraybuffer' 时",
} satisfies Translation<typeof en>
