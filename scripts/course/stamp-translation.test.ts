import { expect, it } from 'vitest'
import { stamped } from './stamp-translation.ts'

const stale = [
  { section: 'top', version: '00000001' },
  { section: 'gone', version: null },
]

it('writes versions into the front matter and keeps what is there', () => {
  const text =
    "---\ntitle: 一\ntranslatedFrom:\n  gone: '00000000'\n  why: '00000002'\n---\n\nText.\n"
  expect(stamped(text, stale)).toBe(
    "---\ntitle: 一\ntranslatedFrom:\n  why: '00000002'\n  top: '00000001'\n---\n\nText.\n",
  )
})

it('begins a text with front matter where it has none', () => {
  expect(stamped('## say\n', stale.slice(0, 1))).toBe(
    "---\ntranslatedFrom:\n  top: '00000001'\n---\n\n## say\n",
  )
})
