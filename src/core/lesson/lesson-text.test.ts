import { describe, expect, it } from 'vitest'
import { lessonText } from './lesson-text.ts'
import { parseLessonMarkdown } from './markdown.ts'

const prediction = (...options: readonly string[]) => `::: prediction first
What is \`readyState\` now?

${options.join('\n')}
:::`

const textOf = (markdown: string) =>
  lessonText({
    slug: 'x',
    locale: 'en',
    eyebrow: 'Part',
    frontMatter: { title: 'T', summary: 'S' },
    markdown: parseLessonMarkdown(markdown),
    lesson: {
      predictions: [{ id: 'first', options: ['zero', 'one'], answer: 'zero', beforeRun: true }],
    },
  })

describe('lessonText', () => {
  it('puts tasks, hints and failures under their names', () => {
    const text = textOf('::: task a\nA\n:::\n\n::: hint b\nB\n:::\n\n::: failure c/d\nC\n:::')
    expect([Object.keys(text.tasks), Object.keys(text.hints), Object.keys(text.failures)]).toEqual([
      ['a'],
      ['b'],
      ['c/d'],
    ])
  })

  it('reads a prediction: a question and its options', () => {
    const { predictions } = textOf(prediction('- [zero] It is `0`.', '- [one] It is 1.'))
    expect(predictions['first']?.question).toHaveLength(1)
    expect(predictions['first']?.options).toEqual({
      zero: ['It is ', { tag: 'code', attributes: {}, children: ['0'] }, '.'],
      one: ['It is 1.'],
    })
  })

  it.each([
    [prediction('None.'), 'ends in the list of its options'],
    [prediction('- [zero] It is 0.'), 'the option one is missing'],
    [prediction('- [two] It is 2.'), 'begins with its id, one of zero, one'],
    [prediction('- It is 0.'), 'begins with its id'],
  ])('refuses a prediction that does not fit: %#', (markdown, reason) => {
    expect(() => textOf(markdown)).toThrow(reason)
  })
})
