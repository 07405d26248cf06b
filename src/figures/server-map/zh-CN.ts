import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '两台服务器，谁能听到 Ada',
  alternative:
    'Ada、Bo、Cy 在同一个房间。代理让两台服务器轮着来：Ada 和 Cy 在 8080，Bo 在 8081。Ada 说的话 Cy 听得到，Bo 听不到。换成 ip_hash，只是换了谁和谁在一台，还是有人听不到。有了消息代理，服务器把话发布出去，两台都投递收到的消息，所有人就都能听到。8080 停掉以后，大家都会连到 8081。',
  balancing: '代理的选法',
  balancings: { turn: '轮流', ip_hash: 'ip_hash' },
  broker: '消息代理',
  brokers: { none: '没有', redis: 'Redis' },
  first: '8080',
  firsts: { stays: '在运行', ends: '已停掉' },
  heard: '听到的有：{names}。',
  verdict: {
    edge: '房间到服务器为止。',
    broker: '先发布出去，每台服务器再投递转回来的消息。',
    oneLeft: '大家都连到了剩下的那台。8080 一恢复，房间又会被隔开。',
  },
  failed: '网络没能加载。请刷新页面再试。',
} satisfies Translation<typeof en>
