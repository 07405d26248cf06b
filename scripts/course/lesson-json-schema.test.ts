import { format } from 'prettier'
import { expect, it } from 'vitest'
import { lessonJsonSchema } from './lesson-json-schema.ts'

it('lessons/lesson.schema.json is made from the schema (npx vitest run scripts/course -u)', async () => {
  const text = await format(JSON.stringify(lessonJsonSchema()), {
    parser: 'json',
    printWidth: 100,
  })
  await expect(text).toMatchFileSnapshot('../../lessons/lesson.schema.json')
})
