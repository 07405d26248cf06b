/** What a text's key and parameters may be, known from the English texts. */
import type app from './en/app.ts'
import type breakIt from './en/break-it.ts'
import type checks from './en/checks.ts'
import type connectionFailure from './en/connection-failure.ts'
import type console from './en/console.ts'
import type consoleTools from './en/console-tools.ts'
import type course from './en/course.ts'
import type editor from './en/editor.ts'
import type endpoint from './en/endpoint.ts'
import type exports from './en/export.ts'
import type fault from './en/fault.ts'
import type figures from './en/figures.ts'
import type help from './en/help.ts'
import type inspector from './en/inspector.ts'
import type lesson from './en/lesson.ts'
import type notices from './en/notices.ts'
import type offline from './en/offline.ts'
import type pasted from './en/pasted.ts'
import type run from './en/run.ts'
import type share from './en/share.ts'
import type states from './en/states.ts'
import type storage from './en/storage.ts'
import type time from './en/time.ts'
import type topbar from './en/topbar.ts'
import type trouble from './en/trouble.ts'
import type unreadable from './en/unreadable.ts'
import type wiretap from './en/wiretap.ts'

/** The English texts by area. Views and screens add their own in their `en.ts`. */
export interface Messages {
  readonly app: typeof app
  readonly 'break-it': typeof breakIt
  readonly checks: typeof checks
  readonly 'connection-failure': typeof connectionFailure
  readonly console: typeof console
  readonly 'console-tools': typeof consoleTools
  readonly course: typeof course
  readonly editor: typeof editor
  readonly endpoint: typeof endpoint
  readonly export: typeof exports
  readonly fault: typeof fault
  readonly figures: typeof figures
  readonly help: typeof help
  readonly inspector: typeof inspector
  readonly lesson: typeof lesson
  readonly notices: typeof notices
  readonly offline: typeof offline
  readonly pasted: typeof pasted
  readonly run: typeof run
  readonly share: typeof share
  readonly states: typeof states
  readonly storage: typeof storage
  readonly time: typeof time
  readonly topbar: typeof topbar
  readonly trouble: typeof trouble
  readonly unreadable: typeof unreadable
  readonly wiretap: typeof wiretap
}

/** `lesson.task.open` */
export type TextKey = KeyOf<Messages>

/** The keys of all texts in `T`, with dots. */
export type KeyOf<T, Prefix extends string = ''> = {
  [K in keyof T & (string | number)]: T[K] extends string
    ? `${Prefix}${K}`
    : KeyOf<T[K], `${Prefix}${K}.`>
}[keyof T & (string | number)]

type TextAt<T, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? TextAt<ValueOf<T, Head>, Rest>
  : ValueOf<T, Key>

type ValueOf<T, Key extends string> = Key extends keyof T
  ? T[Key]
  : Key extends `${infer Code extends number}`
    ? T[Code & keyof T]
    : never

/** The names in braces. */
type ParameterOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never

export type Values = Readonly<Record<string, string | number>>

/** `one | other`: which of them is shown depends on a number. */
type IsPlural<Text> = Text extends `${string} | ${string}` ? true : false

type Needs<Text> =
  true extends IsPlural<Text>
    ? [values: Readonly<Record<ParameterOf<Text>, string | number>>, count: number]
    : [ParameterOf<Text>] extends [never]
      ? []
      : [values: Readonly<Record<ParameterOf<Text>, string | number>>]

/** The text under a key, with its parameters and the number that chooses its plural form. */
export type Translate<T = Messages> = <const Key extends KeyOf<T>>(
  key: Key,
  ...needs: Needs<TextAt<T, Key>>
) => string

/** The same texts in another language: each with every parameter that the English one has. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? WithParameters<T[K]> : Translation<T[K]>
}

type WithParameters<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? `${string}{${Name}}${string}` & WithParameters<Rest>
  : string
