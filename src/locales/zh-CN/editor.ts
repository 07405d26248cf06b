import type en from '../en/editor.ts'
import type { Translation } from '../messages.ts'

export default {
  files: '程序的文件',
  textOf: '{file} 的内容',
  locked: '到第 3 步才能修改',
  lent: '来自链接，只读',
  run: '运行',
  stop: '停止',
  reset: '重置',
  resetHelp: '恢复成最初给出的程序',
  resetDone: '程序已恢复成最初的样子。',
  undoReset: '撤销',
  typedEarly: '页面还没加载完你就开始写了：之前保存的程序现在才读出来。',
  takeKept: '换回之前的程序',
  routedTo: '→ {name}',
  routedHere: '→ 在本页里',
  eventAt: '{event} · {time}',
  eventOf: '第 {at}/{of} 个',
  endlessLoop: '死循环在这里被终止。',
  lineEvents: '选中第 {line} 行的事件',
  noEvents: '第 {line} 行没有事件。',
  kept: '已保存在这个浏览器里；你输入时一直在自动保存。',
  tabLeaves: '还没输入之前，Tab 键会离开编辑器。',
  tabIndents: 'Tab 键用于缩进。先按 Esc 再按 Tab，就能离开编辑器。',
  tabMovesFocus: 'Tab 键一直用于移动焦点。按 Ctrl+M 可以改回来。',
  keys: '按 Ctrl+Enter 或 Command+Enter 运行程序。按 F4 依次选中当前行的事件。',
} satisfies Translation<typeof en>
