import { expect, it } from 'vitest'
import { everyEvent } from '../testing/samples.ts'
import { contentOf, DIFFERING_FIELDS, kindOf } from './event-content.ts'

it('compares only fields that have a name', () => {
  for (const event of everyEvent())
    for (const world of ['same', 'other'] as const)
      for (const [name] of contentOf(event, world)) expect(DIFFERING_FIELDS).toContain(name)
})

it('takes events of two types for two things', () => {
  const typesOf = new Map<string, Set<string>>()
  for (const event of everyEvent()) {
    const types = typesOf.get(kindOf(event)) ?? new Set()
    typesOf.set(kindOf(event), types.add(event.type))
  }
  expect([...typesOf.values()].filter(({ size }) => size > 1)).toEqual([])
})
