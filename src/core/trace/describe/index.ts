/** How events are put into words, and what part of the screen they belong to. */
export { assertNever } from './assert-never.ts'
export { callAsCode, codeAndReason, describeEvent, stateName } from './describe-event.ts'
export type { Description } from './describe-event.ts'
export { EVENT_GROUPS, groupOf } from './event-group.ts'
export type { EventGroup } from './event-group.ts'
export { closePayloadOf, frameName, previewPayload } from './frame-payload.ts'
export { byteLengthOf, directionOf, laneOf } from './lane.ts'
export type { Direction, Lane } from './lane.ts'
export { previewBytes, previewConsole, previewText, previewUtf8, previewValue } from './preview.ts'
export {
  formatByteLength,
  formatDuration,
  formatInstant,
  formatNumber,
  formatTime,
} from './quantity.ts'
