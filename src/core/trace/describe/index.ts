/** How events are put into words, and how their data is shortened for one line of text. */
export { callAsCode } from '../events/api.ts'
export { EVENT_GROUPS } from '../events/event-look.ts'
export type { Direction, EventGroup, Tone } from '../events/event-look.ts'
export {
  byteLengthOf,
  describeEvent,
  directionOf,
  groupOf,
  labelOfEvent,
  laneOf,
  markOf,
  nameOfEvent,
  toneOf,
} from '../events/looks.ts'
export { closePayloadOf, frameName, previewPayload } from './frame-payload.ts'
export { previewBytes, previewText, previewUtf8, previewValue } from './preview.ts'
export {
  formatByteLength,
  formatDuration,
  formatInstant,
  formatNumber,
  formatTime,
} from './quantity.ts'
