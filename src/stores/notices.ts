import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { TextKey } from '../locales/messages.ts'

export type NoticeLevel = 'info' | 'success' | 'warning' | 'error'

export interface NoticeAction {
  /** Key of the button's text. */
  readonly key: TextKey
  readonly run: () => void
}

/** A message to the user: a text's key, and its parameters. */
export interface NoticeContent {
  readonly key: TextKey
  readonly params?: Readonly<Record<string, string | number>>
  readonly level: NoticeLevel
  readonly action?: NoticeAction
  /** Stays until it is answered, as warnings and errors do. */
  readonly lasts?: boolean
}

export interface Notice extends NoticeContent {
  readonly id: number
}

export const useNoticesStore = defineStore('notices', () => {
  /** Oldest first. */
  const notices = shallowRef<readonly Notice[]>([])
  let nextId = 1

  /** Shows a notice in place of one with the same text. @returns its id. */
  function show(content: NoticeContent): number {
    const id = nextId++
    const others = notices.value.filter((notice) => !saysTheSame(notice, content))
    notices.value = [...others, { ...content, id }]
    return id
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  return { notices, show, dismiss }
})

function saysTheSame(one: NoticeContent, other: NoticeContent): boolean {
  return one.key === other.key && JSON.stringify(one.params) === JSON.stringify(other.params)
}
