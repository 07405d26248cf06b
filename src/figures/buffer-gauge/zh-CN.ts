import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '缓冲区里有多少在等',
  alternative:
    '线路每秒 1 MB，发一张 3 MB 的照片，一秒后有人说了 Hello。一次发完，整张照片都在缓冲区里等，Hello 排在后面，晚到 2 秒。如果最多只让 256 KB 等着，Hello 不到 0.4 秒就到了，照片也还是 3 秒。',
  limit: '最多等着',
  limits: { 65536: '64 KB', 262144: '256 KB', 1048576: '1 MB', all: '全部' },
  line: '线路',
  lines: { 250000: '250 KB/s', 1000000: '1 MB/s' },
  buffered: 'bufferedAmount',
  said: '说 Hello',
  there: '到达',
  seconds: '{count} s',
  outcome: '最多时有 {highest} 在等。Hello 用了 {message}。照片在 {photo} 后到齐。',
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
