import type { Translation } from '../../locales/messages.ts'
import type en from './en.ts'

export default {
  label: '六个需求，六种传输方式',
  alternative:
    '六个需求，各用什么。两个人画同一块白板：用 WebSocket，因为两边都有话说。店铺页面显示是否营业：用轮询，因为一天只变两次。玩家边玩边说话：用 WebTransport，因为晚到的声音没用。页面显示构建日志：用 EventSource，因为只有服务器在说。页面剪辑一部 20 GB 的影片：用自己去取的流，因为页面比网络慢。客服台有房间、有应答，还有进了隧道的手机：用现成的库，不然这些都得自己写。',
  count: '第 {number} 个，共 {total} 个',
  back: '换个说法，再来一次',
  which: '你选哪一种？',
  transport: {
    polling: '轮询',
    eventSource: 'EventSource',
    webSocket: 'WebSocket',
    webTransport: 'WebTransport',
    stream: '自己去取的流',
    library: '现成的库',
  },
  first: {
    pen: '两个人在同一块白板上画画，彼此都能看到对方的笔在动。',
    shop: '页面上写着店铺是否营业，一天只变两次。',
    voice: '玩家一边赛车一边说话，声音晚到半秒就没用了。',
    build: '页面一行一行地显示构建日志，直到构建结束。看的人在高铁上，一路过隧道。',
    film: '页面要剪辑一部 20 GB 的影片，网络比页面快。',
    desk: '客服台：有房间，有“已读”，回答要对上问题，手机会进隧道。三个产品都要用。',
  },
  again: {
    pen: '国际象棋的棋钟：两个棋手都要按，每一下都算数，先后不能乱。',
    shop: '后台显示昨天的访客数，这个数每天夜里算出来。',
    voice: '无人机每秒报五十次位置，只有最新的那次有用。',
    build: '体育馆里的记分屏：现场没人能碰它，Wi-Fi 还很差。',
    film: '页面读 2 GB 的测量数据，每一条都画出来，画比下载慢。',
    desk: '五个小组各写了一遍同样的东西：加入房间，断开之后重新提问，区分新旧客户端。',
  },
  why: {
    pen: '两边随时都有话说，先后也重要：WebSocket。',
    shop: '消息很少，晚一分钟也没关系：轮询。',
    voice: '晚到的没有用，谁也不该等它：WebTransport 的数据报。',
    build: '只有服务器在说，都是文本，断开之后还要自己回来：EventSource。',
    film: '快慢由页面定，不取就不发：自己去取的流。',
    desk: '这些都要自己写，而两端又都是你的：用现成的库。',
  },
  right: '对。',
  wrong: '不是{chosen}。',
  show: '看看哪次运行说明了这一点',
  next: '下一个',
  end: '看看结果',
  result: '一次就选对的有 {count} 个，共 {total} 个。',
  enough: '选传输方式，你已经会了。',
  more: '选错的再看一看，上面都有一次运行可以说明。',
  once: '再来一遍',
  missed: '第一次没选对',
} satisfies Translation<typeof en>
