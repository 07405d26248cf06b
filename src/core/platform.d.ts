// The only host facilities that core uses. They exist in every browser and in Node, but the
// language's own library, which is all that core is compiled against, does not declare them.
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(input?: Uint8Array, options?: { readonly stream?: boolean }): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
declare class URL {
  constructor(url: string | URL, base?: string | URL)
  static canParse(url: string | URL, base?: string | URL): boolean
  readonly href: string
  readonly host: string
  readonly hostname: string
  readonly username: string
  readonly password: string
  readonly port: string
  readonly pathname: string
  readonly search: string
  protocol: string
  hash: string
}

// Every bundler entry and test that reaches core/checks is built by Vite, which replaces the call by
// static imports; the rules of checks are found with it.
interface ImportMeta {
  glob<Exported>(
    patterns: readonly string[],
    options: { readonly eager: true; readonly import: 'default' },
  ): Readonly<Record<string, Exported>>
}
