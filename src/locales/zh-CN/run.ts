import type en from '../en/run.ts'
import type { Translation } from '../messages.ts'

export default {
  predictFirst: '先在“轮到你了”里说出你的预测。',
} satisfies Translation<typeof en>
