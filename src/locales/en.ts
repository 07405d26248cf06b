import { gather } from './gather.ts'

export default gather(import.meta.glob('./en/*.ts', { eager: true, import: 'default' }))
