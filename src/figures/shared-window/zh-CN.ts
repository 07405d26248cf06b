import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '同样的消息，压缩和不压缩',
  alternative:
    '六条公交车位置，都是 JSON。不压缩时，每帧约 80 字节。压缩后，第一条差不多一样长，后面每条只要 15 字节左右：几乎都是从前面的消息里复制来的。没有窗口，每条都和第一条差不多长。随机的字节不管窗口多大，都比不压缩还长。',
  kind: '消息',
  kinds: { positions: '位置', sentences: '句子', chance: '随机字节' },
  window: '窗口',
  windows: { large: '32 KB', small: '256 字节', none: '没有' },
  own: '再加一条你的',
  message: '消息',
  plain: '不压缩',
  packed: '压缩',
  all: '合计',
  bytes: '每帧的字节数',
  looked: '查看消息',
  before: '窗口里',
  empty: '什么都没有：压缩器从头开始。',
  out: '够不到',
  itself: '消息 {number}',
  outcome:
    '消息 {number}：{length} 个字节里有 {copied} 个是从前面复制的，分 {copies} 段，{fresh} 个是新的。这一帧占 {packed} 字节，不压缩是 {plain} 字节。',
  fresh:
    '消息 {number}：没有可以复制的，{length} 个字节全是新的。这一帧占 {packed} 字节，不压缩是 {plain} 字节。',
  failed: '压缩器没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
