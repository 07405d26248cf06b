/** The JSON Schemas of `lesson.yaml` and `fault.yaml`, for completion and checks in editors. */
import { z } from 'zod'
import { faultSchema, lessonSchema } from '../../src/core/lesson/schema.ts'

export function lessonJsonSchema(): object {
  return jsonSchema(lessonSchema, 'A lesson of Upgrade 101')
}

export function faultJsonSchema(): object {
  return jsonSchema(faultSchema, 'A case of find the fault')
}

function jsonSchema(of: z.ZodType, title: string): object {
  const { $schema, ...schema } = z.toJSONSchema(of, { io: 'input', reused: 'inline' })
  return { $schema, title, ...schema }
}
