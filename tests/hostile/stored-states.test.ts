/** States of the browser's storage that nothing here has stored, and what must be left of each. */
import { describe, expect, it } from 'vitest'
import { createMemoryBackend } from '../../src/stores/storage.ts'
import { startApp } from '../../src/stores/testing/app.ts'
import { useEndpointStore } from '../../src/stores/endpoint.ts'
import { useProgressStore } from '../../src/stores/progress.ts'
import { useSettingsStore } from '../../src/stores/settings.ts'
import { useWorkspaceStore } from '../../src/stores/workspace.ts'

const PLAY = 'upgrade101/workspace/play'
const PROGRESS = 'upgrade101/progress'
const SETTINGS = 'upgrade101/settings'
const ENDPOINT = 'upgrade101/endpoint'

const v1 = (drafts: unknown) => JSON.stringify({ version: 1, drafts, previous: null })
const versions = (...texts: string[]) =>
  texts.map((text, index) => ({ value: { text, starter: '' }, vector: { [`tab${index}`]: 1 } }))
const v2 = (files: unknown, change: object = {}) =>
  JSON.stringify({
    version: 2,
    starter: { files, previous: [] },
    own: { files: {}, previous: [] },
    brought: [],
    ...change,
  })

/** Each is kept to the letter, and what is typed is kept beside it. */
const UNREADABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cut in the middle by a full disk': { [PLAY]: v1({ 'client.js': { text: 'a' } }).slice(0, -9) },
  empty: { [PLAY]: '' },
  'the text undefined': { [PLAY]: 'undefined' },
  'the text of an object': { [PLAY]: '[object Object]' },
  'octets that are no text': { [PLAY]: '\u0000\ud800\uffff' },
  'of a newer version': { [PLAY]: '{"version":3,"everything":"else"}' },
  'two of newer versions': { [PLAY]: '{"version":3}', [`${PLAY}~2`]: '{"version":4}' },
  'of version 1 without drafts': { [PLAY]: '{"version":1}' },
  'an array in place of files': { [PLAY]: v2([]) },
  'a negative count of changes': {
    [PLAY]: v2({ 'client.js': [{ value: null, vector: { tab: -1 } }] }),
  },
  'a number in place of a text': {
    [PLAY]: v2({ 'client.js': [{ value: { text: 1, starter: '' }, vector: {} }] }),
  },
  'nested a hundred thousand deep': { [PLAY]: '['.repeat(100_000) },
  'moved aside by version 0.1': { 'upgrade101/unreadable/workspace/play': '{"drafts": 7' },
  'progress and settings of somebody else': { [PROGRESS]: '"yes"', [SETTINGS]: '7' },
}

/** Each is read as far as it says something. */
const READABLE: Readonly<Record<string, { stored: Record<string, string>; client: string }>> = {
  'a file named __proto__': {
    stored: {
      [PLAY]: '{"version":1,"drafts":{"__proto__":{"text":"x","starter":""}},"previous":null}',
    },
    client: '',
  },
  'files that there are no more': {
    stored: {
      [PLAY]: v1({
        'gone.js': { text: 'x', starter: '' },
        'client.js': { text: 'mine', starter: '' },
      }),
    },
    client: 'mine',
  },
  'a hundred versions of one file': {
    stored: {
      [PLAY]: v2({ 'client.js': versions(...Array.from({ length: 100 }, (_, n) => `v${n}`)) }),
    },
    client: 'v0',
  },
  'a vector that names a thousand tabs': {
    stored: {
      [PLAY]: v2({
        'client.js': [
          {
            value: { text: 'mine', starter: '' },
            vector: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`t${n}`, n])),
          },
        ],
      }),
    },
    client: 'mine',
  },
  'two readable values of one key': {
    stored: {
      [PLAY]: v2({ 'client.js': versions('one') }),
      [`${PLAY}~2`]: v2({ 'server.js@echo': versions('two') }),
    },
    client: 'one',
  },
  'an endpoint that is no address, and fields that are none': {
    stored: {
      [ENDPOINT]: '{"routed":null,"picks":{"play":{"choice":{"kind":"live","url":"::"}}}}',
      [PLAY]: v2({ 'client.js': versions('mine') }, { later: { thing: true } }),
    },
    client: 'mine',
  },
}

function openPlay(backend: ReturnType<typeof createMemoryBackend>) {
  const app = startApp({ backend })
  const endpoint = useEndpointStore()
  endpoint.enter('play', null)
  const workspace = useWorkspaceStore()
  workspace.open('play', { program: { 'client.js': '' }, scenario: null })
  return { ...app, workspace, endpoint, progress: useProgressStore(), settings: useSettingsStore() }
}

function backendOf(stored: Readonly<Record<string, string>>) {
  const backend = createMemoryBackend()
  for (const [key, text] of Object.entries(stored)) backend.setItem(key, text)
  return backend
}

describe('stored by somebody else, or damaged', () => {
  it.each(Object.entries(UNREADABLE))('%s: stays, is told, and hinders nothing', (_, stored) => {
    const backend = backendOf(stored)
    const { workspace, progress, settings, storage, problems } = openPlay(backend)
    workspace.setFile('client.js', 'typed')
    workspace.flush()
    progress.record('first-echo', { solved: true })
    settings.setPaneShare('lesson', 40)
    const told = problems.flatMap((one) => (one.kind === 'unreadable' ? [one.value] : []))
    expect(Object.fromEntries(told.map(({ at, text }) => [at, text]))).toEqual(stored)
    expect(storage.unreadable()).toHaveLength(told.length)
    for (const [key, text] of Object.entries(stored)) expect(backend.getItem(key)).toBe(text)
    const again = openPlay(backend)
    expect(again.workspace.files['client.js']).toBe('typed')
    expect(again.progress.isSolved('first-echo')).toBe(true)
  })

  it.each(Object.entries(READABLE))('%s: is read', (_, { stored, client }) => {
    const backend = backendOf(stored)
    const { workspace, problems, endpoint } = openPlay(backend)
    expect(workspace.files['client.js']).toBe(client)
    expect(endpoint.name).not.toBe('')
    expect(problems).toEqual([])
    workspace.setFile('client.js', `${client} and more`)
    workspace.flush()
    expect(openPlay(backend).workspace.files['client.js']).toBe(`${client} and more`)
  })
})
