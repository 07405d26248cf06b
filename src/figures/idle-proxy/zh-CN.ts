import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '会断开空闲连接的代理',
  alternative:
    '60 秒没有任何数据通过，代理就断开连接。页面或服务器至少每 59 秒发一次 ping，连接就一直开着。标签页在后台时，页面的定时器每分钟才执行一次，不管间隔多短，ping 都会太晚；服务器的 ping 则能按时发出。',
  asker: '谁发 ping',
  askers: { nobody: '都不发', page: '页面', server: '服务器' },
  tab: '标签页',
  tabs: { front: '在前台', background: '在后台' },
  limit: '代理断开之前',
  limits: { 30: '30 s', 60: '60 s', 300: '5 min' },
  every: 'ping 的间隔',
  seconds: '{count} s',
  minutes: '{count} min',
  hidden: '在后台',
  page: '页面',
  server: '服务器',
  cut: {
    nobody: '{limit} 里没有任何数据，代理在 {time} 时断开了连接。',
    asked: '{time} 时断开：沉默超过了 {limit}。在那之前发出了 {count} 个 ping。',
  },
  open: {
    nobody: '五分钟后还开着：这个代理很有耐心。',
    asked:
      '五分钟后还开着。一个 ping 加上回应是 {size}，每小时 {hourly}。有 10,000 个客户端时，服务器每秒要处理 {rate} 个 ping。',
  },
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
