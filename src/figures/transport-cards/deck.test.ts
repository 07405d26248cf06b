import { expect, test } from 'vitest'
import {
  choose,
  FRESH_DECK,
  ORDERS,
  rightAtOnce,
  TRANSPORT_FOR,
  TRANSPORTS,
  turn,
  type Deck,
} from './deck.ts'

/** Chooses rightly to the end, but for the first card. */
function playMissingTheFirst(): readonly Deck[] {
  const decks: Deck[] = []
  let deck = FRESH_DECK
  for (let [card] = deck.cards; card !== undefined; [card] = deck.cards) {
    const isFirst = decks.length === 0
    deck = turn(choose(deck, isFirst ? 'library' : TRANSPORT_FOR[card.order]))
    decks.push(deck)
  }
  return decks
}

test('each order wants another transport', () => {
  expect(new Set(Object.values(TRANSPORT_FOR))).toEqual(new Set(TRANSPORTS))
})

test('a missed order comes back after the others, in other words, and does not count as right', () => {
  const decks = playMissingTheFirst()
  expect(decks).toHaveLength(ORDERS.length + 1)
  expect(decks[5]?.cards).toEqual([{ order: ORDERS[0], wording: 'again' }])
  const end = decks.at(-1) ?? FRESH_DECK
  expect(end.cards).toEqual([])
  expect(end.tries).toHaveLength(ORDERS.length)
  expect(rightAtOnce(end)).toBe(5)
})

test('an order is answered once, and the next comes only then', () => {
  expect(turn(FRESH_DECK)).toBe(FRESH_DECK)
  const chosen = choose(FRESH_DECK, 'polling')
  expect(choose(chosen, 'webSocket')).toBe(chosen)
})
