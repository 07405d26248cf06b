/** What there is to say of a URL, in the language shown. */
import { i18n } from '../locales/index.ts'
import type { UrlNote, UrlProblem } from '../core/endpoint/live-url.ts'

export function urlProblemText(problem: UrlProblem): string {
  const { t } = i18n.global
  switch (problem.kind) {
    case 'scheme':
      return t('endpoint.url.scheme', { scheme: problem.scheme })
    case 'blockedPort':
    case 'port':
      return t(`endpoint.url.${problem.kind}`, { port: problem.port })
    default:
      return t(`endpoint.url.${problem.kind}`)
  }
}

export function urlNoteText(note: UrlNote): string {
  const { t } = i18n.global
  return note.kind === 'httpScheme'
    ? t('endpoint.urlNote.httpScheme', { url: note.url })
    : t(`endpoint.urlNote.${note.kind}`)
}
