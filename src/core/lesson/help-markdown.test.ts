import { describe, expect, it } from 'vitest'
import { parseHelp } from './help-markdown.ts'

it('has hints in their order and failures by name, for each task', () => {
  const { tasks } = parseHelp(
    '## say\n\n- hint speak: Speak `up`.\n- failure said/early: At {time}.\n\n## close\n\n- failure closed: No.\n',
  )
  expect(tasks).toEqual([
    {
      task: 'say',
      line: 1,
      hints: [
        {
          id: 'speak',
          content: ['Speak ', { tag: 'code', attributes: {}, children: ['up'] }, '.'],
          line: 3,
        },
      ],
      failures: [{ name: 'said/early', content: ['At {time}.'], line: 4 }],
    },
    {
      task: 'close',
      line: 6,
      hints: [],
      failures: [{ name: 'closed', content: ['No.'], line: 8 }],
    },
  ])
})

it('may have empty lines between its items', () => {
  const { tasks } = parseHelp('## say\n\n- hint a: A.\n\n- hint b: B.\n')
  expect(tasks[0]?.hints.map(({ content }) => content)).toEqual([['A.'], ['B.']])
})

describe('what cannot be used is refused with its line', () => {
  it.each([
    ['Prose.', 1, 'a help file has ## <task>'],
    ['- hint a: A.', 1, 'begins with the id of a task'],
    ['## Say it\n', 1, 'a heading of a help file is the id of a task'],
    ['## a\n\n## a\n', 3, 'there is a ## a already'],
    ['## a\n\n- A.\n', 3, 'an item begins with - hint <id>:'],
    ['## a\n\n- hint b: B.\n- hint b: B.\n', 4, 'there is a hint b already'],
    ['## a\n\n- failure b: B.\n- failure b: B.\n', 4, 'there is a failure b already'],
  ])('%j', (text, line, reason) => {
    expect(() => parseHelp(text)).toThrow(
      expect.objectContaining({
        line,
        message: expect.stringContaining(reason) as string,
      }) as Error,
    )
  })

  it('looks and terms', () => {
    const { problems } = parseHelp('## a\n\n- hint b: [B](look:b), [c](term:c).\n')
    expect(problems.map(({ line, reason }) => [line, reason.split(' is ')[0]])).toEqual([
      [3, 'a look'],
      [3, 'a term'],
    ])
  })
})
