/** What the frames of a trace say only together: messages, compression, broken rules. */
export { brokenFrame, violationsOf } from './broken-frame.ts'
export { senderOf, type FrameEvent, type FrameLog } from './direction.ts'
export { inflateFrame, type Inflation } from './inflate-frame.ts'
export { messageFrames } from './message-frames.ts'
export { textErrorOf, type TextError } from './text-error.ts'
