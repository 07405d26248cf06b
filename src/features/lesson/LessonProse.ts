import { defineComponent, h, inject, type PropType, type VNodeChild } from 'vue'
import { RouterLink } from 'vue-router'
import type {
  FigureNode,
  LessonBlock,
  LessonNode,
  LessonText,
  ProseElement,
} from '../../core/lesson/lesson.ts'
import { useI18n } from '../../locales/i18n.ts'
import { ExternalIcon } from '../../ui/icons.ts'
import { lessonComponentsKey } from './lesson-components.ts'

/** An event of the trace, by its `seq`. Only `failed-check-text.ts` makes such links. */
const EVENT_LINK = /^event:(\d+)$/

/** `lesson:ready-state#send`. */
const LESSON_LINK = /^lesson:([a-z0-9-]+)(?:#([a-z0-9-]+))?$/

/** Renders prose, a tree of nodes, as elements and components; never as HTML. */
export default defineComponent({
  name: 'LessonProse',
  props: {
    nodes: { type: Array as PropType<readonly LessonNode[]>, required: true },
    /** The text around the prose: links lead to its sections and stay in its language. */
    text: { type: Object as PropType<Pick<LessonText, 'slug' | 'locale'>>, required: true },
  },
  emits: {
    /** A reader followed a link to an event. */
    event: (seq: number) => Number.isInteger(seq),
  },
  setup(props, { emit }) {
    const { t } = useI18n()
    const { figures, blocks } = inject(lessonComponentsKey, { figures: {}, blocks: {} })

    function renderAll(nodes: readonly LessonNode[]): VNodeChild[] {
      return nodes.map((node) => {
        if (typeof node === 'string') return node
        if ('figure' in node) return renderFigure(node)
        return 'block' in node ? renderBlock(node) : renderElement(node)
      })
    }

    function renderFigure(node: FigureNode): VNodeChild {
      const figure = figures[node.figure]
      const caption = node.children.length > 0 && h('figcaption', renderAll(node.children))
      return h('figure', { class: 'figure' }, [figure && h(figure, node.properties), caption])
    }

    function renderBlock(block: LessonBlock): VNodeChild {
      const component = blocks[block.block]
      return component && h(component, { block })
    }

    function renderElement(node: ProseElement): VNodeChild {
      const { tag, attributes } = node
      const children = renderAll(node.children)
      switch (tag) {
        case 'a':
          return renderLink(attributes['href'] ?? '', children)
        case 'pre':
          // A block that scrolls sideways must be reachable by keyboard.
          return h(
            'pre',
            { tabindex: 0, role: 'group', 'aria-label': t('lesson.example') },
            children,
          )
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
        default:
          return h(tag, children)
      }
    }

    function renderLink(href: string, children: VNodeChild[]): VNodeChild {
      const [, seq] = EVENT_LINK.exec(href) ?? []
      if (seq !== undefined) {
        const onClick = () => emit('event', Number(seq))
        return h('button', { type: 'button', class: 'event-link', onClick }, children)
      }
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
