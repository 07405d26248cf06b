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
    expect(plainText(content('收到响应到', '[再次请求](https://example.com)', '之间') ?? [])).toBe(
      '收到响应到再次请求之间',
    )
    expect(plainText(content('see', '*this*') ?? [])).toBe('see this')
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

describe('fences', () => {
  it('name their file, and mark lines that are new', () => {
    expect(content('```js file=server.js', 'a()', 'b() // +++', '```')).toEqual([
      element(
        'pre',
        [
          element('code', [
            element('span', ['a()'], { class: 'line' }),
            element('span', ['b()'], { class: 'line new' }),
          ]),
        ],
        { 'data-language': 'js', 'data-file': 'server.js' },
      ),
    ])
  })
})

describe('links into the run, the program and the glossary', () => {
  it('become looks, links to files and terms', () => {
    expect(
      content('[code 1006](look:drop) in [server.js](file:server.js), a [frame](term:frame)'),
    ).toEqual([
      element('p', [
        { look: 'drop', children: ['code 1006'] },
        ' in ',
        element('a', ['server.js'], { href: 'file:server.js' }),
        ', a ',
        element('dfn', ['frame'], { 'data-term': 'frame' }),
      ]),
    ])
  })
})

describe('blocks', () => {
  it('name figures with properties and a caption', () => {
    const parsed = parseLessonMarkdown('::: figure state-machine start=1 label="a b"\nStep.\n:::')
    expect(parsed.sections[0]?.content).toEqual([
      {
        figure: 'state-machine',
        properties: { start: '1', label: 'a b' },
        children: [element('p', ['Step.'])],
      },
    ])
  })

  it('set notes and mistakes apart', () => {
    expect(content('::: mistake', 'Oops.', ':::')).toEqual([
      element('aside', [element('p', ['Oops.'])], { 'data-kind': 'mistake' }),
    ])
  })

  it('say what a run does, and what to watch', () => {
    expect(content('::: run', 'It runs.', '---', 'Look.', ':::')).toEqual([
      { block: 'run', children: [element('p', ['It runs.'])], after: [element('p', ['Look.'])] },
    ])
  })

  it('have a recap, and something to make', () => {
    expect(content('::: recap', 'You can.', ':::', '', '::: more', 'Make.', ':::')).toEqual([
      { block: 'recap', children: [element('p', ['You can.'])] },
      { block: 'more', children: [element('p', ['Make.'])] },
    ])
  })

  it('keep a task in its place, with its title, its file and what comes after', () => {
    const text = [
      'Prose.',
      '',
      '::: task send file=server.js',
      '',
      '### Send',
      '',
      'Send it.',
      '',
      '---',
      '',
      'Sent.',
      '',
      ':::',
    ]
    expect(content(...text)).toEqual([
      element('p', ['Prose.']),
      {
        block: 'task',
        id: 'send',
        title: ['Send'],
        file: 'server.js',
        children: [element('p', ['Send it.'])],
        after: [element('p', ['Sent.'])],
      },
    ])
  })

  it('show the lines of a try', () => {
    const tries = new Map([['bare', { 'client.js': 'a()\nb()\nc()\n' }]])
    const { sections } = parseLessonMarkdown('::: try bare lines=2-3\nTry.\n:::', { tries })
    expect(sections[0]?.content).toEqual([
      {
        block: 'try',
        id: 'bare',
        children: [element('p', ['Try.'])],
        sample: element('pre', [element('code', ['b()\nc()'])], { 'data-language': 'js' }),
        after: [],
      },
    ])
  })

  it('are met one after the other', () => {
    const { walk } = parseLessonMarkdown('::: task a\n### A\nB\n---\nC\n:::\n\n[d](look:d)')
    expect(walk.filter(({ kind }) => kind !== 'gap')).toEqual([
      { kind: 'stop', stop: 'task', id: 'a', line: 1 },
      { kind: 'words', role: 'heading', text: 'A', line: 2 },
      { kind: 'words', role: 'prose', text: 'B', line: 3 },
      { kind: 'after' },
      { kind: 'words', role: 'prose', text: 'C', line: 5 },
      { kind: 'end' },
      { kind: 'stop', stop: 'look', id: 'd', line: 8 },
      { kind: 'words', role: 'link', text: 'd', line: 8 },
    ])
  })
})

describe('a question', () => {
  const question = (...options: readonly string[]) =>
    parseLessonMarkdown(
      lines('::: predict first', '### First', 'What is `readyState` now?', '', ...options, ':::'),
    )

  it('has a title, a text, options and what explains the answer', () => {
    const { sections, questions } = question(
      '- [zero] It is `0`.',
      '- [one] It is 1.',
      '',
      '---',
      'So.',
    )
    expect(sections[0]?.content).toEqual([
      {
        block: 'question',
        id: 'first',
        title: ['First'],
        children: [element('p', ['What is ', element('code', ['readyState']), ' now?'])],
        sample: null,
        options: { zero: ['It is ', element('code', ['0']), '.'], one: ['It is 1.'] },
        after: [element('p', ['So.'])],
      },
    ])
    expect(questions.get('first')).toEqual({ line: 1, options: ['zero', 'one'] })
  })

  it('holds the try that it is about', () => {
    const { sections } = parseLessonMarkdown(
      '::: predict why lines=1\n### Why\nWhy?\n\n- [a] A.\n\n- [b] B.\n:::',
      {
        tries: new Map([['bare', { 'client.js': 'a()\nb()' }]]),
        tryOf: new Map([['why', 'bare']]),
      },
    )
    expect(sections[0]?.content[0]).toMatchObject({
      sample: element('pre', [element('code', ['a()'])], { 'data-language': 'js' }),
      options: { a: ['A.'], b: ['B.'] },
    })
  })

  it.each([
    [['None.'], 'ends in the list of its options'],
    [['- It is 0.'], 'begins with its id'],
    [['- [a] A.', '- [a] B.'], 'there is an option [a] already'],
  ])('needs a list of options, each with its id: %j', (options, reason) => {
    expect(() => question(...options)).toThrow(reason)
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
    [['::: task a lines=1', ':::'], 1, '::: task has no lines=, only file='],
    [['::: note name', ':::'], 1, 'has no name: take name away'],
    [['::: figure', ':::'], 1, '::: figure names what it is'],
    [['::: task', ':::'], 1, '::: task names what it is'],
    [['::: task a file=a.js', ':::'], 1, 'file=a.js is not one of client.js'],
    [['::: task a', 'Send.', ':::'], 1, 'begins with its title: ### Say goodbye'],
    [['::: figure a b=1 ???', ':::'], 1, '??? is neither'],
    [['::: note', 'a', '---', 'b', ':::'], 3, 'no line ---'],
    [['::: run', 'a', '---', 'b', '---', 'c', ':::'], 5, 'one line --- is enough'],
    [['::: run', '## a', ':::'], 2, 'put an empty line before it'],
    [['## A {#top}'], 1, 'no section is called top'],
    [['```js server.js', '```'], 1, 'after the language comes file='],
    [['::: predict a lines=1', '### A', '- [a] A.', ':::'], 1, 'only a question about a try'],
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
