import { gather } from './gather.ts'

export default gather(import.meta.glob('./zh-CN/*.ts', { eager: true, import: 'default' }))
