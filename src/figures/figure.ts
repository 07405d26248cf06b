import type { FigureProperties } from '../core/lesson/figure-properties.ts'

/**
 * What the course reader knows of a figure: plain data in `<name>/figure.ts`. The component is
 * `<name>/<Name>.vue`, and its texts are in `en.ts` and `zh-CN.ts` beside it.
 */
export interface FigureDefinition<Texts> {
  /** What a lesson may write after the figure's name; the component gets it as props. */
  readonly properties: FigureProperties
  /** The key of the text that says in words what the figure shows, for print, search and no script. */
  readonly alternative: keyof Texts
}
