/** Stands in for the reader of server programs: the page has read them. */
import type { readServerSource as real } from '../../../in-page-network/server/read-server-source.ts'

export const readServerSource: typeof real = (_source, name) => {
  throw new Error(`The page reads ${name}`)
}
