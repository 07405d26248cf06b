/**
 * What a copy can see of a program's values beyond the language. Whatever is asked here runs no code
 * of the program's.
 */
export type Getter = (this: unknown) => unknown

export interface Sight {
  /** What gives the value of a platform object's accessor, unnoticed; undefined for the program's. */
  readonly getterOf: (getter: Getter) => Getter | undefined
  /** The object behind a Proxy: null after it was revoked, undefined where it is none. */
  readonly targetOf: (value: object) => object | null | undefined
  /** A node of the document, as DevTools names it, and its markup. */
  readonly nodeOf: (value: object) => NodeLook | undefined
  /** The source of a function, as the program has it. */
  readonly sourceOf: (callee: object) => string | undefined
}

export interface NodeLook {
  readonly description: string
  readonly markup: string
}

/** Sees what the language itself gives. */
export const PLAIN_SIGHT: Sight = {
  getterOf: () => undefined,
  targetOf: () => undefined,
  nodeOf: () => undefined,
  sourceOf: () => undefined,
}
