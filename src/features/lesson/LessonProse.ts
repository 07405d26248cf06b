import { defineComponent, h, inject, type PropType, type VNodeChild } from 'vue'
import { useI18n } from 'vue-i18n'
import { RouterLink } from 'vue-router'
import type { FigureNode, LessonNode, ProseElement } from '../../core/lesson/lesson.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { ExternalIcon } from '../../ui/icons.ts'
import { figuresKey } from './figures.ts'

/** An event of the trace, by its `seq`: made by `failure-nodes.ts`, never written in a lesson. */
const EVENT_LINK = /^event:(\d+)$/

/** `lesson:ready-state#send`. */
const LESSON_LINK = /^lesson:([a-z0-9-]+)(?:#([a-z0-9-]+))?$/

/** Prose of a lesson: a tree of nodes, rendered as elements and figures, never as HTML. */
export default defineComponent({
  name: 'LessonProse',
  props: {
    nodes: { type: Array as PropType<readonly LessonNode[]>, required: true },
    /** The lesson that the prose is part of: its own sections are linked by `#id`. */
    slug: { type: String, required: true },
  },
  emits: {
    /** A link to an event of the trace was followed. */
    event: (seq: number) => Number.isInteger(seq),
  },
  setup(props, { emit }) {
    const { t } = useI18n()
    const settings = useSettingsStore()
    const figures = inject(figuresKey, {})

    function renderAll(nodes: readonly LessonNode[]): VNodeChild[] {
      return nodes.map((node) => {
        if (typeof node === 'string') return node
        return 'figure' in node ? renderFigure(node) : renderElement(node)
      })
    }

    function renderFigure(node: FigureNode): VNodeChild {
      const figure = figures[node.figure]
      const caption = node.children.length > 0 && h('figcaption', renderAll(node.children))
      return h('figure', { class: 'figure' }, [figure && h(figure, node.properties), caption])
    }

    function renderElement(node: ProseElement): VNodeChild {
      const { tag, attributes } = node
      const children = renderAll(node.children)
      switch (tag) {
        case 'a':
          return renderLink(attributes['href'] ?? '', children)
        case 'pre':
          // It scrolls sideways, so it has to be reached by keyboard.
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
          params: { locale: settings.locale, slug: slug ?? props.slug },
          query: at === undefined ? {} : { at },
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
