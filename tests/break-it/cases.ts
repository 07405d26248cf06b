/**
 * Programs that are subtly wrong, and each put right: `programs/<name>/`. All go well where nothing
 * happens from outside.
 */
import type { InvariantName } from '../../src/core/schedule/invariants.ts'
import type { Disturbance } from '../../src/core/schedule/schedule.ts'

export interface Case {
  readonly name: string
  /** `servers/<name>.js`. */
  readonly server: string
  readonly holds: readonly InvariantName[]
  /** What the right program stands; absent: anything. */
  readonly under?: readonly Disturbance[]
}

export const CASES: readonly Case[] = [
  { name: 'sends-after-a-second', server: 'echo', holds: ['no-uncaught-error'] },
  {
    name: 'hangs-up-in-time',
    server: 'echo',
    holds: ['every-line-is-shown-once'],
    under: ['delay', 'stallServer', 'slowTimers'],
  },
  { name: 'reply-was-there-by-now', server: 'echo', holds: ['no-uncaught-error'] },
  {
    name: 'counts-after-a-second',
    server: 'echo',
    holds: ['every-line-is-shown-once'],
    under: ['delay', 'stallServer', 'slowTimers'],
  },
  { name: 'interval-from-the-start', server: 'echo', holds: ['no-uncaught-error'] },
  { name: 'interval-goes-on', server: 'echo', holds: ['no-send-after-close'] },
  {
    name: 'not-connecting-is-open',
    server: 'echo',
    holds: ['no-send-after-close', 'no-uncaught-error'],
  },
  { name: 'last-words-too-late', server: 'echo', holds: ['no-send-after-close'] },
  { name: 'flag-stays-up', server: 'echo', holds: ['no-send-after-close', 'no-uncaught-error'] },
  { name: 'error-and-close', server: 'echo', holds: ['one-live-socket'] },
  { name: 'impatient-connector', server: 'echo', holds: ['one-live-socket'] },
  { name: 'leaves-the-dead-one-open', server: 'echo', holds: ['one-live-socket'] },
  { name: 'two-ways-back', server: 'echo', holds: ['one-live-socket'] },
  { name: 'old-handler-comes-back', server: 'echo', holds: ['one-live-socket'] },
  { name: 'drops-while-away', server: 'collector', holds: ['every-message-arrives'] },
  { name: 'sent-is-done', server: 'collector', holds: ['every-line-is-shown-once'] },
  { name: 'new-name-each-time', server: 'collector', holds: ['every-line-is-shown-once'] },
  { name: 'counts-the-acks', server: 'collector', holds: ['every-line-is-shown-once'] },
  { name: 'last-one-first', server: 'log', holds: ['messages-arrive-in-order'] },
  {
    name: 'overtakes-the-queue',
    server: 'log',
    holds: ['messages-arrive-in-order'],
    under: ['delay', 'cut', 'stallServer'],
  },
  {
    name: 'asks-twice-when-slow',
    server: 'log',
    holds: ['every-message-arrives-once'],
    under: ['delay', 'stallServer'],
  },
  {
    name: 'resends-by-the-clock',
    server: 'collector',
    holds: ['every-message-arrives-once'],
    under: ['delay', 'stallServer'],
  },
  {
    name: 'back-in-the-queue',
    server: 'collector',
    holds: ['messages-arrive-in-order'],
    under: ['delay', 'cut', 'stallServer'],
  },
  { name: 'counts-anew', server: 'collector', holds: ['every-line-is-shown-once'] },
  { name: 'comes-back-once', server: 'collector', holds: ['every-line-is-shown-once'] },
  { name: 'twice-and-no-more', server: 'collector', holds: ['every-message-arrives'] },
  { name: 'only-if-it-was-open', server: 'collector', holds: ['every-message-arrives'] },
  { name: 'waits-for-ever-to-open', server: 'echo', holds: ['every-line-is-shown-once'] },
  { name: 'beats-for-the-dead', server: 'echo', holds: ['no-send-after-close'] },
  { name: 'no-catching-up', server: 'feed', holds: ['every-line-is-shown-once'] },
  { name: 'one-too-many', server: 'feed', holds: ['every-line-is-shown-once'] },
  { name: 'notes-it-later', server: 'feed', holds: ['every-line-is-shown-once'] },
  { name: 'knows-only-the-latest', server: 'overlap', holds: ['every-line-is-shown-once'] },
  {
    name: 'quick-ones-overtake',
    server: 'echo',
    holds: ['messages-arrive-in-order'],
    under: ['delay', 'stallServer'],
  },
  {
    name: 'shows-the-newest-only',
    server: 'feed',
    holds: ['every-line-is-shown-once'],
    under: ['delay', 'stallServer'],
  },
  {
    name: 'first-come-first-answered',
    server: 'answers',
    holds: ['every-line-is-shown-once'],
    under: ['delay', 'stallServer'],
  },
  { name: 'nobody-answered', server: 'answers', holds: ['no-uncaught-error'] },
  {
    name: 'one-question-at-a-time',
    server: 'answers',
    holds: ['every-line-is-shown-once'],
    under: ['delay', 'stallServer'],
  },
  { name: 'question-dies-with-its-socket', server: 'answers', holds: ['every-line-is-shown-once'] },
  { name: 'says-hello-only-once', server: 'accounts', holds: ['every-line-is-shown-once'] },
  {
    name: 'known-by-now',
    server: 'accounts',
    holds: ['every-line-is-shown-once'],
    under: ['delay', 'stallServer'],
  },
  { name: 'half-a-story', server: 'parts', holds: ['every-line-is-shown-once'] },
  {
    name: 'listens-a-bit-late',
    server: 'collector',
    holds: ['every-message-arrives'],
    under: ['delay', 'stallServer', 'slowTimers'],
  },
  {
    name: 'looks-twenty-times',
    server: 'collector',
    holds: ['every-message-arrives'],
    under: ['delay', 'stallServer', 'slowTimers'],
  },
  { name: 'too-close-together', server: 'feed', holds: ['every-line-is-shown-once'] },
]
