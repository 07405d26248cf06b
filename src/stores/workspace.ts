/**
 * The program in the editor. One store, because what is typed, kept, reset and brought from another
 * lesson are the same few drafts.
 */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
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
import {
  broughtBack,
  draftsOf,
  entryOf,
  isStored,
  joinedWorkspace,
  NOTHING_KEPT,
  PREFIX,
  previousOf,
  shownCopy,
  shownName,
  withDraft,
  withDrafts,
  withDraftsReplaced,
  withoutChanges,
  withShownCopy,
  type Drafts,
  type KeptCopy,
  type StoredWorkspace,
} from './stored-workspace.ts'
import { countOf, settled, shownOf } from './versions.ts'

/**
 * How long what was typed waits to be stored, milliseconds, however fast more is typed. Another tab
 * that stores at the same time is heard of a moment later, and what it wrote over is stored again:
 * both together are less than the 300 that a crash may cost.
 */
const LONGEST_WAIT = 200

/** A program in the editor that is not the learner's, and what Run does with it. */
export interface Lent {
  readonly program: Program
  readonly run: () => void
}

/** The program in the editor: the starter of a lesson and what the learner made of it. */
export const useWorkspaceStore = defineStore('workspace', () => {
  const storage = appStorage.take()
  let count = countOf()
  const endpoint = useEndpointStore()
  const scenarios = useScenariosStore()

  /** A lesson's slug, or `play`. Empty until one is open. */
  const id = ref('')
  const starter = shallowRef<Starter>({ program: { 'client.js': '' }, scenario: null })
  /** Everything that is kept of it: what is stored, and what was changed in this tab. */
  const kept = shallowRef<StoredWorkspace>(NOTHING_KEPT)
  /** The copy in the editor. */
  const copy = computed(() => shownCopy(kept.value))
  const drafts = computed(() => draftsOf(copy.value))
  /**
   * The learner's program of an earlier lesson as it was when it was brought here, where this lesson
   * goes on with that one.
   */
  const brought = computed(() => shownOf(kept.value.brought)?.program ?? null)
  /** Whether it is the program in the editor, in place of the starter. */
  const showsOwn = computed(() => shownName(kept.value) === 'own')
  const chosenFile = ref<ProgramFile>('client.js')
  /**
   * A program that somebody shared: the editor shows it in place of the learner's. Nothing of it is
   * kept.
   */
  const lent = shallowRef<Lent | null>(null)
  const ownAccess = ref<'closed' | 'readable' | 'open'>('open')
  /**
   * In a case of find the fault the program is closed until the reader has pointed, and can be read,
   * and neither changed nor run, until its cause is named. What is lent can be read.
   */
  const access = computed({
    get: () => (lent.value === null ? ownAccess.value : 'readable'),
    set: (next) => {
      ownAccess.value = next
    },
  })
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
    const program = (showsOwn.value ? brought.value : null) ?? starter.value.program
    const { 'server.js': ownServer, ...rest } = program
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

  const ownFiles = computed(() => filesFor(scenario.value))
  const files = computed(() => lent.value?.program ?? ownFiles.value)

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
  const isPristine = computed(() => sameProgram(ownFiles.value, pristine.value))
  /** Whether it is the lesson's own starter. */
  const isStarter = computed(() => isPristine.value && !showsOwn.value)
  const canUndoReset = computed(() => previousOf(copy.value) !== null)
  /** What other tabs made of the file in the editor, apart from this one; null is the starter. */
  const otherVersions = computed(() => {
    const [, ...others] = copy.value.files[keyOf(activeFile.value)] ?? []
    return others.map(({ value }) => value?.text ?? null)
  })
  const canUndoResetAll = computed(() => beforeResetAll.value !== null)

  function keyOf(file: ProgramFile, of: string | null = scenario.value): string {
    return roleOf(file) === 'server' && of !== null ? `${file}@${of}` : file
  }

  /** Opens the program of a lesson or of free play, with the learner's changes to it. */
  function open(nextId: string, nextStarter: Starter): void {
    flush()
    lent.value = null
    id.value = nextId
    starter.value = nextStarter
    chosenFile.value = 'client.js'
    load()
  }

  function load(): void {
    kept.value = storage.read(entryOf(id.value)) ?? NOTHING_KEPT
  }

  /** Puts another program into the editor's place, or the same one changed. */
  function show(next: {
    readonly copy?: KeptCopy
    readonly own?: Program
    isShown?: boolean
  }): void {
    // Whoever changes the own program wants to see it.
    lent.value = null
    const { own = brought.value, isShown = showsOwn.value } = next
    if (next.copy !== undefined) kept.value = withShownCopy(kept.value, next.copy)
    if (own === null || (own === brought.value && isShown === showsOwn.value)) return
    const { brought: versions } = kept.value
    kept.value = { ...kept.value, brought: settled(versions, { program: own, isShown }, count) }
  }

  /** Goes on with the learner's program of an earlier lesson; the starter and its drafts are kept. */
  function goOnWith(program: Program): void {
    // One that was changed here goes before what has been done there since.
    const isChanged = Object.keys(draftsOf(kept.value.own)).length > 0
    const own = brought.value !== null && isChanged ? brought.value : program
    show({ own, isShown: true })
    save()
  }

  /** Back to the starter and its drafts; the learner's program of the earlier lesson is kept. */
  function goOnWithStarter(): void {
    if (!showsOwn.value) return
    show({ isShown: false })
    save()
  }

  /**
   * The program that the learner left in another workspace; null where nothing in it was changed.
   * @param starter of that workspace.
   */
  function leftIn(other: string, { program, scenario: of }: Starter): Program | null {
    const stored = storage.read(entryOf(other))
    const own = stored === null ? undefined : shownOf(stored.brought)
    const there = draftsOf(shownCopy(stored))
    const left = mapFiles(
      own?.isShown === true ? own.program : program,
      (text, file) => there[keyOf(file, of)]?.text ?? text,
    )
    return sameProgram(left, program) ? null : left
  }

  /** Takes in what another tab has stored. What that tab had not seen is stored again, at once. */
  function refresh(): void {
    if (id.value === '') return
    const stored = storage.read(entryOf(id.value))
    if (stored === null) return
    kept.value = joinedWorkspace(kept.value, stored)
    if (!isStored(kept.value, stored)) save()
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
    // It was typed into the starter.
    show({ isShown: false })
    const coversKept = Object.keys(drafts.value).length > 0
    replaceDrafts(typed)
    return coversKept
  }

  function setFile(file: ProgramFile, text: string): void {
    const original = pristine.value[file]
    if (original === undefined || lent.value !== null || ownFiles.value[file] === text) return
    const key = keyOf(file)
    const starterText = drafts.value[key]?.starter ?? original
    const draft = text === original ? null : { text, starter: starterText }
    show({ copy: withDraft(copy.value, key, draft, count) })
    scheduleSave()
  }

  /** Replaces the drafts; `undoReset` brings the present ones back. */
  function replaceDrafts(next: Drafts): void {
    show({ copy: withDraftsReplaced(copy.value, next, count) })
    save()
  }

  /** Puts the next version of the file that another tab made into the editor; this one is kept. */
  function showOtherVersion(): void {
    const key = keyOf(activeFile.value)
    const [shown, ...others] = copy.value.files[key] ?? []
    if (shown === undefined) return
    // What is typed now goes into that version, and not into this one.
    count = countOf()
    show({ copy: { ...copy.value, files: { ...copy.value.files, [key]: [...others, shown] } } })
    save()
  }

  /** Keeps the version of the file in the editor; `undoReset` brings the next one back. */
  function keepThisVersion(): void {
    const key = keyOf(activeFile.value)
    const versions = copy.value.files[key] ?? []
    const other = versions[1]?.value
    const shown = shownOf(versions) ?? null
    const others = Object.entries(drafts.value).filter(([name]) => name !== key)
    const before = { ...Object.fromEntries(others), ...(other ? { [key]: other } : {}) }
    show({
      copy: {
        files: { ...copy.value.files, [key]: settled(versions, shown, count) },
        previous: settled(copy.value.previous, before, count),
      },
    })
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
    show({ copy: withDrafts(copy.value, next, count) })
    save()
  }

  /**
   * Undoes the last reset; a second undo brings the present drafts back.
   * @param of the id of the program that was reset; another may be open by now.
   */
  function undoReset(of = id.value): void {
    if (of === id.value) {
      const before = previousOf(copy.value)
      if (before !== null) replaceDrafts(before)
      return
    }
    storage.update(entryOf(of), (stored) => {
      const there = shownCopy(stored)
      const before = previousOf(there)
      return stored === null || before === null
        ? (stored ?? NOTHING_KEPT)
        : withShownCopy(stored, withDraftsReplaced(there, before, count))
    })
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
      storage.update(entryOf(other), (present) => withoutChanges(present ?? stored, count))
    }
    beforeResetAll.value = taken
    if (id.value !== '') load()
  }

  function undoResetAll(): void {
    if (beforeResetAll.value === null) return
    flush()
    for (const [other, before] of Object.entries(beforeResetAll.value))
      storage.update(entryOf(other), (present) =>
        broughtBack(before, present ?? NOTHING_KEPT, count),
      )
    beforeResetAll.value = null
    if (id.value !== '') load()
  }

  let timer: ReturnType<typeof setTimeout> | null = null

  function scheduleSave(): void {
    timer ??= setTimeout(save, LONGEST_WAIT)
  }

  function save(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (id.value === '') return
    kept.value = storage.update(entryOf(id.value), (stored) =>
      stored === null ? kept.value : joinedWorkspace(kept.value, stored),
    )
  }

  /** Stores waiting drafts at once. */
  function flush(): void {
    if (timer !== null) save()
  }

  return {
    id,
    files,
    ownFiles,
    lent,
    pristine,
    activeFile,
    access,
    filesFor,
    bringsServer,
    showsOwn,
    /** See `showsOwn`. */
    brought,
    isPristine,
    isStarter,
    outdatedFiles,
    canUndoReset,
    canUndoResetAll,
    otherVersions,
    showOtherVersion,
    keepThisVersion,
    open,
    goOnWith,
    goOnWithStarter,
    leftIn,
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
