/** The items of the wire in the interface's language. */
import { Opcode } from '../../core/protocol/opcode.ts'
import { formatDuration, formatTime } from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import { tcpConnectBefore } from '../../core/trace/handshake/index.ts'
import { connectionIdOf } from '../shown-run.ts'
import type { WireItem } from './items.ts'
import { useI18n } from '../../locales/i18n.ts'
import type { ShownWire } from './use-shown-wire.ts'

export function useWireWords({ layout, eventOf, shownBefore, run }: ShownWire) {
  const { t, locale } = useI18n()

  /** `2`, `H1`: a connection among several; empty if there is only one. */
  function badgeOf(connectionId: string): string {
    const { lifelines } = layout.value
    const lifeline = lifelines.get(connectionId)
    if (lifeline === undefined || lifelines.size < 2) return ''
    return lifeline.kind === 'socket' ? String(lifeline.number) : `H${String(lifeline.number)}`
  }

  /** Why an opening handshake did not begin at once, if it is the first one and that is known. */
  function connectTextOf(event: TraceEvent): string {
    const connect = tcpConnectBefore(run.recording.log.read(), run.recording.header, event)
    if (connect === undefined) return ''
    const duration = formatDuration(connect.duration, locale.value)
    if (connect.latency === undefined) return t('wire.connect.jitter', { duration })
    const latency = formatDuration(connect.latency, locale.value)
    return t('wire.connect.even', { duration, latency })
  }

  return {
    badgeOf,
    connectTextOf,
    /** For items that are a sentence, not code or protocol. */
    sentenceOf: ({ slot, event }: WireItem) =>
      slot === 'marker' || slot === 'network' ? run.words(event).sentence : '',
    /** Of an event that nothing listened for, in a few words. */
    unheardOf({ event }: WireItem): string {
      if (event.type !== 'eventFired' || event.listeners > 0) return ''
      const { misnamed } = event
      return misnamed === undefined ? t('wire.unheard') : t('wire.misnamed', { misnamed })
    },
    /** From a ping to the arrival of its pong. */
    roundTripOf({ chip, event }: WireItem): string {
      const isPong = 'frame' in event && event.frame.opcode === Opcode.Pong
      if (!isPong || chip?.arrival === undefined) return ''
      const ping = chip.partner?.departure
      const start = ping === undefined ? undefined : eventOf(ping.seq)
      const end = eventOf(chip.arrival.seq)
      if (start === undefined || end === undefined || end.seq >= shownBefore.value) return ''
      return t('wire.roundTrip', { duration: formatDuration(end.time - start.time, locale.value) })
    },
    /** The item in one sentence, for screen readers. */
    spoken({ event, chip }: WireItem): string {
      const { sentence, detail } = run.words(event)
      const number = badgeOf(connectionIdOf(event) ?? '')
      const parts = [`${number} ${formatTime(event.time, locale.value)}`.trim()]
      parts.push(`${sentence} ${detail}`.trimEnd())
      const connect = connectTextOf(event)
      if (connect !== '') parts.push(`(${connect})`)
      if (event.provenance !== 'observed')
        parts.push(`(${t(`log.provenance.${event.provenance}`)})`)
      if (chip?.loss !== undefined && chip.loss.seq < shownBefore.value)
        parts.push(t(`wire.lost.${chip.loss.how}`))
      return parts.join(' ')
    },
  }
}
