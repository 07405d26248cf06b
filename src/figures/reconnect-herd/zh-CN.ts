import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '两百个客户端同时重连',
  alternative:
    '两百个客户端在同一刻失去服务器。如果都等同样长的时间（1、2、4、8 秒），两百个就在同样的时刻一起来敲门，也在同一刻一起回来。如果每个都在这个范围内随机等待，尝试就分散在整段时间里，而且一半的客户端回来得更早。',
  way: '每个客户端等',
  ways: { fixed: '1 s', doubling: '1、2、4 … s', jitter: '这个范围内随机' },
  outage: '服务器停多久',
  outages: { 2: '2 s', 10: '10 s', 30: '30 s' },
  down: '停止服务',
  seconds: '{count} s',
  attempts: '每半秒的尝试次数',
  outcome:
    '最多的时候，半秒里有 {highest} 次尝试；一共 {all} 次。一半的客户端在 {half} 后回来，全部回来要 {last}。',
  notAll:
    '最多的时候，半秒里有 {highest} 次尝试；一共 {all} 次。一半的客户端在 {half} 后回来。一分钟后，还有一些在等。',
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
