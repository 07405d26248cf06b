import { describe, expect, it } from 'vitest'
import ContinuedProgram from './ContinuedProgram.vue'
import { lessonText, render, wordsOf } from './testing/render.ts'
import WhoseProgram from './WhoseProgram.vue'

const text = {
  ...lessonText,
  continues: {
    slug: 'json',
    title: 'JSON messages',
    news: [
      { file: 'client.js', count: 1, lines: [[4, 4]] },
      {
        file: 'server.js',
        count: 5,
        lines: [
          [2, 2],
          [6, 9],
        ],
      },
    ],
  },
}

describe('a lesson whose program goes on with an earlier one', () => {
  it('says with which, and which lines are new', async () => {
    expect(await wordsOf(ContinuedProgram, { text })).toBe(
      'The program goes on from JSON messages . New since then: client.js line 4; server.js lines 2, 6–9.',
    )
  })

  it('tells the first lines where they are in many places', async () => {
    const lines = Array.from({ length: 9 }, (_, index) => [2 * index + 1, 2 * index + 1] as const)
    const news = [{ file: 'client.js', count: 9, lines }]
    const words = await wordsOf(ContinuedProgram, {
      text: { ...text, continues: { ...text.continues, news } },
    })
    expect(words).toContain('New since then: client.js lines 1, 3, 5, 7, 9, 11, 13, 15, ….')
  })

  it('offers the reader’s own where there is one', async () => {
    const continued = () => ({ shows: 'own', hasOwn: true }) as const
    const words = await wordsOf(WhoseProgram, {}, { continued })
    expect(words).toContain('The course’s Mine, as I left it What mine lacks Both are kept')
  })

  it('says in its file nothing of a program that only one reader has', async () => {
    const continued = () => ({ shows: 'own', hasOwn: true }) as const
    expect(await wordsOf(ContinuedProgram, { text }, { continued })).not.toContain('Mine')
  })

  it('is not there in a lesson of its own', async () => {
    expect(await render(ContinuedProgram, { text: lessonText })).toBe('')
  })
})
