import type en from '../en/app.ts'
import type { Translation } from '../messages.ts'

export default {
  name: 'Upgrade 101',
  skipToContent: '跳到正文',
  language: '语言',
  description:
    '在浏览器里学 WebSocket 协议：每一课都在真实的服务器上运行，线路上的每个字节都看得见。',
  languageSwitch: 'EN: switch to English',
  languageSwitchShort: 'EN',
  theme: {
    label: '主题',
    current: '主题：{theme}',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
  },
  close: '关闭',
  languageFailed: '这种语言的界面文字无法加载：{message}',
  screenFailed: '这一页无法加载：{message}。请重新加载再试。',
  partFailed: '页面的一部分出错了：{message}。如果缺了什么，请重新加载。',
  loading: '正在加载…',
  programPage: '你的程序的页面',
  play: '自由练习',
  unknown: {
    title: '这个地址没有页面',
    nearest: '你要找的可能是：',
    course: '全部课程',
  },
  panes: {
    case: '案例',
    lesson: '课文',
    code: '代码',
    console: '控制台',
    wire: '线路',
    choose: '选择要看的窗格',
    resizeLesson: '课文窗格的宽度',
    resizeConsole: '控制台的高度',
    resizeWire: '线路窗格的大小',
  },
} satisfies Translation<typeof en>
