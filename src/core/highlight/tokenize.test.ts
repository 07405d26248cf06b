import { describe, expect, it } from 'vitest'
import { createHighlighter, type Language } from './tokenize.ts'

/** Each coloured stretch as `kind:text`, all lines in one list. */
function colours(text: string, language: Language = 'javascript'): string[] {
  return createHighlighter(language)(text).flatMap((line) =>
    line.spans.flatMap(({ kind, text }) => (kind === null ? [] : [`${kind}:${text}`])),
  )
}

describe('JavaScript', () => {
  it('colours keywords, calls, constructors and strings', () => {
    expect(colours(`const ws = new WebSocket("wss://echo.websocket.org");`)).toEqual([
      'keyword:const',
      'keyword:new',
      'function:WebSocket',
      'string:"wss://echo.websocket.org"',
    ])
  })

  it('leaves a property plain and colours a method that is called', () => {
    expect(colours('console.log(ws.readyState)')).toEqual(['function:log'])
  })

  it('takes a keyword after a dot for a property', () => {
    expect(colours('a.new; a?.delete; [...new Set()]')).toEqual(['keyword:new', 'function:Set'])
  })

  it('distinguishes a regular expression from a division', () => {
    expect(colours('a = b / c / d')).toEqual([])
    expect(colours('x.match(/[/"]/g) / 2')).toEqual([
      'function:match',
      'regexp:/[/"]/g',
      'number:2',
    ])
    expect(colours('return /"/')).toEqual(['keyword:return', 'regexp:/"/'])
  })

  it('follows a comment over lines', () => {
    expect(colours('a /* one\ntwo */ let b // three')).toEqual([
      'comment:/* one',
      'comment:two */',
      'keyword:let',
      'comment:// three',
    ])
  })

  it('follows templates, substitutions and the braces in them', () => {
    expect(colours('`a ${ { b: `c` } } d`; let e')).toEqual([
      'string:`a ${',
      'string:`c`',
      'string:}',
      'string: d`',
      'keyword:let',
    ])
    expect(colours('`a\nb`; f()')).toEqual(['string:`a', 'string:b`', 'function:f'])
  })

  it('ends an unclosed string at the end of its line, unless a backslash carries it on', () => {
    expect(colours('"a\nlet b')).toEqual(['string:"a', 'keyword:let'])
    expect(colours('"a\\\nb"; let c')).toEqual(['string:"a\\', 'string:b"', 'keyword:let'])
  })

  it('colours numbers and constants alike', () => {
    expect(colours('0xff 1_000n .5e-3 true null')).toEqual([
      'number:0xff',
      'number:1_000n',
      'number:.5e-3',
      'number:true',
      'number:null',
    ])
  })

  it('knows the words that are keywords only in their place', () => {
    expect(colours('for (const of of of) x = async () => {}')).toEqual([
      'keyword:for',
      'keyword:const',
      'keyword:of',
      'keyword:async',
    ])
    expect(colours(`import { a as b } from 'ws'`)).toEqual([
      'keyword:import',
      'keyword:as',
      'keyword:from',
      `string:'ws'`,
    ])
    expect(colours('const from = get')).toEqual(['keyword:const'])
  })
})

describe('HTML', () => {
  it('colours tags, attributes and values', () => {
    expect(colours('<input id="text" disabled value=5>', 'html')).toEqual([
      'tag:<input',
      'attribute:id',
      'string:"text"',
      'attribute:disabled',
      'attribute:value',
      'string:5',
      'tag:>',
    ])
  })

  it('colours the JavaScript of a script element and comes back', () => {
    expect(colours('<script>\nlet a = `\n</script>\n<p>let</p>', 'html')).toEqual([
      'tag:<script',
      'tag:>',
      'keyword:let',
      'string:`',
      'tag:</script',
      'tag:>',
      'tag:<p',
      'tag:>',
      'tag:</p',
      'tag:>',
    ])
  })

  it('follows comments and attribute values over lines', () => {
    expect(colours('<!-- a\nb --><p title="c\nd">', 'html')).toEqual([
      'comment:<!-- a',
      'comment:b -->',
      'tag:<p',
      'attribute:title',
      'string:"c',
      'string:d"',
      'tag:>',
    ])
  })

  it('leaves the content of a style element plain', () => {
    expect(colours('<style>p { }</style>', 'html')).toEqual([
      'tag:<style',
      'tag:>',
      'tag:</style',
      'tag:>',
    ])
  })
})

it('leaves a configuration of nginx plain', () => {
  expect(colours('location / { # "here"\n  gzip off;\n}', 'nginx')).toEqual([])
})

it('loses no character, whatever the text', () => {
  const text = '\t`${a}\\`${`b${{}}`}`\r\n/*</script>"\'<x y=\n\u{1f600}#p @ \\u0041\n'
  for (const language of ['javascript', 'html'] as const) {
    const lines = createHighlighter(language)(text)
    expect(lines.map((line) => line.spans.map((span) => span.text).join(''))).toEqual(
      lines.map((line) => line.text),
    )
    expect(lines.map((line) => line.text).join('\n')).toBe(text.replace('\r\n', '\n'))
  }
})

it('keeps the lines that did not change as they were', () => {
  const highlight = createHighlighter('javascript')
  const [first, , third] = highlight('let a\nlet b\nlet c')
  const [again, , thirdAgain] = highlight('let a\nlet d\nlet c')
  expect(again).toBe(first)
  expect(thirdAgain).toBe(third)
})
