import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '一个测试，两个时钟',
  alternative:
    '同一个测试在两个网络上运行：打开 socket，发一条消息，等回答来了再看。两边的服务器都要三秒才回答。用真实时钟的网络上，你要等三秒多；用虚拟时钟的只要几毫秒，因为测试不等，而是把时钟直接拨到下一件事发生的时刻。',
  delay: '服务器回答要花',
  start: '两边一起开始',
  stop: '停止',
  lanes: { real: '真实时钟', virtual: '虚拟时钟' },
  said: '发出',
  answered: '收到回答',
  yours: '你等了 {time}',
  before: '在网络的时钟上，这个测试要 {time}。开始运行，看看你要等多久。',
  running: '虚拟时钟上的测试已经结束，你等了 {virtual}。另一个还在等。',
  over: '在网络的时钟上，这个测试要 {time}。用真实时钟，你等了 {real}；用虚拟时钟，只等了 {virtual}。',
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
