import { describe, expect, it } from 'vitest'
import { markdownTable } from './markdown-table.ts'

describe('markdownTable', () => {
  it('keeps a cell in one cell, no matter what is in it', () => {
    expect(markdownTable(['a', 'b'], [['x|y', 'one\ntwo'], ['\\']])).toBe(
      ['| a | b |', '| --- | --- |', '| x\\|y | one two |', '| \\\\ |  |', ''].join('\n'),
    )
  })

  it('shows the text of a message unchanged', () => {
    const table = markdownTable(['a'], [['<b>*x*</b> `y` [z](w) a_b_c ~~s~~ $e$ &amp;']])
    expect(table.split('\n')[2]).toBe(
      '| \\<b\\>\\*x\\*\\</b\\> \\`y\\` \\[z\\](w) a\\_b\\_c \\~\\~s\\~\\~ \\$e\\$ \\&amp; |',
    )
  })
})
