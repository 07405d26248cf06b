import type { FigureProperties } from '../core/lesson/figure-properties.ts'

/**
 * The plain data of a figure, in `<name>/figure.ts`, for the course reader. The component is
 * `<name>/<Name>.vue`; its texts are in `en.ts` and `zh-CN.ts` beside it.
 */
export interface FigureDefinition<Texts> {
  /** A lesson writes them after the figure's name; the component gets them as props. */
  readonly properties: FigureProperties
  /** The key of the text that describes the figure, for print, search and pages without script. */
  readonly alternative: keyof Texts
}
