/** The pointer over a frame: a field marks its octets, an octet its fields. */
import { ref, type Ref } from 'vue'
import type { AnatomyField } from './frame-anatomy.ts'

export interface Pointed {
  field(index: number): void
  /** @param at its place in the frame. */
  octet(at: number): void
  nothing(): void
  isFieldMarked(index: number): boolean
  isOctetMarked(at: number): boolean
}

type Target = { readonly field: number } | { readonly octet: number }

export function usePointed(fields: () => readonly AnatomyField[]): Pointed {
  const target: Ref<Target | null> = ref(null)

  function covers(index: number, at: number): boolean {
    const { byteStart = 0, byteEnd = 0 } = fields()[index] ?? {}
    return at >= byteStart && at < byteEnd
  }

  return {
    field: (index) => {
      target.value = { field: index }
    },
    octet: (at) => {
      target.value = { octet: at }
    },
    nothing: () => {
      target.value = null
    },
    isFieldMarked: (index) => {
      if (target.value === null) return false
      return 'field' in target.value
        ? target.value.field === index
        : covers(index, target.value.octet)
    },
    isOctetMarked: (at) => {
      if (target.value === null) return false
      return 'octet' in target.value ? target.value.octet === at : covers(target.value.field, at)
    },
  }
}
