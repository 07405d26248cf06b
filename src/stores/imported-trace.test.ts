import { beforeEach, describe, expect, it } from 'vitest'
import { traceToJson } from '../core/trace/export/json.ts'
import type { TraceHeader } from '../core/trace/header.ts'
import { TRACE_VERSION } from '../core/trace/trace-versions.ts'
import { traceOf } from '../core/trace/testing/sketch.ts'
import { MAX_TRACE_FILE, useImportedTraceStore } from './imported-trace.ts'
import { usePlayheadStore } from './playhead.ts'
import { startApp } from './testing/app.ts'
import { createRecording } from '../run/recording.ts'
import { useRecordingsStore } from './recordings.ts'

const header: TraceHeader = {
  version: TRACE_VERSION,
  clock: 'virtual',
  seed: 7,
  conditions: null,
  endpoint: { kind: 'built-in', name: 'Built-in · echo' },
  startedAt: null,
  browser: 'test',
}

const events = traceOf(
  { type: 'created', url: 'wss://a/', protocols: [] },
  { type: 'uncaughtError', kind: 'exception', name: 'TypeError', message: 'no', at: 900 },
)

const fileOf = (text: string, name = 'run.json') => ({
  name,
  size: text.length,
  text: () => Promise.resolve(text),
})

beforeEach(() => {
  startApp()
})

describe('an imported trace', () => {
  it('is shown whole, with its problems, and with the name of its file', async () => {
    const store = useImportedTraceStore()
    const program = { 'client.js': '' }
    const opened = await store.open(fileOf(traceToJson({ header, program, events })))
    expect(opened).toBeNull()
    const recordings = useRecordingsStore()
    expect(store.file).toMatchObject({ name: 'run.json', program })
    expect(recordings.header).toEqual(header)
    expect(recordings.log.read().length).toBe(2)
    expect(recordings.shown.problems).toMatchObject([{ message: 'TypeError: no', time: 900 }])
    expect(usePlayheadStore()).toMatchObject({
      time: 900,
      end: 900,
      complete: true,
      playing: false,
    })
  })

  it('gives back the run that was shown, at the same time', async () => {
    const recordings = useRecordingsStore()
    const playhead = usePlayheadStore()
    const store = useImportedTraceStore()
    const own = createRecording(header)
    own.log.append(events.slice(0, 1))
    recordings.show(own)
    own.end = 300
    own.complete = true
    playhead.show(own)
    playhead.seek(120)

    await store.open(fileOf(traceToJson({ header, events })))
    await store.open(fileOf(traceToJson({ header, events }), 'another.json'))
    expect(store.file?.name).toBe('another.json')
    store.close()
    expect(recordings.shown).toBe(own)
    expect(playhead.time).toBe(120)
    expect(store.file).toBeNull()
  })

  it('begins at its first event if the oldest were released', async () => {
    const later = events.map((event) => ({ ...event, seq: event.seq + 40 }))
    await useImportedTraceStore().open(fileOf(traceToJson({ header, events: later })))
    expect(useRecordingsStore().log.read()).toMatchObject({ firstSeq: 40, nextSeq: 42 })
  })

  it('changes nothing if the file is wrong, and says why', async () => {
    const recordings = useRecordingsStore()
    const shown = recordings.shown
    const store = useImportedTraceStore()
    expect(await store.open(fileOf('{"log":{}}'))).toEqual({ kind: 'noTrace' })
    expect(await store.open(fileOf('GIF89a'))).toEqual({ kind: 'noJson' })
    expect(await store.open({ ...fileOf(''), size: MAX_TRACE_FILE + 1 })).toMatchObject({
      kind: 'tooLarge',
    })
    const text = () => Promise.reject(new Error('gone'))
    expect(await store.open({ ...fileOf(''), text })).toEqual({
      kind: 'unreadable',
      detail: 'gone',
    })
    expect(recordings.shown).toBe(shown)
    expect(store.reading).toBe(false)
  })
})
