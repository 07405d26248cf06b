import { expect, it } from 'vitest'
import type { ConsoleMessage } from '../../core/trace/event.ts'
import { ConsoleGroups } from './console-groups.ts'

type Method = ConsoleMessage['method']

/** Groups after calls of these methods, whose lines are numbered from 1. */
function groupsAfter(...methods: readonly Method[]): ConsoleGroups {
  const groups = new ConsoleGroups()
  for (const [index, method] of methods.entries())
    groups.accept({
      seq: index + 1,
      time: 0,
      side: 'client',
      provenance: 'observed',
      type: 'consoleMessage',
      level: 'log',
      arguments: [],
      ...(method !== undefined && { method }),
    })
  return groups
}

const none: ReadonlySet<string> = new Set()

it('counts the groups around a line', () => {
  const groups = groupsAfter('group', undefined, 'group', undefined, 'groupEnd', undefined)
  expect([1, 2, 3, 4, 6].map((seq) => groups.depthOf(seq))).toEqual([0, 1, 1, 2, 1])
  expect([1, 2, 3].map((seq) => groups.isGroup(seq))).toEqual([true, false, true])
})

it('hides what is in a collapsed group until a reader opens it, and in a group that is closed', () => {
  const groups = groupsAfter('groupCollapsed', undefined, 'group', undefined)
  expect(groups.isShown(2, none)).toBe(false)
  expect(groups.isShown(4, new Set(['1']))).toBe(true)
  expect(groups.isShown(4, new Set(['1', '3']))).toBe(false)
  expect(groups.isShown(1, none)).toBe(true)
})

it('ends only groups that are open', () => {
  const groups = groupsAfter('groupEnd', undefined, 'group', undefined)
  expect(groups.depthOf(2)).toBe(0)
  expect(groups.depthOf(4)).toBe(1)
})

it('comes back to the same depth after more groups than it tells apart', () => {
  const many = Array.from<Method>({ length: 25 }).fill('group')
  const ends = Array.from<Method>({ length: 5 }).fill('groupEnd')
  const groups = groupsAfter(...many, undefined, ...ends, undefined, 'groupEnd', undefined)
  expect(groups.depthOf(26)).toBe(20)
  expect(groups.depthOf(32)).toBe(20)
  expect(groups.depthOf(34)).toBe(19)
})

it('leaves the groups of a server to the spaces that Node prints', () => {
  const groups = new ConsoleGroups()
  groups.accept({
    seq: 1,
    time: 0,
    side: 'server',
    provenance: 'observed',
    type: 'consoleMessage',
    level: 'log',
    method: 'group',
    arguments: [],
  })
  expect(groups.isEmpty).toBe(true)
})
