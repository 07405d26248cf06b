/** The JSON Schema of `lesson.yaml`, which editors complete and check it with. */
import { z } from 'zod'
import { lessonSchema } from '../../src/core/lesson/schema.ts'

export function lessonJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(lessonSchema, { io: 'input', reused: 'inline' })
  return { $schema, title: 'A lesson of Upgrade 101', ...schema }
}
