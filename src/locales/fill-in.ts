import { holdUnits } from '../core/locale/hold-units.ts'
import type { Values } from './messages.ts'

/**
 * @param text `{name} is {age}`, or plural forms: `one | other`, `none | one | other`. A language
 *   without plurals has one form.
 */
export function fillIn(text: string, values: Values = {}, count?: number): string {
  const form = count === undefined ? text : pluralForm(text.split(' | '), count)
  // Before the values are in: what they contain is not ours.
  return holdUnits(form).replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  )
}

function pluralForm(forms: readonly string[], count: number): string {
  const isOne = count === 1
  const index = forms.length > 2 && count === 0 ? 0 : forms.length - (isOne ? 2 : 1)
  return forms[index] ?? forms[0] ?? ''
}
