import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { nullable, object, oneOf, record, string, type Infer } from '../core/data/shape.ts'
import { roleOf, type ProgramFile } from '../core/program/program-file.ts'
import {
  filesOf,
  mapFiles,
  sameProgram,
  type Program,
  type Starter,
} from '../core/program/program.ts'
import { useEndpointStore } from './endpoint.ts'
import { useScenariosStore } from './scenarios.ts'
import { appStorage } from './storage.ts'

/** A learner's version of a file. */
const draft = object({
  text: string,
  /** The starter's text that it was made from: an update of the lesson may change it. */
  starter: string,
})
/** By file; by scenario too for server programs: `server.js@echo`. */
const drafts = record(draft)
type Drafts = Infer<typeof drafts>

const storedWorkspace = object({
  version: oneOf([1]),
  drafts,
  /** The drafts before the last reset. */
  previous: nullable(drafts),
})
type StoredWorkspace = Infer<typeof storedWorkspace>

const PREFIX = 'workspace/'
const entryOf = (id: string) => ({ key: PREFIX + id, shape: storedWorkspace })

/** Milliseconds after the last keystroke before drafts are stored. */
const AUTOSAVE_DELAY = 400

/** The program in the editor: the starter of a lesson and what the learner made of it. */
export const useWorkspaceStore = defineStore('workspace', () => {
  const storage = appStorage.take()
  const endpoint = useEndpointStore()
  const scenarios = useScenariosStore()

  /** A lesson's slug, or `play`. Empty until one is open. */
  const id = ref('')
  const starter = shallowRef<Starter>({ program: { 'client.js': '' }, scenario: null })
  const drafts = shallowRef<Drafts>({})
  const previous = shallowRef<Drafts | null>(null)
  const chosenFile = ref<ProgramFile>('client.js')
  /** All drafts before a reset of everything, by id. */
  const beforeResetAll = shallowRef<Readonly<Record<string, StoredWorkspace>> | null>(null)

  /** The scenario whose program is `server.js` now; null if the server is not in the page. */
  const scenario = computed(() =>
    endpoint.choice.kind === 'built-in' ? endpoint.choice.scenario : null,
  )

  watch(scenario, (name) => {
    // Run tries again, and says what is wrong.
    if (name !== null) scenarios.load(name).catch(() => undefined)
  })

  /** The program without drafts. */
  const pristine = computed(() => pristineFor(scenario.value))

  function pristineFor(of: string | null): Program {
    const { 'server.js': ownServer, ...rest } = starter.value.program
    if (of === null) return rest
    const own = of === starter.value.scenario ? ownServer : undefined
    const server = own ?? scenarios.sources[of]
    return server === undefined ? rest : { ...rest, 'server.js': server }
  }

  /** Whether `server.js` comes from the lesson, not from the scenario. */
  const bringsServer = computed(
    () =>
      starter.value.program['server.js'] !== undefined && scenario.value === starter.value.scenario,
  )

  const files = computed(() => filesFor(scenario.value))

  /**
   * The learner's program with another server.
   * @param of the scenario whose program is `server.js`; null if the server is not in the page.
   */
  function filesFor(of: string | null): Program {
    return mapFiles(pristineFor(of), (text, file) => drafts.value[keyOf(file, of)]?.text ?? text)
  }

  const activeFile = computed<ProgramFile>({
    get: () => (files.value[chosenFile.value] === undefined ? 'client.js' : chosenFile.value),
    set: (file) => {
      chosenFile.value = file
    },
  })
  /** Edited files whose starter has changed since. */
  const outdatedFiles = computed(() =>
    filesOf(pristine.value).filter((file) => {
      const draft = drafts.value[keyOf(file)]
      return draft !== undefined && draft.starter !== pristine.value[file]
    }),
  )
  const isPristine = computed(() => sameProgram(files.value, pristine.value))
  const canUndoReset = computed(() => previous.value !== null)
  const canUndoResetAll = computed(() => beforeResetAll.value !== null)

  function keyOf(file: ProgramFile, of: string | null = scenario.value): string {
    return roleOf(file) === 'server' && of !== null ? `${file}@${of}` : file
  }

  /** Opens the program of a lesson or of free play, with the learner's changes to it. */
  function open(nextId: string, nextStarter: Starter): void {
    flush()
    id.value = nextId
    starter.value = nextStarter
    chosenFile.value = 'client.js'
    load()
  }

  function load(): void {
    const stored = storage.read(entryOf(id.value))
    drafts.value = stored?.drafts ?? {}
    previous.value = stored?.previous ?? null
  }

  /** Loads what another tab may have stored, unless drafts here wait to be stored. */
  function refresh(): void {
    if (id.value !== '' && timer === null) load()
  }

  /**
   * Loads what is stored, beneath what was typed before the storage was there.
   * @returns whether that covers a program that was kept: `undoReset` brings it back.
   */
  function loadBeneath(): boolean {
    if (id.value === '') return false
    const typed = drafts.value
    load()
    if (timer === null) return false
    const coversKept = Object.keys(drafts.value).length > 0
    replaceDrafts(typed)
    return coversKept
  }

  function setFile(file: ProgramFile, text: string): void {
    const original = pristine.value[file]
    if (original === undefined || files.value[file] === text) return
    const key = keyOf(file)
    const { [key]: draft, ...others } = drafts.value
    drafts.value =
      text === original
        ? others
        : { ...others, [key]: { text, starter: draft?.starter ?? original } }
    scheduleSave()
  }

  /** Replaces the drafts; `undoReset` brings the present ones back. */
  function replaceDrafts(next: Drafts): void {
    previous.value = drafts.value
    drafts.value = next
    save()
  }

  /** Back to the starter. */
  function reset(): void {
    replaceDrafts({})
  }

  /** Replaces the learner's files. */
  function use(program: Program): void {
    const next = { ...drafts.value }
    for (const file of filesOf(program)) {
      const text = program[file]
      const original = pristine.value[file]
      if (text !== undefined && original !== undefined)
        next[keyOf(file)] = { text, starter: original }
    }
    replaceDrafts(next)
  }

  /** Replaces drafts that were made from an older starter with the new one. */
  function takeNewStarter(): void {
    const outdated = new Set(outdatedFiles.value.map((file) => keyOf(file)))
    const kept = Object.entries(drafts.value).filter(([key]) => !outdated.has(key))
    replaceDrafts(Object.fromEntries(kept))
  }

  /** Keeps the learner's drafts despite a new starter. */
  function keepOwn(): void {
    const next = { ...drafts.value }
    for (const file of outdatedFiles.value) {
      const draft = next[keyOf(file)]
      const original = pristine.value[file]
      if (draft && original !== undefined) next[keyOf(file)] = { ...draft, starter: original }
    }
    drafts.value = next
    save()
  }

  /**
   * Undoes the last reset; a second undo brings the present drafts back.
   * @param of the id of the program that was reset; another may be open by now.
   */
  function undoReset(of = id.value): void {
    if (of === id.value) {
      if (previous.value !== null) replaceDrafts(previous.value)
      return
    }
    const stored = storage.read(entryOf(of))
    if (stored === null || stored.previous === null) return
    storage.write(entryOf(of), { ...stored, drafts: stored.previous, previous: stored.drafts })
  }

  /** Back to the starters everywhere. */
  function resetAll(): void {
    flush()
    const taken: Record<string, StoredWorkspace> = {}
    for (const key of storage.keys(PREFIX)) {
      const other = key.slice(PREFIX.length)
      const stored = storage.read(entryOf(other))
      if (stored === null) continue
      taken[other] = stored
      storage.remove(key)
    }
    beforeResetAll.value = taken
    drafts.value = {}
    previous.value = null
  }

  function undoResetAll(): void {
    if (beforeResetAll.value === null) return
    flush()
    for (const [other, stored] of Object.entries(beforeResetAll.value)) {
      const since = storage.read(entryOf(other))?.drafts ?? {}
      const isTouched = Object.keys(since).length > 0
      storage.write(entryOf(other), isTouched ? { ...stored, previous: since } : stored)
    }
    beforeResetAll.value = null
    load()
  }

  let timer: ReturnType<typeof setTimeout> | null = null

  function scheduleSave(): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(save, AUTOSAVE_DELAY)
  }

  function save(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (id.value === '') return
    const stored = { version: 1, drafts: drafts.value, previous: previous.value } as const
    storage.write(entryOf(id.value), stored)
  }

  /** Stores waiting drafts at once. */
  function flush(): void {
    if (timer !== null) save()
  }

  return {
    id,
    files,
    activeFile,
    filesFor,
    bringsServer,
    isPristine,
    outdatedFiles,
    canUndoReset,
    canUndoResetAll,
    open,
    setFile,
    reset,
    use,
    takeNewStarter,
    keepOwn,
    undoReset,
    resetAll,
    undoResetAll,
    refresh,
    loadBeneath,
    flush,
  }
})
