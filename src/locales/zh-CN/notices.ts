import type en from '../en/notices.ts'
import type { Translation } from '../messages.ts'

export default {
  label: '通知',
  dismiss: '关闭这条通知',
} satisfies Translation<typeof en>
