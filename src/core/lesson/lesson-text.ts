/** The text of a lesson in one language, put together from its Markdown. */
import type { CourseLocale, LessonNode, LessonText, PredictionText } from './lesson.ts'
import { MarkdownError, type LessonMarkdown, type TextBlock } from './markdown.ts'
import type { FrontMatter, LessonFile } from './schema.ts'

export interface LessonTextOrigin {
  readonly slug: string
  readonly locale: CourseLocale
  /** The title of the part that the lesson belongs to. */
  readonly eyebrow: string
  readonly frontMatter: FrontMatter
  readonly markdown: LessonMarkdown
  readonly lesson: Pick<LessonFile, 'predictions'>
}

/** @throws MarkdownError where a prediction's options are not those of `lesson.yaml`. */
export function lessonText(origin: LessonTextOrigin): LessonText {
  const { slug, locale, eyebrow, frontMatter, markdown, lesson } = origin
  const predictions: Record<string, PredictionText> = {}
  for (const block of markdown.blocks)
    if (block.kind === 'prediction') {
      const { options = [] } = lesson.predictions.find(({ id }) => id === block.name) ?? {}
      predictions[block.name] = predictionText(block, options)
    }
  return {
    slug,
    locale,
    title: frontMatter.title,
    eyebrow,
    summary: frontMatter.summary,
    sections: markdown.sections,
    tasks: contents(markdown, 'task'),
    hints: contents(markdown, 'hint'),
    failures: contents(markdown, 'failure'),
    predictions,
  }
}

function contents(
  markdown: LessonMarkdown,
  kind: TextBlock['kind'],
): Readonly<Record<string, readonly LessonNode[]>> {
  const blocks = markdown.blocks.filter((block) => block.kind === kind)
  return Object.fromEntries(blocks.map((block) => [block.name, block.content]))
}

const OPTION_ID = /^\[([a-z0-9-]+)\]\s*/

/** The question, then a list of the options, each after its id: `- [zero] The state is 0.` */
function predictionText(block: TextBlock, ids: readonly string[]): PredictionText {
  const list = block.content.at(-1)
  if (typeof list !== 'object' || !('tag' in list) || list.tag !== 'ul')
    throw new MarkdownError(block.line, 'a prediction ends in the list of its options')
  const options: Record<string, readonly LessonNode[]> = {}
  for (const item of list.children) {
    if (typeof item === 'string') continue
    const [first, ...rest] = item.children
    const match = typeof first === 'string' ? OPTION_ID.exec(first) : null
    const [whole = '', id = ''] = match ?? []
    if (typeof first !== 'string' || !ids.includes(id))
      throw new MarkdownError(block.line, `an option begins with its id, one of ${ids.join(', ')}`)
    options[id] = [first.slice(whole.length), ...rest]
  }
  const missing = ids.find((id) => options[id] === undefined)
  if (missing !== undefined) throw new MarkdownError(block.line, `the option ${missing} is missing`)
  return { question: block.content.slice(0, -1), options }
}
