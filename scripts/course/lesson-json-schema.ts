/** The JSON Schema of `lesson.yaml`, for completion and checks in editors. */
import { z } from 'zod'
import { lessonSchema } from '../../src/core/lesson/schema.ts'

export function lessonJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(lessonSchema, { io: 'input', reused: 'inline' })
  return { $schema, title: 'A lesson of Upgrade 101', ...schema }
}
