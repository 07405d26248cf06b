import type en from '../en/topbar.ts'
import type { Translation } from '../messages.ts'

export default {
  place: '第 {number} 课，共 {total} 课',
  help: '帮助与快捷键',
} satisfies Translation<typeof en>
