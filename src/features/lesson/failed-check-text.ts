import { useI18n } from 'vue-i18n'
import type { LessonNode, LessonText } from '../../core/lesson/lesson-text.ts'
import type { TaskFailure } from '../../core/checks/judge-tasks.ts'
import { formatTime } from '../../core/trace/describe/quantity.ts'
import { fill, hasPlace } from './fill.ts'

/**
 * The text of a failed check: the lesson's text for the mistake, else its text for the check, else
 * the checks engine's sentence. The time in it links to the event.
 */
export function useFailedCheckText() {
  const { t, locale } = useI18n()

  return (text: LessonText, { checkId, explanation }: TaskFailure): LessonNode[] => {
    if (explanation === undefined) return [...(text.failures[checkId] ?? [])]
    const { key, params, phrases = {}, mistake, seq, time, line, file } = explanation
    const values: Record<string, LessonNode> = {}
    for (const [name, value] of Object.entries(params)) values[name] = String(value)
    for (const [name, phrase] of Object.entries(phrases))
      values[name] = t(`log.${phrase.key}`, phrase.params)
    if (line !== undefined) values['line'] = String(line)
    if (file !== undefined) values['file'] = file
    if (time !== undefined) values['time'] = eventLink(formatTime(time, locale.value), seq)

    const own =
      (mistake === undefined ? undefined : text.failures[`${checkId}/${mistake}`]) ??
      text.failures[checkId]
    // The engine's sentence keeps its places until `fill`: a printed value may look like a place.
    const places = ['time', 'line', 'file', ...Object.keys(values)].map((name) => [
      name,
      `{${name}}`,
    ])
    const nodes = own ?? [t(`checks.${key}`, Object.fromEntries(places))]
    const filled = fill(nodes, values)
    if (seq === undefined || time === undefined || hasPlace(nodes, 'time')) return filled
    const link = eventLink(t('lesson.seeEvent', { time: formatTime(time, locale.value) }), seq)
    return [...filled, ' ', link]
  }
}

function eventLink(text: string, seq: number | undefined): LessonNode {
  return seq === undefined
    ? text
    : { tag: 'a', attributes: { href: `event:${seq}` }, children: [text] }
}
