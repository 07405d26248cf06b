import { describe, expect, it } from 'vitest'
import { commandOf, pageOf, targetOf, type ListKey } from './list-keys.ts'

const held = { altKey: false, ctrlKey: false, metaKey: false }
function command(key: string, modifiers: Partial<ListKey> = {}) {
  return commandOf({ key, ...held, ...modifiers }, 9)
}

describe('a key of a list', () => {
  it.each([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', 9],
    ['PageUp', -9],
    ['Home', -Infinity],
    ['End', Infinity],
  ])('%s moves by %d', (key, by) => {
    expect(command(key)).toEqual({ type: 'move', by })
  })

  it('accepts with Space as with Enter', () => {
    expect(command(' ')).toEqual({ type: 'accept' })
    expect(command('Enter')).toEqual({ type: 'accept' })
  })

  it('leaves with Escape and turns with the arrows to the side', () => {
    expect(command('Escape')).toEqual({ type: 'leave' })
    expect(command('ArrowLeft')).toEqual({ type: 'turn', to: 'left' })
    expect(command('ArrowRight')).toEqual({ type: 'turn', to: 'right' })
  })

  it('copies with Control or Command and C, and means nothing else with them', () => {
    expect(command('c', { ctrlKey: true })).toEqual({ type: 'copy' })
    expect(command('c', { metaKey: true })).toEqual({ type: 'copy' })
    expect(command('ArrowDown', { ctrlKey: true })).toBeNull()
    expect(command('Home', { metaKey: true })).toBeNull()
  })

  it('means nothing with Alt, and a letter by itself means nothing', () => {
    expect(command('ArrowLeft', { altKey: true })).toBeNull()
    expect(command('c')).toBeNull()
    expect(command('Tab')).toBeNull()
  })
})

describe('a move', () => {
  it('ends at the first and the last row', () => {
    expect(targetOf(3, 1, 10)).toBe(4)
    expect(targetOf(9, 1, 10)).toBe(9)
    expect(targetOf(2, -9, 10)).toBe(0)
    expect(targetOf(5, Infinity, 10)).toBe(9)
    expect(targetOf(5, -Infinity, 10)).toBe(0)
  })

  it('from between two rows goes to the next one in its direction', () => {
    expect(targetOf(3.5, 1, 10)).toBe(4)
    expect(targetOf(3.5, -1, 10)).toBe(3)
    expect(targetOf(-0.5, 1, 10)).toBe(0)
  })

  it('without an active row begins after the last row', () => {
    expect(targetOf(null, -1, 10)).toBe(9)
    expect(targetOf(null, 1, 10)).toBe(9)
    expect(targetOf(null, -9, 10)).toBe(1)
  })
})

it('a page leaves one row of those in sight, and is never empty', () => {
  expect(pageOf(280, 28)).toBe(9)
  expect(pageOf(20, 28)).toBe(1)
  expect(pageOf(0, 28)).toBe(1)
})
