import { expect, it } from 'vitest'
import { withoutDescriptions } from './field-descriptions.ts'

it('a field keeps its kind and what reads it, and loses its description', () => {
  expect(
    withoutDescriptions(`url: field.string('\`ws.url\`.', (e) => e.url),
live: field.number(
  'It isn\\'t \\'it\\'.',
  (e) => e.live ?? say('it'),
),`),
  ).toBe(`url: field.string('', (e) => e.url),
live: field.number(
  '',
  (e) => e.live ?? say('it'),
),`)
})
