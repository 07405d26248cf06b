/** What the frames of a trace say only together: messages, compression, broken rules. */
export { brokenFrame, violationsOf } from './broken-frame.ts'
export { isDataFrame, senderOf, type FrameEvent, type FrameLog } from './direction.ts'
export { inflateFrame, type Inflation, type InflationObstacle } from './inflate-frame.ts'
export { isInsideMessage, messageFrames, type MessageFrames } from './message-frames.ts'
export { negotiatedDeflate } from './negotiated-deflate.ts'
export { textErrorOf, type TextError } from './text-error.ts'
