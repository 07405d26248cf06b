import { expect, it } from 'vitest'
import { h, type FunctionalComponent } from 'vue'
import type { LessonBlock, LessonNode } from '../../core/lesson/lesson-text.ts'
import { blockComponentsKey, lessonComponentsKey } from './lesson-components.ts'
import LessonProse from './LessonProse.ts'
import { lessonText, paragraph, render as renderComponent } from './testing/render.ts'

const Steps: FunctionalComponent<{ count: number }> = ({ count }) => h('b', count + 1)
Steps.props = ['count']

const Block: FunctionalComponent<{ block: LessonBlock }> = ({ block }) => h('section', block.block)
Block.props = ['block']

const link = (href: string, words: string): LessonNode => ({
  tag: 'a',
  attributes: { href },
  children: [words],
})

const terms = { frame: { term: '帧', meaning: '线路上传输的单位。' } }

function render(...nodes: readonly LessonNode[]): Promise<string> {
  return renderComponent(
    LessonProse,
    { nodes, text: { ...lessonText, slug: 'hello', locale: 'zh-CN', terms } },
    {},
    {
      [lessonComponentsKey]: { figures: { steps: Steps } },
      [blockComponentsKey]: { run: Block },
    },
  )
}

it('renders a block in its place, with the component of its kind', async () => {
  const block: LessonBlock = { block: 'run', children: [], after: [] }
  expect(await render(paragraph('Before.'), block, paragraph('After.'))).toBe(
    '<p>Before.</p><section>run</section><p>After.</p>',
  )
})

it('gives a figure its typed properties and its caption', async () => {
  const figure: LessonNode = {
    figure: 'steps',
    properties: { count: 4 },
    children: [paragraph('Four.')],
  }
  expect(await render(figure)).toBe(
    '<figure class="figure"><b>5</b><figcaption><p>Four.</p></figcaption></figure>',
  )
})

it('keeps links to lessons in the language of the text', async () => {
  const html = await render(link('lesson:other#when', 'a'), link('#here', 'b'))
  expect(html).toContain('href="/zh-CN/lesson/other#when"')
  expect(html).toContain('href="/zh-CN/lesson/hello#here"')
})

it('links to a file of the program, and glues the mark of a look to its first word', async () => {
  const html = await render(link('file:server.js', 'server.js'), {
    look: 'echo',
    children: ['its echo'],
  })
  expect(html).toMatch(/<a class="file"[^>]*>server\.js<\/a>/)
  expect(html).toMatch(/<span class="first"><svg.*<\/svg>its<\/span> echo<\/a>/)
})

it('leads from a term to its entry in the glossary, in the language of the text', async () => {
  const term = (id: string): LessonNode => ({
    tag: 'dfn',
    attributes: { 'data-term': id },
    children: ['帧'],
  })
  expect(await render(term('frame'))).toMatch(
    /^<dfn><a class="term" href="\/zh-CN\/glossary#frame" aria-expanded="false">帧<\/a><\/dfn>$/,
  )
})

it('names the file of a code sample', async () => {
  const html = await render({
    tag: 'pre',
    attributes: { 'data-file': 'server.js' },
    children: ['echo()'],
  })
  expect(html).toContain('aria-label="Example code: server.js"')
})
