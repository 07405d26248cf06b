import { expect, it } from 'vitest'
import { createSSRApp, h, type FunctionalComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import type { LessonBlock } from '../../core/lesson/lesson.ts'
import { parseLessonMarkdown } from '../../core/lesson/markdown.ts'
import { createTexts } from '../../locales/index.ts'
import { lessonComponentsKey, type LessonComponents } from './lesson-components.ts'
import LessonProse from './LessonProse.ts'

const Steps: FunctionalComponent<{ count: number }> = ({ count }) => h('b', count + 1)
Steps.props = ['count']
const figures = { steps: Steps }

const Task: FunctionalComponent<{ block: LessonBlock }> = ({ block }) => h('section', block.id)
Task.props = ['block']

/** HTML without Vue's comments around fragments. */
async function render(markdown: string, components: LessonComponents): Promise<string> {
  const { sections } = parseLessonMarkdown(markdown, {
    figures: { steps: { count: { kind: 'number', min: 1, max: 9 } } },
  })
  const app = createSSRApp(LessonProse, {
    nodes: sections.flatMap(({ content }) => content),
    text: { slug: 'hello', locale: 'zh-CN' },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:locale/lesson/:slug', name: 'lesson', component: { render: () => null } }],
  })
  app.use(router).use(createTexts())
  const html = await renderToString(app.provide(lessonComponentsKey, components))
  return html.replaceAll(/<!--.*?-->/g, '')
}

const withTask = 'Before.\n\n::: task say\nSay it.\n:::\n\nAfter.'

it('renders a task in its place, with the component of its kind', async () => {
  expect(await render(withTask, { figures, blocks: { task: Task } })).toBe(
    '<p>Before.</p><section>say</section><p>After.</p>',
  )
})

it('leaves out a task that has no component', async () => {
  expect(await render(withTask, { figures, blocks: {} })).toBe('<p>Before.</p><p>After.</p>')
})

it('gives a figure its typed properties and its caption', async () => {
  expect(await render('::: figure steps count=4\nFour.\n:::', { figures, blocks: {} })).toBe(
    '<figure class="figure"><b>5</b><figcaption><p>Four.</p></figcaption></figure>',
  )
})

it('keeps links to lessons in the language of the text', async () => {
  const html = await render('[a](lesson:other#when) and [b](#here)', { figures, blocks: {} })
  expect(html).toContain('href="/zh-CN/lesson/other#when"')
  expect(html).toContain('href="/zh-CN/lesson/hello#here"')
})
