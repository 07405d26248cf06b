/** Opening handshakes and other HTTP heads of a trace, line by line. */
export {
  headRows,
  isRequestHead,
  startLine,
  type HeadEvent,
  type HeadRow,
  type RowProvenance,
} from './head-rows.ts'
export { rawHead, type RawHead } from './raw-head.ts'
