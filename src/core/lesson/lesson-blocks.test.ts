import { expect, it } from 'vitest'
import { findBlock } from './lesson-blocks.ts'
import { parseLessonMarkdown } from './markdown.ts'

const text = parseLessonMarkdown(
  '::: task say\nSay.\n:::\n\n## Next {#next}\n\n- An item.\n\n  ::: prediction say\n  Why?\n\n  - [a] A.\n  :::\n',
)

it('finds a task and a prediction of one name, at any depth', () => {
  expect(findBlock(text, 'task', 'say')?.children).toHaveLength(1)
  expect(findBlock(text, 'prediction', 'say')?.options).toEqual({ a: ['A.'] })
})

it('finds no block of another name', () => {
  expect(findBlock(text, 'task', 'send')).toBeUndefined()
})
