import { describe, expect, it } from 'vitest'
import { breakLine, indent, outdent, type TextEdit } from './indentation.ts'

type Command = (text: string, start: number, end: number) => TextEdit

/** Applies a command to a text in which `|` is the caret, or two of them the selection. */
function apply(command: Command, marked: string): string {
  const start = marked.indexOf('|')
  const end = marked.includes('|', start + 1) ? marked.lastIndexOf('|') - 1 : start
  const text = marked.replaceAll('|', '')
  const edit = command(text, start, end)
  const result = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  const head = result.slice(0, edit.start)
  const selected = result.slice(edit.start, edit.end)
  return edit.start === edit.end
    ? `${head}|${result.slice(edit.end)}`
    : `${head}|${selected}|${result.slice(edit.end)}`
}

describe('Tab', () => {
  it('goes to the next stop', () => {
    expect(apply(indent, 'a\n|b')).toBe('a\n  |b')
    expect(apply(indent, 'a|b')).toBe('a |b')
  })

  it('replaces a selection inside a line', () => {
    expect(apply(indent, 'ab|cd|e')).toBe('ab  |e')
  })

  it('indents each selected line that has text', () => {
    expect(apply(indent, 'x\na|\n\nb|c')).toBe('x\n|  a\n\n  b|c')
  })
})

describe('Shift+Tab', () => {
  it('takes back one stop, wherever the caret is in the line', () => {
    expect(apply(outdent, '    a|b')).toBe('  a|b')
    expect(apply(outdent, ' |a')).toBe('|a')
    expect(apply(outdent, '\ta|')).toBe('a|')
  })

  it('leaves a line without indentation alone', () => {
    expect(apply(outdent, 'x\n|ab')).toBe('x\n|ab')
  })

  it('takes back each selected line', () => {
    expect(apply(outdent, '|  a\n b\nc|')).toBe('|a\nb\nc|')
  })
})

describe('Enter', () => {
  it('keeps the indentation', () => {
    expect(apply(breakLine, '  a|b')).toBe('  a\n  |b')
  })

  it('goes deeper after an opening bracket', () => {
    expect(apply(breakLine, 'f(() => {|')).toBe('f(() => {\n  |')
  })

  it('puts the closing bracket on its own line', () => {
    expect(apply(breakLine, '  {|}')).toBe('  {\n    |\n  }')
  })
})
