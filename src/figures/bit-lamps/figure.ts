import type { FigureDefinition } from '../figure.ts'
import type en from './en.ts'

export default {
  properties: { steps: { kind: 'number', min: 2, max: 9 } },
  alternative: 'alternative',
} satisfies FigureDefinition<typeof en>
