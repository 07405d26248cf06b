import { expect, it } from 'vitest'
import { sectionVersions, staleSections, versionOf } from './section-versions.ts'

const body =
  'Intro.\n\n## A {#a}\n\nText.\n\n```md\n## no heading {#x}\n```\n\n## B {#constructor}\n\nMore.\n'

it('each section has a version of its own, the first with the title', () => {
  const before = sectionVersions(body, 'top', 'Title')
  expect(before.map(({ id }) => id)).toEqual(['top', 'a', 'constructor'])
  const changed = (text: string, head = 'Title') =>
    sectionVersions(text, 'top', head)
      .filter(({ version }, index) => version !== before[index]?.version)
      .map(({ id }) => id)
  expect(changed(body.replace('Text.', 'Text,'))).toEqual(['a'])
  expect(changed(body, 'Other')).toEqual(['top'])
})

it('help files have a section for each task', () => {
  expect(sectionVersions('## say\n\n- hint a: A.\n', 'top').map(({ id }) => id)).toEqual(['say'])
})

it('tells which sections of a translation are behind', () => {
  const source = sectionVersions(body, 'top')
  const from = Object.fromEntries(source.map(({ id, version }) => [id, version]))
  expect(staleSections(source, from)).toEqual([])
  expect(staleSections(source, { ...from, a: '00000000', gone: '00000000' })).toMatchObject([
    { section: 'a', version: from['a'] },
    { section: 'gone', version: null },
  ])
  expect(staleSections(source, {}).map(({ section }) => section)).toEqual([
    'top',
    'a',
    'constructor',
  ])
})

it('a version does not change with empty lines around the text', () => {
  expect(versionOf('\na\n\n')).toBe(versionOf('a'))
  expect(versionOf('a')).toMatch(/^[0-9a-f]{8}$/)
})
