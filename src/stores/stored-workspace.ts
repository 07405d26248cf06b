/** What the browser keeps of the program of a lesson or of free play. */
import {
  boolean,
  nullable,
  object,
  oneOf,
  optional,
  read,
  record,
  string,
  type Infer,
} from '../core/data/shape.ts'
import type { StorageEntry } from './storage.ts'
import {
  changed,
  isKeptIn,
  joined,
  settled,
  shownOf,
  vectorOfContent,
  versionsOf,
  type Count,
  type Versions,
} from './versions.ts'

/** A learner's version of a file. */
const draft = object({
  text: string,
  /** The starter's text that it was made from: an update of the lesson may change it. */
  starter: string,
})
/** By file; by scenario too for server programs: `server.js@echo`. */
const drafts = record(draft)
export type Drafts = Infer<typeof drafts>

const program = object({
  'client.js': string,
  'attacker.js': optional(string),
  'server.js': optional(string),
  'nginx.conf': optional(string),
  'page.html': optional(string),
})

const keptCopy = object({
  /** The versions of each file; null is the starter's text. */
  files: record(versionsOf(nullable(draft))),
  /** The drafts before the last reset. */
  previous: versionsOf(nullable(drafts)),
})
/** One of the programs that a workspace keeps. */
export type KeptCopy = Infer<typeof keptCopy>

const storedWorkspace = object({
  version: oneOf([2]),
  starter: keptCopy,
  /** Of a lesson that goes on with an earlier one: the learner's own program. */
  own: keptCopy,
  brought: versionsOf(
    nullable(
      object({
        /** As it was when it was brought here. */
        program,
        /** Whether it is the one in the editor. */
        isShown: boolean,
      }),
    ),
  ),
})
export type StoredWorkspace = Infer<typeof storedWorkspace>

/** As version 0.1 of the app stored it: without versions, in place of what another tab had stored. */
const firstWorkspace = object({
  version: oneOf([1]),
  drafts,
  previous: nullable(drafts),
  own: optional(object({ brought: program, drafts, previous: nullable(drafts), isShown: boolean })),
})

const UNTOUCHED: KeptCopy = { files: {}, previous: [] }

export const NOTHING_KEPT: StoredWorkspace = {
  version: 2,
  starter: UNTOUCHED,
  own: UNTOUCHED,
  brought: [],
}

export const PREFIX = 'workspace/'

export const entryOf = (id: string): StorageEntry<StoredWorkspace> => ({
  key: PREFIX + id,
  version: 2,
  parse(json) {
    const reading = read(storedWorkspace, json)
    if (reading.ok) return reading.value
    const first = read(firstWorkspace, json)
    return first.ok ? upToDate(first.value) : null
  },
  join: joinedWorkspace,
})

function upToDate({ own, ...starter }: Infer<typeof firstWorkspace>): StoredWorkspace {
  const copyOf = ({ drafts, previous }: Pick<typeof starter, 'drafts' | 'previous'>): KeptCopy => ({
    files: Object.fromEntries(Object.entries(drafts).map(([key, value]) => [key, first(value)])),
    previous: previous === null ? [] : first(previous),
  })
  const kept = { ...NOTHING_KEPT, starter: copyOf(starter) }
  if (own === undefined) return kept
  const { brought, isShown } = own
  return { ...kept, own: copyOf(own), brought: first({ program: brought, isShown }) }
}

function first<T>(value: T): Versions<T> {
  return [{ value, vector: vectorOfContent(value) }]
}

/** What two tabs keep, file by file. */
export function joinedWorkspace(mine: StoredWorkspace, theirs: StoredWorkspace): StoredWorkspace {
  return {
    version: 2,
    starter: joinedCopy(mine.starter, theirs.starter),
    own: joinedCopy(mine.own, theirs.own),
    brought: joined(mine.brought, theirs.brought),
  }
}

function joinedCopy(mine: KeptCopy, theirs: KeptCopy): KeptCopy {
  const keys = new Set([...Object.keys(mine.files), ...Object.keys(theirs.files)])
  return {
    files: Object.fromEntries(
      [...keys].map((key) => [key, joined(mine.files[key], theirs.files[key])]),
    ),
    previous: joined(mine.previous, theirs.previous),
  }
}

