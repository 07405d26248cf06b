import { gather } from '../gather.ts'

export default gather(
  import.meta.glob(['./*.ts', '!./index.ts', '../../views/*/en.ts'], {
    eager: true,
    import: 'default',
  }),
)
