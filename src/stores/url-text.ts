import type { UrlNote, UrlProblem } from '../core/endpoint/live-url.ts'
import type { Translate } from '../locales/messages.ts'

export function urlProblemText(problem: UrlProblem, t: Translate): string {
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

export function urlNoteText(note: UrlNote, t: Translate): string {
  return note.kind === 'httpScheme'
    ? t('endpoint.urlNote.httpScheme', { url: note.url })
    : t(`endpoint.urlNote.${note.kind}`)
}
