/**
 * The world a program runs in: one clock, one seed, one network, in which a WHATWG `WebSocket` on
 * one side and Node's `ws` on the other exchange real bytes.
 */
export type { Clock, ClockTimer, RealClock, Turn, VirtualClock } from './clock/clock.ts'
export type { ClientGlobals, ServerGlobals } from './client/globals.ts'
export type {
  ModuleLoader,
  Network,
  NetworkOptions,
  NodeModules,
  ProgramObserver,
  RealNetwork,
  RunServerOptions,
  ServerProgram,
  ServerSource,
  VirtualNetwork,
} from './network.ts'
// Bundling or testing this needs the Vite plugin `scripts/vite/node-packages.ts`.
export type { PlannedIntervention } from '../core/trace/intervention.ts'
export type { ProgramScope, WorldInput, WorldOptions, WorldProgram } from './world.ts'
export { world } from './world.ts'
export { traceToJson } from '../core/trace/export/json.ts'
export { createNetwork } from './create-network.ts'
export { VIRTUAL_EPOCH as EPOCH } from '../core/trace/header.ts'
export { inlineModuleLoader } from './server/module-loader.ts'
