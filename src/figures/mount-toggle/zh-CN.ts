import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '反复显示和隐藏的面板',
  alternative:
    '面板每次显示，都会打开一个 socket，启动一个定时器。如果不清理，显示三次就留下三个 socket 和三个定时器。如果清理，显示时各有一个，隐藏时一个都没有。像 React 的 StrictMode 那样挂载两次：不清理，每次显示会多出两个；清理的话，仍然只有一个。',
  show: '显示面板',
  hide: '隐藏面板',
  reset: '从头再来',
  cleanup: '消失的时候',
  cleanups: { none: '什么也不做', closes: '清理' },
  mounting: '每次挂载',
  mountings: { once: '一遍', twice: '两遍，和 StrictMode 一样' },
  panel: '面板',
  sockets: 'socket',
  counts: '活着的 socket：{sockets}，定时器：{timers}。',
  right: {
    shown: '面板显示着，各一个，正好。',
    hidden: '面板隐藏了，什么都没有留下。',
  },
  left: {
    shown: '面板只需要各一个。',
    hidden: '面板已经隐藏，一个都不需要。',
  },
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
