import { describe, expect, it } from 'vitest'
import { MarkdownError } from './markdown-error.ts'
import { parseLessonMarkdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

const lines = (...text: readonly string[]) => text.join('\n')
const content = (...text: readonly string[]) =>
  parseLessonMarkdown(lines(...text)).sections[0]?.content

const element = (tag: string, children: unknown[], attributes = {}) => ({
  tag,
  attributes,
  children,
})

describe('prose', () => {
  it('becomes nodes', () => {
    expect(content('Some `code`, *soft* and **loud**.')).toEqual([
      element('p', [
        'Some ',
        element('code', ['code']),
        ', ',
        element('em', ['soft']),
        ' and ',
        element('strong', ['loud']),
        '.',
      ]),
    ])
  })

  it('has lists, tight ones without paragraphs', () => {
    expect(content('- one', '- two')).toEqual([
      element('ul', [element('li', ['one']), element('li', ['two'])]),
    ])
    expect(content('1. one', '', '2. two')).toEqual([
      element('ol', [
        element('li', [element('p', ['one'])]),
        element('li', [element('p', ['two'])]),
      ]),
    ])
  })

  it('has tables', () => {
    expect(content('| a |', '| - |', '| 0 |')).toEqual([
      element('table', [
        element('thead', [element('tr', [element('th', ['a'])])]),
        element('tbody', [element('tr', [element('td', ['0'])])]),
      ]),
    ])
  })

  it('takes HTML for text', () => {
    expect(content('<img src=x onerror=alert(1)>')).toEqual([
      element('p', ['<img src=x onerror=alert(1)>']),
    ])
  })

  it('joins lines with a space, but not between Chinese characters', () => {
    expect(content('one', 'two')).toEqual([element('p', ['one two'])])
    expect(content('握手', '成功')).toEqual([element('p', ['握手成功'])])
    expect(content('一个 Close', '帧')).toEqual([element('p', ['一个 Close 帧'])])
    expect(content('回显服务器', '（echo', 'server）')).toEqual([
      element('p', ['回显服务器（echo server）']),
    ])
  })

  it('links to the web, to a section and to a lesson', () => {
    expect(content('[a](https://example.com/) [b](#when) [c](lesson:first-echo#events)')).toEqual([
      element('p', [
        element('a', ['a'], { href: 'https://example.com/' }),
        ' ',
        element('a', ['b'], { href: '#when' }),
        ' ',
        element('a', ['c'], { href: 'lesson:first-echo#events' }),
      ]),
    ])
  })
})

describe('sections', () => {
  it('begin with a heading that has an id', () => {
    const { sections } = parseLessonMarkdown('Hello.\n\n## Four `states` {#four}\n\nWorld.')
    expect(sections).toEqual([
      { id: '', title: [], content: [element('p', ['Hello.'])] },
      {
        id: 'four',
        title: ['Four ', element('code', ['states'])],
        content: [element('p', ['World.'])],
      },
    ])
  })

  it('may begin at once', () => {
    expect(parseLessonMarkdown('## One {#one}').sections.map(({ id }) => id)).toEqual(['one'])
  })
})

describe('code', () => {
  it('keeps its language and is coloured by the given highlighter', () => {
    const { sections } = parseLessonMarkdown('```js\nlet a\n```', {
      highlight: (code, language) => [`${language}:${code}`],
    })
    expect(sections[0]?.content).toEqual([
      element('pre', [element('code', ['js:let a'])], { 'data-language': 'js' }),
    ])
  })

  it('may hold what looks like a container', () => {
    expect(content('::: note', '```text', ':::', '```', ':::')).toEqual([
      element('aside', [element('pre', [element('code', [':::'])], { 'data-language': 'text' })], {
        'data-kind': 'note',
      }),
    ])
  })
})

describe('containers', () => {
  it('name figures with properties and a caption', () => {
    const parsed = parseLessonMarkdown('::: figure state-machine start=1 label="a b"\nStep.\n:::')
    expect(parsed.sections[0]?.content).toEqual([
      {
        figure: 'state-machine',
        properties: { start: '1', label: 'a b' },
        children: [element('p', ['Step.'])],
      },
    ])
    expect(parsed.figures).toEqual([{ name: 'state-machine', line: 1 }])
  })

  it('set notes and mistakes apart', () => {
    expect(content('::: mistake', 'Oops.', ':::')).toEqual([
      element('aside', [element('p', ['Oops.'])], { 'data-kind': 'mistake' }),
    ])
  })

  it('keep a task where the text has it, and failures by name', () => {
    const parsed = parseLessonMarkdown(
      lines(
        'Prose.',
        '',
        '::: task send',
        'Send.',
        ':::',
        '',
        '::: failure sent/too-early',
        'No.',
        ':::',
      ),
      { firstLine: 5 },
    )
    expect(parsed.sections[0]?.content).toEqual([
      element('p', ['Prose.']),
      { block: 'task', id: 'send', children: [element('p', ['Send.'])] },
    ])
    expect(parsed.blocks).toEqual([
      { kind: 'task', name: 'send', content: [element('p', ['Send.'])], line: 7 },
      { kind: 'failure', name: 'sent/too-early', content: [element('p', ['No.'])], line: 11 },
    ])
  })
})

describe('a prediction', () => {
  const prediction = (...options: readonly string[]) =>
    parseLessonMarkdown(
      lines('::: prediction first', 'What is `readyState` now?', '', ...options, ':::'),
    )

  it('is a question and its options, in the prose', () => {
    const { sections, blocks } = prediction('- [zero] It is `0`.', '- [one] It is 1.')
    expect(sections[0]?.content).toEqual([
      {
        block: 'prediction',
        id: 'first',
        children: [element('p', ['What is ', element('code', ['readyState']), ' now?'])],
        options: { zero: ['It is ', element('code', ['0']), '.'], one: ['It is 1.'] },
      },
    ])
    expect(blocks).toMatchObject([{ name: 'first', options: ['zero', 'one'] }])
  })

  it.each([
    [['None.'], 'ends in the list of its options'],
    [['- It is 0.'], 'begins with its id'],
  ])('needs a list of options, each with its id: %j', (options, reason) => {
    expect(() => prediction(...options)).toThrow(reason)
  })
})

describe('what cannot be used is refused with its line', () => {
  it.each([
    [['', '# Title'], 2, 'a heading is ## or ###, not #'],
    [['## No id'], 1, 'ends in its id'],
    [['## A {#a}', '', '## B {#a}'], 3, 'a section #a already'],
    [['a', '', '![x](y.png)'], 3, 'image is not used in lessons'],
    [['    indented'], 1, 'code stands between ```'],
    [['```', 'x', '```'], 1, 'names its language'],
    [['[x](http://example.com/)'], 1, 'a link goes to'],
    [['[x](page.html)'], 1, 'a link goes to'],
    [['a', '', '::: note', 'b'], 3, 'is not closed'],
    [['::: warning', ':::'], 1, '::: warning is not known'],
    [['::: note x=1', ':::'], 1, 'has no properties'],
    [['::: note name', ':::'], 1, 'has no name'],
    [['::: figure', ':::'], 1, 'names a figure'],
    [['::: task', ':::'], 1, 'names what it belongs to'],
    [['::: figure a b=1 ???', ':::'], 1, '??? is neither'],
    [['::: hint a', ':::', '', '::: hint a', ':::'], 4, 'there is a ::: hint a already'],
  ])('%j', (text, line, reason) => {
    let error: unknown
    try {
      parseLessonMarkdown(lines(...text))
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(MarkdownError)
    expect(error).toMatchObject({ line, message: expect.stringContaining(reason) as string })
  })

  it('a javascript: address makes no link at all', () => {
    expect(content('[x](javascript:alert)')).toEqual([element('p', ['[x](javascript:alert)'])])
  })

  it('an unknown language', () => {
    expect(() => parseLessonMarkdown('```cobol\nx\n```', { highlight: () => null })).toThrow(
      'code in cobol cannot be highlighted',
    )
  })
})

describe('plainText', () => {
  it('is the text without figures', () => {
    const nodes = content('One **two**', '', '::: figure x', 'caption', ':::') ?? []
    expect(plainText(nodes)).toBe('One two')
  })
})
