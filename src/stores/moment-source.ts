import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** How the fragment of an address begins that holds a moment. */
export const MOMENT_FRAGMENT = '#moment='

/** Where a shared moment was found, before anything reads it. */
export type MomentSource =
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }

/** The moment that the page was asked to show, if any. What reads it comes late. */
export const useMomentSourceStore = defineStore('momentSource', () => ({
  source: shallowRef<MomentSource | null>(null),
}))
