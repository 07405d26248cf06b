import { path } from './path.ts'
import { isFunction, type AnyFunction, type NodeCore } from './node-core.ts'

type Content = Uint8Array
type Encoding = string | null | undefined

/** What the errors of the operating system say. */
const MESSAGES = {
  ENOENT: 'no such file or directory',
  EEXIST: 'file already exists',
  EISDIR: 'illegal operation on a directory, read',
  ENOTDIR: 'not a directory, scandir',
  ENOTEMPTY: 'directory not empty, rmdir',
} as const
const ERRNO = { ENOENT: -2, EEXIST: -17, EISDIR: -21, ENOTDIR: -20, ENOTEMPTY: -39 } as const

function failure(code: keyof typeof MESSAGES, syscall: string, file?: string): Error {
  const where = file === undefined ? '' : `, ${syscall} '${file}'`
  const what = code === 'EISDIR' ? MESSAGES[code] : `${MESSAGES[code]}${where}`
  return Object.assign(new Error(`${code}: ${what}`), {
    errno: ERRNO[code],
    code,
    syscall,
    ...(file !== undefined && { path: file }),
  })
}

/** Certificates and keys: there are none, and none are needed. */
const OF_TLS = /\.(?:pem|crt|cer|key|pfx|p12)$/iu

/**
 * `node:fs`, in memory: the program's own files in `/`, and what it writes, which lasts as long as the
 * run. A certificate that is read is there, because servers of tutorials begin with one.
 */
