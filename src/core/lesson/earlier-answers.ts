/** A lesson that shows what its reader answered in an earlier one: `::: earlier why-push`. */
import { blocksOf } from './blocks-of.ts'
import type { EarlierBlock, EarlierQuestion, LessonNode, LessonText } from './lesson-text.ts'
import type { Lesson } from './read-lesson.ts'

/** The earlier lessons whose answers a lesson shows. */
export function earlierLessonsOf({ texts }: Pick<Lesson, 'texts'>): readonly string[] {
  return [...blocksOf(texts.en)].flatMap((block) => (block.block === 'earlier' ? [block.slug] : []))
}

/**
 * The lesson with the questions of earlier ones in it.
 * @param lessonOf null where there is no such lesson before it.
 */
export function withEarlierQuestions(
  lesson: Lesson,
  lessonOf: (slug: string) => Pick<Lesson, 'texts'> | null,
): Lesson {
  if (earlierLessonsOf(lesson).length === 0) return lesson
  const texts = Object.entries(lesson.texts).map(([locale, text]) => {
    const questionsOf = (slug: string) => {
      const earlier = lessonOf(slug)?.texts
      return earlier === undefined ? [] : questionsIn(earlier[text.locale] ?? earlier.en)
    }
    const sections = text.sections.map((section) => ({
      ...section,
      content: section.content.map((node) => filled(node, questionsOf)),
    }))
    return [locale, { ...text, sections }] as const
  })
  return { ...lesson, texts: { ...lesson.texts, ...Object.fromEntries(texts) } }
}

/** The block is a section's own, never within another. */
function filled(
  node: LessonNode,
  questionsOf: (slug: string) => readonly EarlierQuestion[],
): LessonNode {
  return isEarlier(node) ? { ...node, questions: questionsOf(node.slug) } : node
}

function isEarlier(node: LessonNode): node is EarlierBlock {
  return typeof node !== 'string' && 'block' in node && node.block === 'earlier'
}

function questionsIn(text: LessonText): readonly EarlierQuestion[] {
  return [...blocksOf(text)].flatMap((block) => {
    if (block.block !== 'question') return []
    const { id, title, options } = block
    return [{ id, title, options }]
  })
}
