import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '一个浏览器里的两个页面',
  alternative:
    'Ada 在 https://chat.example 用 cookie 登录了。服务器只看 cookie，而 cookie 是 SameSite=None 时，https://prizes.example 的页面会被当成 Ada。cookie 是 Lax 或 Strict 时，这个页面谁也不是；但同一站点的 https://wiki.chat.example 还是会被当成 Ada。服务器检查 Origin，两个页面都得到 403。服务器要票据，它们谁也不是，因为读不到带票据的响应。Ada 自己的页面每次都能进来。',
  cookie: 'cookie 的 SameSite',
  other: '另一个页面',
  door: '服务器看什么',
  doors: { cookie: 'cookie', origin: 'cookie 和 Origin', ticket: '票据' },
  ada: 'Ada 的页面',
  request: '请求',
  noCookie: '没有 Cookie',
  response: '响应',
  first: '第一条消息',
  nothing: '没有：拿不到票据',
  taken: '被当成',
  nobody: '谁也不是',
  good: 'Ada 进来了，没有别人冒充她。',
  bad: '另一个页面以 Ada 的身份进来了。',
  failed: '网络没有加载成功。请重新加载页面再试。',
} satisfies Translation<typeof en>