export function createFileSystem({ Buffer, builtIn, files, streams, world, process }: NodeCore) {
  const contents = new Map<string, Content>()
  const folders = new Set(['/', '/tmp'])
  const bytesOf = (data: unknown, encoding?: Encoding): Content =>
    data instanceof Uint8Array
      ? Buffer.from(data)
      : Buffer.from(String(data), typeof encoding === 'string' ? encoding : 'utf8')
  for (const [name, text] of files) contents.set(`/${name}`, bytesOf(text))

  const nameOf = (file: unknown): string => {
    if (file instanceof Uint8Array) return path.resolve('/', String(file))
    if (file instanceof URL) return decodeURIComponent(file.pathname)
    if (typeof file === 'string') return path.resolve('/', file)
    throw Object.assign(
      new TypeError(
        `The "path" argument must be of type string or an instance of Buffer or URL. Received ${String(file)}`,
      ),
      { code: 'ERR_INVALID_ARG_TYPE' },
    )
  }
  const encodingOf = (options: unknown): Encoding =>
    typeof options === 'string'
      ? options
      : typeof options === 'object' && options !== null && 'encoding' in options
        ? (options.encoding as Encoding)
        : undefined
  const decoded = (content: Content, options: unknown) => {
    const encoding = encodingOf(options)
    const copy = Buffer.from(content)
    // A Buffer's `toString` takes the encoding.
    return typeof encoding === 'string'
      ? (Reflect.apply(copy.toString, copy, [encoding]) as string)
      : copy
  }
  let hasWarned = false
  const certificate = (file: string): Content | undefined => {
    if (!OF_TLS.test(file)) return undefined
    if (!hasWarned) {
      hasWarned = true
      process.emitWarning(
        'There is no TLS in the page: any certificate is taken for one, and nothing is encrypted.',
      )
    }
    return bytesOf('-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n')
  }
  const read = (syscall: string, given: unknown): Content => {
    const file = nameOf(given)
    if (folders.has(file)) throw failure('EISDIR', 'read')
    const content = contents.get(file) ?? certificate(file)
    if (content === undefined) throw failure('ENOENT', syscall, String(given))
    return content
  }
  const write = (given: unknown, content: Content, flag: unknown) => {
    const file = nameOf(given)
    const before = contents.get(file)
    if (!folders.has(path.dirname(file))) throw failure('ENOENT', 'open', String(given))
    if (String(flag).includes('x') && before !== undefined)
      throw failure('EEXIST', 'open', String(given))
    const isAppended = String(flag).startsWith('a') && before !== undefined
    contents.set(file, isAppended ? bytesOf(joined(before, content)) : content)
  }
  const flagOf = (options: unknown, otherwise: string): unknown =>
    typeof options === 'object' && options !== null && 'flag' in options ? options.flag : otherwise
  const statsOf = (given: unknown, syscall: string) => {
    const file = nameOf(given)
    const isFolder = folders.has(file)
    const content = contents.get(file)
    if (!isFolder && content === undefined) throw failure('ENOENT', syscall, String(given))
    const time = new Date(world.dateNow())
    return {
      ...{ size: content?.length ?? 0, mtime: time, ctime: time, atime: time, birthtime: time },
      mtimeMs: time.getTime(),
      mode: isFolder ? 0o40755 : 0o100644,
      isFile: () => !isFolder,
      isDirectory: () => isFolder,
      isSymbolicLink: () => false,
    }
  }

  const sync = {
    readFile: (file: unknown, options?: unknown) => decoded(read('open', file), options),
    writeFile: (file: unknown, data: unknown, options?: unknown) =>
      write(file, bytesOf(data, encodingOf(options)), flagOf(options, 'w')),
    appendFile: (file: unknown, data: unknown, options?: unknown) =>
      write(file, bytesOf(data, encodingOf(options)), flagOf(options, 'a')),
    stat: (file: unknown) => statsOf(file, 'stat'),
    lstat: (file: unknown) => statsOf(file, 'lstat'),
    access(file: unknown) {
      statsOf(file, 'access')
    },
    readdir(given: unknown) {
      const folder = nameOf(given)
      if (!folders.has(folder)) throw failure('ENOENT', 'scandir', String(given))
      return [...contents.keys(), ...folders]
        .filter((one) => one !== '/' && path.dirname(one) === folder)
        .map((one) => path.basename(one))
        .sort()
    },
    mkdir(given: unknown, options?: { readonly recursive?: boolean }) {
      const folder = nameOf(given)
      const isThere = folders.has(folder) || contents.has(folder)
      if (isThere && !options?.recursive) throw failure('EEXIST', 'mkdir', String(given))
      const parent = path.dirname(folder)
      if (!folders.has(parent)) {
        if (!options?.recursive) throw failure('ENOENT', 'mkdir', String(given))
        sync.mkdir(parent, options)
      }
      folders.add(folder)
      return undefined
    },
    unlink(given: unknown) {
      if (!contents.delete(nameOf(given))) throw failure('ENOENT', 'unlink', String(given))
    },
    rm(given: unknown, options?: { readonly force?: boolean; readonly recursive?: boolean }) {
      const file = nameOf(given)
      const inside = [...contents.keys(), ...folders].filter((one) => one.startsWith(`${file}/`))
      const isThere = contents.has(file) || folders.has(file)
      if (!isThere && !options?.force) throw failure('ENOENT', 'rm', String(given))
      for (const one of [file, ...inside]) {
        contents.delete(one)
        folders.delete(one)
      }
    },
    rename(from: unknown, to: unknown) {
      write(to, read('rename', from), 'w')
      contents.delete(nameOf(from))
    },
    copyFile(from: unknown, to: unknown) {
      write(to, read('copyfile', from), 'w')
    },
    realpath: (file: unknown) => {
      statsOf(file, 'realpath')
      return nameOf(file)
    },
  }

  const methods: Record<string, unknown> = {}
  const promises: Record<string, unknown> = {}
  for (const [name, method] of Object.entries(sync)) {
    // Each of them takes what it needs of any arguments.
    const call = method as AnyFunction
    methods[`${name}Sync`] = call
    // Opening, reading and closing are calls of the operating system, each with its answer.
    const calls = /File$/u.test(name) ? 3 : 1
    promises[name] = async (...args: unknown[]) => {
      const result = tried(() => call(...args))
      for (let left = result.ok ? calls : 1; left > 0; left -= 1) await nextTask()
      if (!result.ok) throw result.error
      return result.value
    }
    methods[name] = (...args: unknown[]) => {
      const callback = args.pop()
      if (!isFunction(callback)) {
        throw Object.assign(
          new TypeError(`The "cb" argument must be of type function. Received ${String(callback)}`),
          { code: 'ERR_INVALID_ARG_TYPE' },
        )
      }
      const result = tried(() => call(...args))
      const tell = (left: number): void =>
        later(() => {
          if (left > 1) tell(left - 1)
          else if (result.ok) callback(null, result.value)
          else callback(result.error)
        })
      tell(result.ok ? calls : 1)
    }
  }
  /** As when the operating system has answered. */
  function later(run: () => unknown): void {
    const { setImmediate } = builtIn['timers'] as { readonly setImmediate: AnyFunction }
    setImmediate(run)
  }
  const nextTask = () => new Promise((resolve) => later(() => resolve(undefined)))

  return {
    ...methods,
    existsSync: (file: unknown) => tried(() => statsOf(file, 'access')).ok,
    createReadStream(file: unknown, options?: unknown) {
      const stream = new streams.Readable({ read: () => undefined })
      later(() => {
        const content = tried(() => read('open', file))
        if (!content.ok) {
          stream.destroy(content.error instanceof Error ? content.error : new Error('unreadable'))
          return
        }
        stream.emit('open', 3)
        stream.emit('ready')
        const encoding = encodingOf(options)
        if (typeof encoding === 'string')
          (stream as unknown as { setEncoding(name: string): void }).setEncoding(encoding)
        if (content.value.length > 0) stream.push(Buffer.from(content.value))
        stream.push(null)
      })
      return stream
    },
    createWriteStream(file: unknown, options?: unknown) {
      const flags =
        typeof options === 'object' && options !== null && 'flags' in options ? options.flags : 'w'
      write(file, bytesOf(''), flags)
      return new streams.Writable({
        write(chunk: Uint8Array, _encoding: string, callback: () => void) {
          write(file, bytesOf(chunk), 'a')
          callback()
        },
      })
    },
    watch: () => {
      throw new Error('fs.watch is not available in the page: nobody else changes these files.')
    },
    promises,
    constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 },
  }
}

type Tried<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }

function tried<Value>(run: () => Value): Tried<Value> {
  try {
    return { ok: true, value: run() }
  } catch (error) {
    return { ok: false, error }
  }
}

function joined(one: Content, other: Content): Uint8Array {
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}
