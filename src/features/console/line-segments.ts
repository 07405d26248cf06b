/** What a row of the console says. */
import {
  evaluatedSegments,
  messageSegments,
  uncaughtSegments,
  type PrintedEvent,
} from '../../core/console/printed.ts'
import { plain, soft, type Segment } from '../../core/console/segment.ts'
import type { useI18n } from '../../locales/i18n.ts'

export type Translate = ReturnType<typeof useI18n>['t']

export type LineLevel = 'log' | 'info' | 'warn' | 'error' | 'debug'

export function levelOf(event: PrintedEvent): LineLevel {
  switch (event.type) {
    case 'uncaughtError':
      return 'error'
    case 'logEntryAdded':
      return event.level === 'error' ? 'error' : 'warn'
    case 'evaluated':
      return event.threw ? 'error' : 'log'
    case 'consoleMessage':
      return event.level
    case 'userInput':
      return 'log'
  }
}

export function eventSegments(event: PrintedEvent, t: Translate): Segment[] {
  switch (event.type) {
    case 'consoleMessage':
      return event.method === 'clear' ? [soft(t('console.cleared'))] : messageSegments(event)
    case 'logEntryAdded':
      return [plain(event.text)]
    case 'evaluated':
      return evaluatedSegments(event)
    case 'userInput':
      return [plain(event.value ?? '')]
    case 'uncaughtError':
      if (event.kind === 'endlessLoop') return [plain(t('console.problem.endlessLoop'))]
      return uncaughtSegments(event)
  }
}
