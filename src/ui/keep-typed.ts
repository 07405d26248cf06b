import type { ObjectDirective } from 'vue'

const typed = new WeakMap<HTMLInputElement, string>()

/**
 * `v-keep-typed`, after `v-model`: keeps what was typed into a rendered field before the app took it
 * over, which would put its own text there.
 */
export const vKeepTyped: ObjectDirective<HTMLInputElement> = {
  created(field) {
    if (field.value !== field.defaultValue) typed.set(field, field.value)
  },
  mounted(field) {
    const text = typed.get(field)
    if (text === undefined) return
    field.value = text
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  },
}
