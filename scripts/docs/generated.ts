/** Files that are made from the sources. `npm run docs` writes them; a test compares them. */
import { fontFallbacks } from '../fonts/font-fallbacks.ts'
import { faultJsonSchema, lessonJsonSchema } from '../course/lesson-json-schema.ts'
import { checksPage } from './checks.ts'
import { configJsonSchema } from './config-schema.ts'
import { traceFormatPage } from './trace-format.ts'

const json = (value: object) => JSON.stringify(value)

/** The content of each file, before Prettier lays it out. */
export const generatedFiles: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/checks.md': checksPage,
  'public/config.schema.json': () => json(configJsonSchema()),
  'docs/trace-format.md': traceFormatPage,
  'lessons/fault.schema.json': () => json(faultJsonSchema()),
  'lessons/lesson.schema.json': () => json(lessonJsonSchema()),
  'src/ui/font-fallbacks.css': fontFallbacks,
}
