import { expect, it } from 'vitest'
import { findBlock } from './find-block.ts'
import { parseLessonMarkdown } from './markdown.ts'

const text = parseLessonMarkdown(
  '::: task say\n### Say\nSay it.\n:::\n\n## Next {#next}\n\n- An item.\n\n  ::: predict say\n  ### Why\n  Why?\n\n  - [a] A.\n  :::\n',
)

it('finds a task and a question of one name, at any depth', () => {
  expect(findBlock(text, 'task', 'say')?.children).toHaveLength(1)
  expect(findBlock(text, 'question', 'say')?.options).toEqual({ a: ['A.'] })
})

it('finds no block of another name', () => {
  expect(findBlock(text, 'task', 'send')).toBeUndefined()
})
