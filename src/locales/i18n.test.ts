import { expect, it } from 'vitest'
import type { Areas } from './gather.ts'
import { fillIn } from './fill-in.ts'
import { createI18n } from './i18n.ts'
import type { Translate, Translation } from './messages.ts'

interface En {
  readonly greeting: 'Hello, {name}'
  readonly files: '{count} file | {count} files'
  readonly menu: { readonly open: 'Open' }
}

/** Calls that must not compile: each expectation of an error fails the type check if there is none. */
export function checkedByCompiler(t: Translate<En>): void {
  t('greeting', { name: 'Ada' })
  t('files', { count: '1 000' }, 1000)
  t('menu.open')
  // @ts-expect-error: there is no such text
  t('menu.close')
  // @ts-expect-error: the text has a parameter
  t('greeting')
  // @ts-expect-error: that is not its name
  t('greeting', { nom: 'Ada' })
  // @ts-expect-error: plural forms need a number
  t('files', { count: '2' })
}

export const translations: readonly Translation<En>[] = [
  { greeting: '你好，{name}', files: '{count} 个文件', menu: { open: '打开' } },
  // @ts-expect-error: a parameter is missing
  { greeting: '你好', files: '{count} 个文件', menu: { open: '打开' } },
  // @ts-expect-error: a text is missing
  { greeting: '你好，{name}', files: '{count} 个文件', menu: {} },
]

it('a text takes its parameters, and each of them once', () => {
  expect(fillIn('{one} and {two}', { one: '{two}', two: 2 })).toBe('{two} and 2')
})

it('a number chooses the plural form', () => {
  const files = (count: number) => fillIn('{count} file | {count} files', { count }, count)
  expect([0, 1, 2].map(files)).toEqual(['0 files', '1 file', '2 files'])
  const before = (count: number) => fillIn('none | one | {count}', { count }, count)
  expect([0, 1, 2].map(before)).toEqual(['none', 'one', '2'])
  expect([0, 1, 2].map((count) => fillIn('{count} 个文件', { count }, count))).toEqual([
    '0 个文件',
    '1 个文件',
    '2 个文件',
  ])
})

it('what a language lacks is shown in English, and a key without a text as it is', () => {
  const tables: Record<string, Areas> = {
    en: { app: { name: 'Name', toString: 'text' } },
    'zh-CN': { app: { name: '名称' } },
  }
  const i18n = createI18n(tables)
  i18n.locale.value = 'zh-CN'
  const keys = ['app.name', 'app.toString', 'app.valueOf', 'app']
  expect(keys.map((key) => i18n.textOf(key))).toEqual(['名称', 'text', 'app.valueOf', 'app'])
  expect(keys.map((key) => i18n.has(key))).toEqual([true, true, false, false])
})
