/** Six jobs, each of which wants another transport. What is missed comes back in other words. */

export const TRANSPORTS = [
  'polling',
  'eventSource',
  'webSocket',
  'webTransport',
  'stream',
  'library',
] as const
export type Transport = (typeof TRANSPORTS)[number]

export const ORDERS = ['pen', 'shop', 'voice', 'build', 'film', 'desk'] as const
export type Order = (typeof ORDERS)[number]

export const TRANSPORT_FOR: Readonly<Record<Order, Transport>> = {
  pen: 'webSocket',
  shop: 'polling',
  voice: 'webTransport',
  build: 'eventSource',
  film: 'stream',
  desk: 'library',
}

/** The question of the lesson whose run proves the point. */
export const PROOF_OF: Readonly<Record<Order, string>> = {
  pen: 'order',
  shop: 'fewer',
  voice: 'behind',
  build: 'is-back',
  film: 'queue',
  desk: 'hears',
}

/** So many of six, right at once, and the reader can choose. */
export const ENOUGH = 5

export interface Card {
  readonly order: Order
  /** The same order in other words, once it was missed. */
  readonly wording: 'first' | 'again'
}

export interface Deck {
  /** The first lies on top; empty at the end. */
  readonly cards: readonly Card[]
  /** The choice for the top card; null until it is made. */
  readonly chosen: Transport | null
  /** Right or wrong at the first try, in the order of the tries. */
  readonly tries: readonly { readonly order: Order; readonly isRight: boolean }[]
}

export const FRESH_DECK: Deck = {
  cards: ORDERS.map((order) => ({ order, wording: 'first' })),
  chosen: null,
  tries: [],
}

export function choose(deck: Deck, transport: Transport): Deck {
  const [card] = deck.cards
  if (card === undefined || deck.chosen !== null) return deck
  const isRight = TRANSPORT_FOR[card.order] === transport
  const tries =
    card.wording === 'first' ? [...deck.tries, { order: card.order, isRight }] : deck.tries
  return { ...deck, chosen: transport, tries }
}

/** The next card; one that was missed goes below the others. */
export function turn(deck: Deck): Deck {
  const [card, ...rest] = deck.cards
  if (card === undefined || deck.chosen === null) return deck
  const isRight = TRANSPORT_FOR[card.order] === deck.chosen
  const cards = isRight ? rest : [...rest, { order: card.order, wording: 'again' as const }]
  return { ...deck, cards, chosen: null }
}

export function rightAtOnce({ tries }: Deck): number {
  return tries.filter(({ isRight }) => isRight).length
}
