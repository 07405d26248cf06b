import { describe, expect, it } from 'vitest'
import { createSearch } from './find-places.ts'
import type { FoundPage, WrittenPlace } from './search-file.ts'
import { indexOf } from './search-index.ts'

const pages: readonly FoundPage[] = [
  { page: 'closing', kind: 'lesson', title: 'Closing', number: 7 },
  { page: 'reconnect', kind: 'lesson', title: 'Reconnecting', number: 17 },
  { page: 'find-the-fault-green-lamp', kind: 'fault', title: 'The green lamp' },
  { page: 'glossary', kind: 'reference', title: 'Glossary' },
]

const place = (at: number, change: Partial<WrittenPlace>): WrittenPlace => ({
  at,
  id: '',
  heading: '',
  asked: [],
  text: '',
  beside: '',
  ...change,
})

const places = [
  place(0, { text: 'Every connection ends, and 1000 is a normal end.' }),
  place(0, {
    id: 'abnormal',
    heading: '1006 has many causes',
    text: 'There was no Close frame.',
    asked: ['connection lost without a reason'],
  }),
  place(1, { text: 'Come back after 1006, but not at once.' }),
  place(1, {
    id: 'jitter',
    heading: 'Not all at once',
    text: 'Add chance.',
    beside: 'Math.random()',
  }),
  place(2, { text: 'The lamp stays green after 1006.' }),
  place(3, { id: 'close-code', heading: 'close code', text: 'Says why it ended: 1006.' }),
]

const find = createSearch(
  JSON.parse(
    JSON.stringify({
      pages,
      places: places.map(({ at, id, heading, text }) => ({ at, id, heading, text })),
      index: indexOf(pages, places),
    }),
  ),
)
const found = (query: string) =>
  (find(query) ?? []).map(({ page, place: { id } }) =>
    id === '' ? page.page : `${page.page}#${id}`,
  )

describe('a search', () => {
  it('gives the best place of each page, and headings weigh more than text', () => {
    expect(found('1006').slice(0, 2)).toEqual(['closing#abnormal', 'reconnect'])
  })

  it('finds a page by its title, at its top', () => {
    expect(found('reconnecting')).toEqual(['reconnect'])
  })

  it('finds what people ask, which is shown nowhere', () => {
    const [hit] = find('lost without reason') ?? []
    expect(hit?.place.id).toBe('abnormal')
    expect(hit?.context).toEqual([{ text: 'There was no Close frame.', isMatch: false }])
  })

  it('finds samples, and shows the text beside them', () => {
    const [hit] = find('Math.random') ?? []
    expect(hit?.place.id).toBe('jitter')
    expect(hit?.context).toEqual([{ text: 'Add chance.', isMatch: false }])
  })

  it('finds a word while it is typed, and misspelt, in any case', () => {
    expect(found('reconn')).toEqual(['reconnect'])
    expect(found('recconect')).toEqual(['reconnect'])
    expect(found('GREEN LAMP')).toEqual(['find-the-fault-green-lamp'])
  })

  it('takes no number for another', () => {
    expect(found('1005')).toEqual([])
  })

  it('looks for the subject of the course only where nothing else was typed', () => {
    expect(found('WebSocket 1006')).toEqual(found('1006'))
  })

  it('waits for something telling', () => {
    expect(find('why is')).toBeNull()
    expect(find('')).toBeNull()
    expect(find('zebra')).toEqual([])
  })
})
