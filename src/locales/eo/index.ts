import { gather } from '../gather.ts'

export default gather(
  import.meta.glob(['./*.ts', '!./index.ts', '../../views/*/eo.ts'], {
    eager: true,
    import: 'default',
  }),
)
