/**
 * Chooses the header of the course's page before its first paint: the one for a newcomer, or the one
 * for a reader who comes back, with the words of the place to go on at. The app says the same later.
 */
import {
  addressOf,
  hasBegun,
  wayOn,
  type LessonFacts,
  type ReaderFacts,
} from '../../core/lesson/way-on.ts'
import { backWords, type BackHeader } from '../../features/course/back-words.ts'
import { storedValue } from './stored-value.ts'

export function showReader(page: Document): void {
  const facts: ReaderFacts = { lessons: storedLessons(), place: storedText('place', 'slug') }
  if (!hasBegun(facts)) return
  page.documentElement.dataset['reader'] = 'back'
  // The header is not read yet, and what was read is painted between two tasks of the parser.
  const reading = new MutationObserver(() => {
    const header = page.querySelector<HTMLElement>('[data-back-header]')
    if (header === null) return
    fill(header, facts)
    // What follows it is being read, so it is whole.
    if (header.nextElementSibling !== null) reading.disconnect()
  })
  reading.observe(page, { childList: true, subtree: true })
  page.addEventListener('DOMContentLoaded', () => reading.disconnect(), { once: true })
}

/** Fills in what of the header was read by now. */
function fill(header: HTMLElement, facts: ReaderFacts): void {
  const { locale, texts, entries }: BackHeader = JSON.parse(header.dataset['backHeader'] ?? '')
  const at = storedValue('place', 'at')
  const way = wayOn(entries, facts)
  const words = backWords(
    { locale, texts, entries },
    facts,
    typeof at === 'number' ? at : null,
    Date.now(),
  )
  if (way === null || words === null) return
  for (const [name, text] of Object.entries(words)) {
    const place = header.querySelector(`[data-back="${name}"]`)
    if (place !== null && place.textContent !== text) place.textContent = text
  }
  const { slug, hash } = addressOf(way)
  header
    .querySelector('a[data-back-door]')
    ?.setAttribute('href', `../${locale}/${slug}.html${hash}`)
}

/** Anything that is not what the app keeps counts as nothing done. */
function storedLessons(): Readonly<Record<string, LessonFacts>> {
  const lessons = Object.entries<unknown>(Object(storedValue('progress', 'lessons')))
  return Object.fromEntries(
    lessons.filter((entry): entry is [string, LessonFacts] => isLessonFacts(entry[1])),
  )
}

function isLessonFacts(value: unknown): value is LessonFacts {
  const { tasks, outcomes = {} } = Object(value)
  return Array.isArray(tasks) && Object(outcomes) === outcomes
}

function storedText(key: 'place', name: string): string | null {
  const value = storedValue(key, name)
  return typeof value === 'string' ? value : null
}
