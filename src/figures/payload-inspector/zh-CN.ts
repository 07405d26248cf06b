import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '一个值经过 send() 会变成什么',
  alternative:
    'send() 只接受文本和字节，别的都会先转成文本：对象会变成 [object Object]，JSON.parse() 读不了。JSON.stringify() 生成的文本可以还原，但 undefined 会消失，NaN 变成 null，Date 变成文本，Map 变成 {}，BigInt 会抛出异常。超过 2⁵³ 的整数，解析时末几位可能会变。',
  value: '一个值，写法和程序里一样',
  examples: '试试',
  unreadable: '这里读不懂这个值：第 {line} 行第 {column} 列，{found} 处。',
  end: '结尾',
  type: '类型',
  depth: '层数',
  sent: '线路上',
  amount: '{characters} 个字符，{bytes} 个字节',
  amountOfBytes: '{bytes} 个字节，是二进制消息',
  frame: '帧',
  frameSize: '{size} 个字节：帧头、掩码密钥、加了掩码的载荷',
  more: '…… 还有 {count} 个',
  data: 'event.data',
  blob: '一个 Blob',
  parsed: 'JSON.parse()',
  breaks: 'SyntaxError：第 {line} 行第 {column} 列，{found} 处',
  throws: '抛出异常',
  nothingSent: '什么也没有发出去。',
  changed: '变化',
  unchanged: '没有：收到的和发出的一样',
  gone: '消失',
} satisfies Translation<typeof en>
