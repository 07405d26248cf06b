/** Colours code when the course is built: each piece has a class, and each theme a colour for it. */
import { createCssVariablesTheme, createHighlighter } from 'shiki'
import { joined } from '../../src/core/lesson/joined.ts'
import type { LessonNode } from '../../src/core/lesson/lesson-text.ts'
import type { Highlight } from '../../src/core/lesson/block-reader.ts'

const LANGUAGES = ['js', 'json', 'http', 'html', 'css', 'bash', 'nginx', 'yaml', 'vue'] as const

/** The theme's colours have this form; the name becomes the class. */
const COLOUR = /^var\(--shiki-token-([a-z-]+)\)$/

export async function createHighlight(): Promise<Highlight> {
  const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--shiki-' })
  const shiki = await createHighlighter({ themes: [theme], langs: [...LANGUAGES] })
  return (code, language) => {
    if (language === 'text') return [code]
    const lang = LANGUAGES.find((known) => known === language)
    if (lang === undefined) return null
    // Without a limit in time, which on a busy machine would leave the end of a line uncoloured.
    const lines = shiki.codeToTokensBase(code, { lang, theme, tokenizeTimeLimit: 0 })
    const nodes: LessonNode[] = []
    for (const [index, line] of lines.entries()) {
      if (index > 0) nodes.push('\n')
      for (const { content, color } of line) {
        const name = COLOUR.exec(color ?? '')?.[1]
        nodes.push(
          name === undefined || content.trim() === ''
            ? content
            : { tag: 'span', attributes: { class: `token-${name}` }, children: [content] },
        )
      }
    }
    return joined(nodes)
  }
}
