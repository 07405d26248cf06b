import { DEFAULT_LOCALE } from '../../core/locale/locale.ts'
import type { FigureDefinition } from '../../figures/figure.ts'

type Texts = Readonly<Record<string, unknown>>

const texts = import.meta.glob<Texts>('../../figures/*/{en,zh-CN}.ts', {
  eager: true,
  import: 'default',
})
const definitions = import.meta.glob<FigureDefinition<Texts>>('../../figures/*/figure.ts', {
  eager: true,
  import: 'default',
})

/** A figure's name for a reader, and what it shows in words; in English where there is nothing else. */
export function figureTexts(name: string, locale: string): { label: string; words: string } {
  const folder = `../../figures/${name}`
  const own = texts[`${folder}/${locale}.ts`] ?? texts[`${folder}/${DEFAULT_LOCALE}.ts`]
  const alternative = definitions[`${folder}/figure.ts`]?.alternative
  return {
    label: String(own?.['label'] ?? name),
    words: alternative === undefined ? '' : String(own?.[alternative] ?? ''),
  }
}
