import type { PrintedEvent } from '../../core/console/printed.ts'
import type { Translate } from './line-segments.ts'

/** What marks the lines of a server: where there are several, with the port that names it. */
export const serverName = ({ server }: PrintedEvent, t: Translate): string =>
  server === undefined ? t('console.server') : `${t('console.server')} ${String(server)}`