/** Whether nothing of `mine` is missing in what is stored. */
export function isStored(mine: StoredWorkspace, stored: StoredWorkspace): boolean {
  const copyIsStored = (one: KeptCopy, other: KeptCopy) =>
    isKeptIn(one.previous, other.previous) &&
    Object.entries(one.files).every(([key, versions]) => isKeptIn(versions, other.files[key]))
  return (
    copyIsStored(mine.starter, stored.starter) &&
    copyIsStored(mine.own, stored.own) &&
    isKeptIn(mine.brought, stored.brought)
  )
}

/** The name of the copy in the editor. */
export function shownName({ brought }: StoredWorkspace): 'own' | 'starter' {
  return shownOf(brought)?.isShown === true ? 'own' : 'starter'
}

export function shownCopy(stored: StoredWorkspace | null): KeptCopy {
  return stored === null ? UNTOUCHED : stored[shownName(stored)]
}

/** The same workspace with another copy in the editor. */
export function withShownCopy(stored: StoredWorkspace, copy: KeptCopy): StoredWorkspace {
  return { ...stored, [shownName(stored)]: copy }
}

/** The drafts that a copy shows. */
export function draftsOf({ files }: KeptCopy): Drafts {
  const shown: Record<string, Drafts[string]> = {}
  for (const [key, versions] of Object.entries(files)) {
    const draft = shownOf(versions)
    if (draft !== undefined && draft !== null) shown[key] = draft
  }
  return shown
}

/** The drafts before the last reset, if there was one. */
export function previousOf({ previous }: KeptCopy): Drafts | null {
  return shownOf(previous) ?? null
}

/** A copy in which one file was changed; null is the starter's text. */
export function withDraft(
  copy: KeptCopy,
  key: string,
  draft: Drafts[string] | null,
  count: Count,
): KeptCopy {
  return { ...copy, files: { ...copy.files, [key]: changed(copy.files[key], draft, count) } }
}

/** A copy that shows these drafts and no others. */
export function withDrafts(copy: KeptCopy, drafts: Drafts, count: Count): KeptCopy {
  const present = draftsOf(copy)
  const keys = new Set([...Object.keys(present), ...Object.keys(drafts)])
  return [...keys]
    .filter((key) => present[key] !== drafts[key])
    .reduce((next, key) => withDraft(next, key, drafts[key] ?? null, count), copy)
}

/** A copy with other drafts, which keeps the present ones to bring them back. */
export function withDraftsReplaced(copy: KeptCopy, drafts: Drafts, count: Count): KeptCopy {
  const previous = settled(copy.previous, draftsOf(copy), count)
  return { ...withDrafts(copy, drafts, count), previous }
}

/** A workspace without changes, in which a reset can still be undone. */
export function withoutChanges(stored: StoredWorkspace, count: Count): StoredWorkspace {
  const resetCopy = (copy: KeptCopy) =>
    Object.keys(draftsOf(copy)).length === 0 ? copy : withDraftsReplaced(copy, {}, count)
  return {
    version: 2,
    starter: resetCopy(stored.starter),
    own: resetCopy(stored.own),
    brought: shownOf(stored.brought) ? settled(stored.brought, null, count) : stored.brought,
  }
}

/** A workspace as it was before; what was typed into the editor since is kept as before a reset. */
export function broughtBack(
  before: StoredWorkspace,
  present: StoredWorkspace,
  count: Count,
): StoredWorkspace {
  const since = draftsOf(shownCopy(present))
  const isTouched = Object.keys(since).length > 0
  const name = shownName(before)
  const copyBack = (of: 'own' | 'starter'): KeptCopy => {
    const previous = of === name && isTouched ? since : previousOf(before[of])
    return {
      ...withDrafts(present[of], draftsOf(before[of]), count),
      previous: settled(present[of].previous, previous, count),
    }
  }
  return {
    version: 2,
    starter: copyBack('starter'),
    own: copyBack('own'),
    brought: settled(present.brought, shownOf(before.brought) ?? null, count),
  }
}
