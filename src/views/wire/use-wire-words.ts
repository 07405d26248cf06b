/** The items of the wire in the interface's language. */
import { useI18n } from 'vue-i18n'
import { formatDuration, formatTime } from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { WireItem } from './items.ts'
import type { Lifelines } from './layout/lifelines.ts'

export interface WireWordsSource {
  readonly words: (event: TraceEvent) => { readonly sentence: string; readonly detail: string }
  readonly eventOf: (seq: number) => TraceEvent | undefined
  readonly lifelines: () => Pick<Lifelines, 'get' | 'size'>
  /** Events with a smaller seq are shown. */
  readonly shownBefore: () => number
}

export interface WireWords {
  /** `2`, `H1`: a connection among several; empty if there is one. */
  badgeOf(connectionId: string): string
  /** Its connection's id; empty where it has none. */
  connectionOf(event: TraceEvent): string
  /** For items that are a sentence, not code or protocol. */
  sentenceOf(item: WireItem): string
  /** From a ping to the arrival of its pong. */
  roundTripOf(item: WireItem): string
  /** The item in one sentence, for screen readers. */
  spoken(item: WireItem): string
}

const PONG = 0xa

export function useWireWords(source: WireWordsSource): WireWords {
  const { t, locale } = useI18n()

  function badgeOf(connectionId: string): string {
    const lifelines = source.lifelines()
    const lifeline = lifelines.get(connectionId)
    if (lifeline === undefined || lifelines.size < 2) return ''
    return lifeline.kind === 'socket' ? String(lifeline.number) : `H${String(lifeline.number)}`
  }

  function connectionOf(event: TraceEvent): string {
    return 'connectionId' in event ? (event.connectionId ?? '') : ''
  }

  return {
    badgeOf,
    connectionOf,
    sentenceOf: ({ slot, event }) =>
      slot === 'marker' || slot === 'network' ? source.words(event).sentence : '',
    roundTripOf({ chip, event }) {
      if (!('frame' in event) || event.frame.opcode !== PONG || chip?.arrival === undefined)
        return ''
      const ping = chip.partner?.departure
      const start = ping === undefined ? undefined : source.eventOf(ping.seq)
      const end = source.eventOf(chip.arrival.seq)
      if (start === undefined || end === undefined || end.seq >= source.shownBefore()) return ''
      return t('wire.roundTrip', { duration: formatDuration(end.time - start.time, locale.value) })
    },
    spoken({ event, chip }) {
      const { sentence, detail } = source.words(event)
      const number = badgeOf(connectionOf(event))
      const parts = [`${number} ${formatTime(event.time, locale.value)}`.trim()]
      parts.push(`${sentence} ${detail}`.trimEnd())
      if (event.provenance !== 'observed')
        parts.push(`(${t(`log.provenance.${event.provenance}`)})`)
      if (chip?.loss !== undefined && chip.loss.seq < source.shownBefore())
        parts.push(t(`wire.lost.${chip.loss.how}`))
      return parts.join(' ')
    },
  }
}
