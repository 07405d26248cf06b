/** What a page and the service worker say to each other. */
import { isRecord } from '../core/trace/shape.ts'

export type PageMessage =
  /** The reader wants the new build. */
  | { readonly type: 'takeOver' }
  /** A page of this build is there, and has used these files, by their paths. */
  | { readonly type: 'used'; readonly build: string; readonly files: readonly string[] }

/** The worker to a page of another build than its own. */
export const NEWER_BUILD = 'upgrade-101: newer build'

export function isPageMessage(value: unknown): value is PageMessage {
  if (!isRecord(value)) return false
  const { type, build, files } = value
  if (type === 'takeOver') return true
  return (
    type === 'used' &&
    typeof build === 'string' &&
    Array.isArray(files) &&
    files.every((file) => typeof file === 'string')
  )
}
