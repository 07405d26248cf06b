/** Reads YAML against a schema; every problem has the line it is about. */
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { CourseError, type CourseProblem } from './course-problem.ts'

type Path = readonly (string | number)[]

export interface YamlFile<T> {
  readonly value: T
  /** The line that this path leads to, or the nearest one above it. */
  lineOf(path: Path): number
}

/**
 * @param firstLine the line of the file that the text begins on.
 * @throws CourseError with every problem the schema sees.
 */
export function readYaml<S extends z.ZodType>(
  schema: S,
  file: string,
  text: string,
  firstLine = 1,
): YamlFile<z.output<S>> {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  if (document.errors.length > 0)
    throw new CourseError(
      document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        reason: error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML',
      })),
    )
  const lineOf = (path: Path) => lineAt(offsetOf(document, path))
  const parsed = schema.safeParse(document.toJS())
  if (!parsed.success)
    throw new CourseError(
      parsed.error.issues.flatMap((issue) => problemsOf(issue, file, [], lineOf)),
    )
  return { value: parsed.data, lineOf }
}

function problemsOf(
  issue: z.core.$ZodIssue,
  file: string,
  above: Path,
  lineOf: (path: Path) => number,
): CourseProblem[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...path, key]),
      reason: `${where(path)}: there is no ${key} here`,
    }))
  return [{ file, line: lineOf(path), reason: `${where(path)}: ${issue.message}` }]
}

function where(path: Path): string {
  if (path.length === 0) return 'the file'
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const step = path[length - 1]
    // A property's line is that of its key: the value may begin further down.
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(step))
      : undefined
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
