/** Opening handshakes and other HTTP heads of a trace, line by line. */
export { headRows, startLine, type HeadEvent, type HeadRow } from './head-rows.ts'
export { rawHead, type RawHead } from './raw-head.ts'
export { tcpConnectBefore } from './tcp-connect.ts'
