import type en from '../en/trouble.ts'
import type { Translation } from '../messages.ts'

export default {
  disk: '这个页面是直接从磁盘打开的。浏览器不会从磁盘加载脚本，所以能读，但什么都运行不了。请把所在文件夹用一个网站服务器打开，例如运行 python3 -m http.server，再访问它给出的地址。如果你有源码，运行 npm start 就可以；npm run package -- --single 会生成一个能直接从磁盘打开运行的文件。',
  frame:
    '这个页面放在一个没有 allow-same-origin 的沙箱 frame 里，脚本加载不了，所以能读，但什么都运行不了。请在单独的标签页里打开：',
  type: '网站服务器把脚本的类型写成了 {detail}，浏览器因此拒绝运行。页面能读，但什么都运行不了。如果是你的服务器：请让 .js 文件以 text/javascript 发送。',
  policy:
    '网站服务器的一个响应头禁止了本页的脚本：{detail}。页面能读，但什么都运行不了。如果是你的服务器：请对本站去掉这个响应头，页面自带了安全策略。',
  offline: '浏览器处于离线状态，页面的一部分没能加载。',
  outdated: '页面的一部分没能加载：网站可能已经更新。',
  failed:
    '本页的一个脚本出错了，部分功能可能用不了。浏览器的说法是：{detail}。如果重新加载还是这样，请把这句话告诉我们。',
  blocked:
    '本页的脚本一个也没有运行：浏览器关闭了脚本，或者网站服务器的响应头 Content-Security-Policy 禁止了它们。页面能读，但什么都运行不了。请为本站打开脚本。如果是你的服务器：请对本站去掉这个响应头，页面自带了安全策略。',
  open: '打开这个页面',
  reload: '重新加载页面',
} satisfies Translation<typeof en>
