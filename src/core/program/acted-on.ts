/** Whether a user may act on a program's page. */
import type { Program } from './program.ts'

const CONTROL =
  /<(?:a|audio|button|details|input|select|textarea|video)\b|\b(?:contenteditable|draggable|tabindex)\b/iu

/** As a listener's name, a handler's (`onclick`) or a template's (`@click`). */
const USER_EVENT =
  /\b(?:on)?(?:click|dblclick|contextmenu|wheel|scroll|input|change|submit|focus|blur|(?:key|mouse|pointer|touch|drag|focus)[a-z]+)\b/u

/** Words that mean other things as well, such as `kind: 'cut'`: a handler's, a template's or an argument. */
const CLIPBOARD_EVENT =
  /(?:\bon|@)(?:copy|cut|paste|drop)\b|[(,]\s*(["'`])(?:copy|cut|paste|drop)\1/u

/**
 * Whether a user may act on the page: it has a control, or the program names an event that a user
 * causes. In doubt it says yes, so a run waits for nothing rather than ending before a click.
 */
export function mayBeActedOn(program: Program): boolean {
  const page = program['page.html']
  if (page === undefined) return false
  return [page, program['client.js']].some(
    (text) => CONTROL.test(text) || USER_EVENT.test(text) || CLIPBOARD_EVENT.test(text),
  )
}
