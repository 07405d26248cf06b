/** A run in numbers: each event is read once, and a bounded number of samples is kept. */
import { lowerBound } from '../../core/trace/lower-bound.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { isLive } from '../../core/trace/state.ts'
import { halved } from './halved.ts'
import { RoundTrips, type RoundTrip } from './round-trips.ts'
import { Tally } from './tally.ts'
import { passOver } from '../../core/trace/pass-over.ts'

/** Totals and states after an event. */
export interface Sample {
  /** Of the next event. */
  readonly seq: number
  /** Milliseconds. */
  readonly time: number
  readonly tally: Tally
  /** The most octets that all sockets buffered since the sample before. */
  readonly peak: number
  readonly liveSockets: number
}

/** At twice as many samples, every other one is dropped. */
export const MAX_SAMPLES = 300
/** At twice as many stretches of time, each two become one. */
export const MAX_BINS = 200
/** The first length of a stretch, milliseconds. */
const FIRST_BIN = 1000

const START: Sample = { seq: 0, time: 0, tally: new Tally(), peak: 0, liveSockets: 0 }

export class RunSeries {
  readonly #log: ReadableLog
  readonly #roundTrips: RoundTrips
  readonly #tally = new Tally()
  readonly #buffered = new Map<string, number>()
  readonly #live = new Set<string>()
  #bufferedAmount = 0
  #peak: number | null = null
  #samples: Sample[]
  /** How many changes are between two samples. */
  #stride = 1
  #changes = 0
  #nextSeq: number
  #lastTime = 0
  /** Messages up to the end of each stretch of `#bin` milliseconds. */
  #bins: Bin[] = []
  #bin = FIRST_BIN

  constructor(log: ReadableLog) {
    this.#log = log
    this.#roundTrips = new RoundTrips(log)
    this.#nextSeq = log.firstSeq
    this.#samples = [{ ...START, seq: log.firstSeq }]
  }

  get nextSeq(): number {
    return this.#nextSeq
  }

  /**
   * The series up to the event of this `seq`.
   * @param time the playhead's time, milliseconds.
   */
  until(seq: number, time: number): ShownSeries {
    const before = Math.min(seq, this.#nextSeq)
    const count = lowerBound(
      this.#samples.map((sample) => sample.seq),
      before + 1,
    )
    const samples = this.#samples.slice(0, Math.max(1, count))
    const now = { ...this.#after(samples.at(-1) ?? START, before), time }
    return {
      samples: [...samples, now],
      now,
      roundTrips: this.#roundTrips.found.filter((trip) => trip.seq < before),
      slowestOf: this.#roundTrips.each,
      rates: this.#rates(now.tally, time),
      rateWidth: this.#bin,
    }
  }

  /** Counts the few events after a sample. */
  #after(sample: Sample, before: number): Sample {
    if (before === this.#nextSeq) return this.#sample(before)
    const tally = sample.tally.copy()
    for (let seq = sample.seq; seq < before; seq += 1) {
      const event = this.#log.get(seq)
      if (event !== undefined) tally.add(event)
    }
    return { ...sample, seq: before, tally }
  }

  #rates(now: Tally, time: number): readonly MessageRate[] {
    const width = this.#bin
    const rates: MessageRate[] = []
    let before: Bin = { out: 0, in: 0 }
    for (let from = 0; from <= time; from += width) {
      const bin = this.#bins[rates.length]
      const isWhole = bin !== undefined && from + width <= time
      const after = isWhole ? bin : { out: now.of('messagesOut'), in: now.of('messagesIn') }
      const perSecond = (messages: number) => (messages * 1000) / width
      rates.push({
        from,
        out: perSecond(after.out - before.out),
        in: perSecond(after.in - before.in),
      })
      before = after
    }
    return rates
  }

  accept(event: TraceEvent): void {
    this.#nextSeq = event.seq + 1
    this.#lastTime = event.time
    this.#closeBins(event.time)
    this.#roundTrips.add(event)
    const counted = this.#tally.add(event)
    if (!this.#follow(event) && !counted) return
    this.#changes += 1
    if (this.#changes < this.#stride) return
    this.#changes = 0
    this.#samples.push(this.#sample(event.seq + 1))
    this.#peak = null
    if (this.#samples.length < 2 * MAX_SAMPLES) return
    const [first = START, ...rest] = this.#samples
    this.#samples = [
      first,
      ...halved(rest, (one, other) => ({ ...other, peak: Math.max(one.peak, other.peak) })),
    ]
    this.#stride *= 2
  }

  #sample(seq: number): Sample {
    return {
      seq,
      time: this.#lastTime,
      tally: this.#tally.copy(),
      peak: this.#peak ?? this.#bufferedAmount,
      liveSockets: this.#live.size,
    }
  }

  /** Follows the state of each socket. @returns whether it changed. */
  #follow(event: TraceEvent): boolean {
    if (event.side !== 'client') return false
    switch (event.type) {
      case 'bufferedAmountChanged': {
        const before = this.#buffered.get(event.connectionId) ?? 0
        if (event.bufferedAmount === 0) this.#buffered.delete(event.connectionId)
        else this.#buffered.set(event.connectionId, event.bufferedAmount)
        this.#bufferedAmount += event.bufferedAmount - before
        this.#peak = Math.max(this.#peak ?? 0, this.#bufferedAmount)
        return true
      }
      case 'readyStateChanged':
        if (isLive(event.to)) this.#live.add(event.connectionId)
        else this.#live.delete(event.connectionId)
        return true
      default:
        passOver('runSeries', event)
        return false
    }
  }

  #closeBins(time: number): void {
    while (time >= (this.#bins.length + 1) * this.#bin) {
      this.#bins.push({ out: this.#tally.of('messagesOut'), in: this.#tally.of('messagesIn') })
      if (this.#bins.length < 2 * MAX_BINS) continue
      // A bin counts from the start of the run, so the second of each two includes the first.
      this.#bins = halved(this.#bins, (_one, other) => other)
      this.#bin *= 2
    }
  }
}

/** Messages from the start of the run to the end of a stretch of time. */
interface Bin {
  readonly out: number
  readonly in: number
}

/** Messages in one stretch of time. */
export interface MessageRate {
  /** When it begins, milliseconds. */
  readonly from: number
  /** Messages a second; the last stretch counts as a whole one. */
  readonly out: number
  readonly in: number
}

/** A run as it was at one event. */
export interface ShownSeries {
  /** Ends with `now`. */
  readonly samples: readonly Sample[]
  readonly now: Sample
  readonly roundTrips: readonly RoundTrip[]
  /** How many round trips each one stands for, as their slowest. */
  readonly slowestOf: number
  readonly rates: readonly MessageRate[]
  /** How long each stretch of `rates` is, milliseconds. */
  readonly rateWidth: number
}
