/** What can be found of the cheat sheet. */
import codesEnglish from '../../src/figures/close-codes/en.ts'
import codesChinese from '../../src/figures/close-codes/zh-CN.ts'
import type { Texts } from '../../src/locales/gather.ts'
import { flatten } from '../../src/locales/missing-texts.ts'
import type { Locale } from '../../src/core/locale/locale.ts'
import { BETWEEN_CELLS } from '../../src/core/search/context.ts'
import type { WrittenPlace } from '../../src/core/search/search-file.ts'
import english from '../../src/screens/cheatsheet/en.ts'
import { CODES } from '../../src/screens/cheatsheet/sheet.ts'
import chinese from '../../src/screens/cheatsheet/zh-CN.ts'

const TEXTS = {
  en: { sheet: english, codes: codesEnglish },
  'zh-CN': { sheet: chinese, codes: codesChinese },
} as const satisfies Record<Locale, unknown>

/** Those with more than a program. */
const SECTIONS = ['api', 'states', 'events', 'handshake', 'frame', 'choose', 'look'] as const

export const sheetTitle = (locale: Locale): string => TEXTS[locale].sheet.title

export function placesOfSheet(locale: Locale, at: number): readonly WrittenPlace[] {
  const { sheet } = TEXTS[locale]
  const place = { at, asked: [], beside: '' }
  return [
    ...SECTIONS.map((id) => ({
      ...place,
      id,
      heading: sheet[id].title,
      text: linesOf(sheet[id]),
    })),
    { ...place, id: 'codes', heading: sheet.codes.title, text: codeRows(locale) },
  ]
}

/** Without the title, and what is filled in where it is shown. */
function linesOf(texts: Texts): string {
  return [...flatten(texts)]
    .filter(([key, text]) => key !== 'title' && !text.includes('{'))
    .map(([, text]) => text)
    .join('\n')
}

function codeRows(locale: Locale): string {
  const texts = flatten(TEXTS[locale].codes)
  return CODES.map(({ code, name, from }) =>
    [code, name ?? texts.get(`range.${from}`), texts.get(`meaning.${from}`)]
      .filter((cell) => cell !== undefined)
      .join(BETWEEN_CELLS),
  ).join('\n')
}
