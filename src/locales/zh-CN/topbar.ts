import type en from '../en/topbar.ts'
import type { Translation } from '../messages.ts'

export default {
  lessons: '全部课程。现在是：{title}',
  solved: '已完成',
  place: '第 {number} 课，共 {total} 课',
  recording: '这是录像，没有程序在运行',
  fault: '找出错误：{part}',
  help: '帮助与快捷键',
} satisfies Translation<typeof en>
