/**
 * The headers of earlier versions of the trace format, as they were. They are frozen: a shape here
 * shares nothing with the present one, so a change of the present one changes no earlier version.
 * Events need no shapes of their own: versions 1 and 2 have the events of version 3 without
 * `propertyRead`, `handshakeResponseSent` and `misnamed`, version 3 has those of version 4 without
 * `childNodeInserted`, version 4 those of version 5 without what its console says in addition, version
 * 5 those of version 6 without `slowTimers` and what is typed into the console's line, version 6 those
 * of version 7 without the `page` of another origin, and version 7 those of version 8 without the `live`
 * of what a screen reader announces and without what several servers and their broker do, so each is
 * valid as it is.
 */
import { fields, finite, integer, nullable, oneOf, optional, text, type Infer } from './shape.ts'

const MAX_TEXT = 1_048_576

const beginning = {
  clock: oneOf('virtual', 'real'),
  seed: nullable(integer(0, 4_294_967_295)),
  conditions: nullable(
    fields({
      latency: finite(0, 60_000),
      jitter: finite(0, 60_000),
      bandwidth: nullable(finite(1)),
      idleTimeout: optional(nullable(finite(1, 86_400_000))),
    }),
  ),
  endpoint: fields({ kind: oneOf('built-in', 'lab', 'live'), name: text(MAX_TEXT) }),
  browser: text(MAX_TEXT),
}

export const headerOf1 = fields({ version: oneOf(1), ...beginning })
export type HeaderOf1 = Infer<typeof headerOf1>

/** Says when the run began. A trace may carry its program. */
export const headerOf2 = fields({
  version: oneOf(2),
  ...beginning,
  startedAt: nullable(finite(0, 253_402_300_799_999)),
})
export type HeaderOf2 = Infer<typeof headerOf2>

export const headerOf3 = fields({
  version: oneOf(3),
  ...beginning,
  startedAt: nullable(finite(0, 253_402_300_799_999)),
})
export type HeaderOf3 = Infer<typeof headerOf3>

export const headerOf4 = fields({
  version: oneOf(4),
  ...beginning,
  startedAt: nullable(finite(0, 253_402_300_799_999)),
})
export type HeaderOf4 = Infer<typeof headerOf4>

export const headerOf5 = fields({
  version: oneOf(5),
  ...beginning,
  startedAt: nullable(finite(0, 253_402_300_799_999)),
})
export type HeaderOf5 = Infer<typeof headerOf5>

export const headerOf6 = fields({
  version: oneOf(6),
  ...beginning,
  startedAt: nullable(finite(0, 253_402_300_799_999)),
})
export type HeaderOf6 = Infer<typeof headerOf6>

export const headerOf7 = fields({
  version: oneOf(7),
  ...beginning,
  startedAt: nullable(finite(0, 253_402_300_799_999)),
})
export type HeaderOf7 = Infer<typeof headerOf7>
