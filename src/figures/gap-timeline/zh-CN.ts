import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '离开了一会儿的页面',
  alternative:
    '服务器每半秒说一条带编号的消息，一共十八条。3 秒后连接断开，又过 2 秒，页面回来了。如果只是重新加入，就少了 5 条。如果报上最后一条的编号，这 5 条会马上补来，每条正好一次。如果要求全部重发，就有 5 条收到两次。',
  absence: '离开多久',
  absences: { '1': '1 秒', '2': '2 秒', '4': '4 秒' },
  rejoin: '回来时说',
  rejoins: { join: '我来了', resume: '我收到了第几条', everything: '全部重发' },
  said: '服务器说的',
  shown: '页面收到的',
  away: '离开',
  counts: '收到一次 {once} 条，缺 {missing} 条，重复 {twice} 条。',
  verdict: {
    join: '服务器不知道页面看到了哪里，只好从现在接着说。',
    resume: '不管离开多久，都能补上错过的，一条不多。',
    everything: '一条不缺，但已经有的，页面要自己跳过。',
  },
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
