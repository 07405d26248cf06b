import type en from '../en/offline.ts'
import type { Translation } from '../messages.ts'

export default {
  newer: '本站有新版本。你写的内容都会保留。',
  open: '打开新版本',
} satisfies Translation<typeof en>
