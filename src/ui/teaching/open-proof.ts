import type { InjectionKey } from 'vue'

/** Where a figure stands in a lesson: brings a question of it into sight, whose run proves a point. */
export const openProofKey: InjectionKey<(question: string) => void> = Symbol('open proof')
