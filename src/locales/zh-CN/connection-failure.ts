import type en from '../en/connection-failure.ts'
import type { Translation } from '../messages.ts'

export default {
  label: '未能打开的连接',
  title: '到 {url} 的连接没有打开',
  told: '{time} 之后，浏览器只告诉了程序这些：一个空的 error 事件，然后是关闭码为 1006 的 close 事件。',
  answered: '实验服务器记下了浏览器隐藏的内容：回应是 {answer}。',
  broken: '浏览器没有接受它：{rule}。',
  showAnswer: '查看这个回应',
  hidden: {
    title: '浏览器没有透露的',
    text: '域名有没有找到、有没有程序在监听、证书哪里不对、服务器回了什么状态码。页面若能知道这些，就能打探读者所在的网络。开发者工具会向你显示更多：F12 → 网络（Network）→ WS。',
  },
  causes: '可能的原因和可以试的办法',
  cause: {
    offline: '这台计算机没有联网。内置端点不需要网络。',
    mixedContent:
      '本页通过 https 打开，浏览器会拦下 ws://。请用 wss://，或者从实验服务器（npm start）打开本课程。',
    blockedPort: '浏览器一律不连接这个端口。请让服务器换一个端口。',
    permission:
      '这个地址在你的机器上或本地网络里，而本站没有获准连接。请在浏览器询问时允许，或在地址栏旁的网站设置里允许。',
    silence: '很久没有回应。也许防火墙吞掉了发往那里的数据，也许服务器卡住了。',
    nobodyListens: '你机器上的这个端口没有程序在监听。请启动服务器，看看它显示的是哪个端口。',
    labServer: '实验服务器没有回应。用 npm start 启动它，然后打开它显示的地址。',
    unreachable:
      '找不到这个域名，或者连不上它的服务器。检查有没有拼错；在新标签页里用 https:// 打开同一个域名试试。',
    certificate: '证书对这个域名无效。在新标签页里用 https:// 打开这个地址，浏览器会说明哪里不对。',
    refused:
      '服务器在，但拒绝了：路径不对，不是 WebSocket 服务器，或者只接受它认识的来源（Origin）。这里的程序发送的是 Origin: null。',
  },
  lab: {
    asking: '正在询问实验服务器……',
    there: '实验服务器在 {address} 有回应，并且正在运行这个场景。',
    notRunning: '实验服务器在 {address} 有回应，但没有运行这个场景，原因见它的日志。',
    absent: '{address} 没有实验服务器回应。',
    unknown: '本页无法询问别的来源上的实验服务器是否在运行。',
  },
  builtIn: '改在内置端点上运行',
  locked: '教师已固定端点：请把这里的内容告诉教师。',
  dismiss: '关闭',
} satisfies Translation<typeof en>
