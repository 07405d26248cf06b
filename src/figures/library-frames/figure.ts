import type { FigureDefinition } from '../figure.ts'
import type en from './en.ts'

export default { properties: {}, alternative: 'alternative' } satisfies FigureDefinition<typeof en>
