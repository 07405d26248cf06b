import { describe, expect, it } from 'vitest'
import { markdownTable } from './markdown-table.ts'

describe('markdownTable', () => {
  it('keeps a cell in its cell, whatever is in it', () => {
    expect(markdownTable(['a', 'b'], [['x|y', 'one\ntwo'], ['\\']])).toBe(
      ['| a | b |', '| --- | --- |', '| x\\|y | one two |', '| \\\\ |  |', ''].join('\n'),
    )
  })
})
