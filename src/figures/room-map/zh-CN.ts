import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '一个人说的话，谁会听到',
  alternative:
    'Ada、Bo、Dot 在房间 tea，Cy、Mal 在 jazz。服务器把 Ada 的话发给所有人，就有五个人收到，包括 Ada 自己。发给整个房间，Ada、Bo、Dot 收到。发给房间里的其他人，Bo、Dot 收到。',
  speaker: '谁说话',
  audience: '发给谁',
  audiences: { everyone: '所有人', room: '整个房间', others: '房间里的其他人' },
  server: '服务器',
  counts: '服务器收到 1 条消息，发出 {n} 条：{names}。',
  right: '房间里的其他人都收到了，别人都没有。',
  wrong: {
    everyone: '另一个房间也听到了，{speaker} 自己也听到了。',
    room: '{speaker} 自己也听到了。',
  },
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
