import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '一步步算出 Sec-WebSocket-Accept',
  alternative:
    'Sec-WebSocket-Accept 由 Sec-WebSocket-Key 分三步算出：在密钥后面接上 GUID 258EAFA5-E914-47DA-95CA-C5AB0DC85B11，计算这段文本的 SHA-1，再把得到的 20 个字节编码成 Base64。',
  rfc: 'RFC 6455 的密钥',
  tutorial: '老教程的密钥',
  random: '随机密钥',
  append: '把 GUID 当作文本，接在密钥后面：共 60 个字符。',
  hash: '计算这些字符的 SHA-1：20 个字节。',
  encode: 'Base64：每三个字节变成四个字符。',
  problem: {
    empty: '输入一个密钥，或从下面选一个。',
    character:
      '第 {position} 个字符“{character}”不是 Base64 字符：只能用 A–Z、a–z、0–9、+、/ 和 =。',
    padding: '第 {position} 个字符“=”出现得太早：“=”最多两个，只能在末尾。',
    length: '密钥有 24 个字符，这里有 {length} 个。',
    octets: '密钥由 16 个字节编码而成，以“==”结尾；这里是 {octets} 个字节。',
    spareBits: '“==”前面的“{character}”带有 16 个字节以外的比特。这个位置只能是 A、Q、g 或 w。',
  },
} satisfies Translation<typeof en>
