import { defineComponent, h, inject, type PropType, type VNodeChild } from 'vue'
import { RouterLink } from 'vue-router'
import { holdUnits } from '../../core/locale/hold-units.ts'
import type {
  FigureNode,
  LessonBlock,
  LessonNode,
  LessonText,
  LookNode,
  ProseElement,
} from '../../core/lesson/lesson-text.ts'
import { plainText } from '../../core/lesson/plain-text.ts'
import { PROGRAM_FILES, type ProgramFile } from '../../core/program/program-file.ts'
import { useI18n } from '../../locales/i18n.ts'
import { ExternalIcon } from '../../ui/icons.ts'
import FileLink from './blocks/FileLink.vue'
import LookLink from './blocks/LookLink.vue'
import TakeawayCode from './blocks/TakeawayCode.vue'
import TermLink from './blocks/TermLink.vue'
import { splitFirstWord } from './first-word.ts'
import { blockComponentsKey, lessonComponentsKey } from './lesson-components.ts'

/** `lesson:ready-state#send`. */
const LESSON_LINK = /^lesson:([a-z0-9-]+)(?:#([a-z0-9-]+))?$/

/** `file:server.js`. */
const FILE_LINK = /^file:(.+)$/

/** Renders prose, a tree of nodes, as elements and components; never as HTML. */
export default defineComponent({
  name: 'LessonProse',
  props: {
    nodes: { type: Array as PropType<readonly LessonNode[]>, required: true },
    /** The text around the prose: links lead to its sections and stay in its language; its terms. */
    text: {
      type: Object as PropType<Pick<LessonText, 'slug' | 'locale' | 'terms'>>,
      required: true,
    },
  },
  setup(props) {
    const { t } = useI18n()
    const { figures } = inject(lessonComponentsKey, { figures: {} })
    const blocks = inject(blockComponentsKey, null)

    function renderAll(nodes: readonly LessonNode[]): VNodeChild[] {
      return nodes.map((node) => {
        if (typeof node === 'string') return holdUnits(node)
        if ('figure' in node) return renderFigure(node)
        if ('look' in node) return renderLook(node)
        return 'block' in node ? renderBlock(node) : renderElement(node)
      })
    }

    /** Code stays as it is, letter by letter. */
    function renderLetters(nodes: readonly LessonNode[]): VNodeChild[] {
      return nodes.map((node) => {
        if (typeof node === 'string') return node
        if (!('tag' in node)) return renderAll([node])
        return h(node.tag, { class: node.attributes['class'] }, renderLetters(node.children))
      })
    }

    function renderFigure(node: FigureNode): VNodeChild {
      const figure = figures[node.figure]
      const caption = node.children.length > 0 && h('figcaption', renderAll(node.children))
      return h('figure', { class: 'figure' }, [figure && h(figure, node.properties), caption])
    }

    function renderBlock(block: LessonBlock): VNodeChild {
      const component = blocks?.[block.block]
      return component && h(component, { block, text: props.text })
    }

    function renderLook({ look, children }: LookNode): VNodeChild {
      const [first, rest] = splitFirstWord(children)
      return h(
        LookLink,
        { id: look },
        { first: () => renderAll(first), default: () => renderAll(rest) },
      )
    }

    function renderElement(node: ProseElement): VNodeChild {
      const { tag, attributes } = node
      const children = renderAll(node.children)
      switch (tag) {
        case 'a':
          return renderLink(attributes['href'] ?? '', children)
        case 'pre':
          return renderCode(node, children)
        case 'table':
          return h(
            'div',
            { class: 'table', tabindex: 0, role: 'group', 'aria-label': t('lesson.table') },
            h('table', children),
          )
        case 'aside': {
          const kind = attributes['data-kind'] === 'mistake' ? 'mistake' : 'note'
          return h('div', { class: ['aside', kind], role: 'note' }, [
            h('strong', { class: 'aside-title' }, t(`lesson.aside.${kind}`)),
            children,
          ])
        }
        case 'span':
          return h('span', { class: attributes['class'] }, children)
        case 'code':
          return h('code', renderLetters(node.children))
        case 'dfn':
          return renderTerm(attributes['data-term'] ?? '', children)
        default:
          return h(tag, children)
      }
    }

    function renderTerm(id: string, children: VNodeChild[]): VNodeChild {
      const { terms, locale } = props.text
      const note = terms[id]
      return note ? h(TermLink, { id, note, locale }, () => children) : children
    }

    function renderCode({ attributes, children: code }: ProseElement, children: VNodeChild[]) {
      const file = attributes['data-file']
      const named = renderFile(file, children)
      const isArchive = file?.endsWith('.har') === true
      if (!isArchive && attributes['data-language'] !== 'bash') return named
      const takeaway = { code: plainText(code), file: isArchive ? file : null }
      return h(TakeawayCode, takeaway, { default: () => named })
    }

    function renderFile(file: string | undefined, children: VNodeChild[]): VNodeChild {
      const label = file === undefined ? t('lesson.example') : t('lesson.exampleOf', { file })
      // A block that scrolls sideways must be reachable by keyboard.
      const code = h('pre', { tabindex: 0, role: 'group', 'aria-label': label }, children)
      if (file === undefined) return code
      return h('div', { class: 'of-file' }, [
        h('p', { class: 'file-name', 'aria-hidden': true }, file),
        code,
      ])
    }

    function renderLink(href: string, children: VNodeChild[]): VNodeChild {
      const [, name] = FILE_LINK.exec(href) ?? []
      if (isFile(name)) return h(FileLink, { file: name }, () => children)
      const [, slug, section] = LESSON_LINK.exec(href) ?? []
      const at = href.startsWith('#') ? href.slice(1) : section
      if (slug !== undefined || href.startsWith('#')) {
        const to = {
          name: 'lesson',
          params: { locale: props.text.locale, slug: slug ?? props.text.slug },
          hash: at === undefined ? '' : `#${at}`,
        }
        return h(RouterLink, { to }, () => children)
      }
      return h('a', { href, target: '_blank', rel: 'noopener noreferrer', class: 'external' }, [
        children,
        h(ExternalIcon),
      ])
    }

    return () => renderAll(props.nodes)
  },
})

function isFile(name: string | undefined): name is ProgramFile {
  return PROGRAM_FILES.some((file) => file === name)
}
