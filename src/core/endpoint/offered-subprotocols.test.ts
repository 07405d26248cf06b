import { expect, it } from 'vitest'
import { problemOfOffer } from './offered-subprotocols.ts'

it.each([[[]], [['v2.chat']], [['v2.chat', 'V2.chat']], [["!#$%&'*+-.^_`|~aZ09"]]])(
  'lets %j be offered',
  (offer) => {
    expect(problemOfOffer(offer)).toBeNull()
  },
)

it.each([
  [['v2 chat'], "The subprotocol 'v2 chat' is invalid."],
  [['v2.chat', ''], "The subprotocol '' is invalid."],
  [['v2.chat, v1.chat'], "The subprotocol 'v2.chat, v1.chat' is invalid."],
  [['中\\'], "The subprotocol '\\u4E2D\\\\' is invalid."],
  [['v2.chat', 'v1.chat', 'v2.chat'], "The subprotocol 'v2.chat' is duplicated."],
  [['a', 'a', 'b c'], "The subprotocol 'b c' is invalid."],
])('says what is wrong with %j', (offer, problem) => {
  expect(problemOfOffer(offer)).toBe(problem)
})
