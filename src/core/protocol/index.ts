/** The WebSocket protocol (RFC 6455, RFC 7692), without I/O, a clock or randomness. */
export { problemOfClose, type CloseProblem } from './close-arguments.ts'
export { CloseCode, closeCodeName, mayBeOnTheWire, type CloseCodeName } from './close-code.ts'
export {
  decodeClosePayload,
  encodeClosePayload,
  MAX_REASON,
  type CloseStatus,
} from './close-payload.ts'
export { Connection, type ConnectionOptions, type MessageOptions, type Role } from './connection.ts'
export type { ConnectionEvent } from './event.ts'
export { encodeFrame, type Frame, type FrameDescription } from './frame.ts'
export { FrameDecoder } from './frame-decoder.ts'
export {
  frameFields,
  type FrameField,
  type FrameFieldName,
  type FrameOctets,
} from './frame-fields.ts'
export {
  frameViolations,
  type FrameContext,
  type FrameRule,
  type FrameViolation,
} from './frame-violations.ts'
export { InvalidStateError } from './invalid-state-error.ts'
export { isControl, isReserved, Opcode, opcodeName, type OpcodeName } from './opcode.ts'
export { ProtocolViolation } from './protocol-violation.ts'
export {
  nextState,
  transitions,
  type ConnectionState,
  type Transition,
  type Trigger,
} from './state.ts'
export type { PerMessageDeflate } from './permessage-deflate.ts'
export { findUtf8Error, type Utf8Error, type Utf8Rule } from './utf8-error.ts'
export {
  acceptSteps,
  hexOctet,
  problemOfKey,
  RFC_KEY,
  TUTORIAL_KEY,
  type AcceptSteps,
  type Base64Group,
  type KeyProblem,
} from './handshake/accept-steps.ts'
export { acceptValue, isKey, newKey, WEBSOCKET_GUID } from './handshake/accept-value.ts'
export {
  parseExtensions,
  type Extension,
  type ExtensionParameter,
} from './handshake/extension-list.ts'
export type { HandshakeFailure } from './handshake/failure.ts'
export {
  RequestReader,
  ResponseReader,
  type HeadResult,
  type RequestHead,
  type ResponseHead,
} from './handshake/head.ts'
export { hasToken, headerList, headerValues, type HeaderField } from './handshake/header.ts'
export {
  headerPurpose,
  headerPurposes,
  isRequired,
  type HeaderPurpose,
} from './handshake/header-purpose.ts'
export type {
  PerMessageDeflateLimits,
  PerMessageDeflateOffer,
} from './handshake/permessage-deflate-negotiation.ts'
export {
  buildRequest,
  checkRequest,
  type CheckedRequest,
  type RejectedRequest,
  type RequestOptions,
} from './handshake/request.ts'
export {
  answerRequest,
  askedBy,
  buildRefusal,
  buildResponse,
  checkResponse,
  type Answer,
  type AnswerOptions,
  type Asked,
  type Negotiated,
  type ResponseOptions,
} from './handshake/response.ts'
