/**
 * What the sandbox's scripts use of the language and of the browser. A program may replace any of it;
 * the scripts then go on with what was there when they began.
 */

/**
 * Methods that are called by name. Left out is what a run replaces on purpose, so that ours gets the
 * program's: the present time, randomness, and the promises that hold the clock.
 */
export const METHODS: readonly string[] = [
  // Arrays, strings and bytes.
  ...['push', 'pop', 'shift', 'unshift', 'slice', 'splice', 'concat', 'join', 'reverse', 'sort'],
  ...['map', 'filter', 'flatMap', 'flat', 'forEach', 'reduce', 'some', 'every', 'fill', 'at'],
  ...['find', 'findIndex', 'findLast', 'indexOf', 'lastIndexOf', 'includes', 'copyWithin'],
  ...['subarray', 'charAt', 'charCodeAt', 'codePointAt', 'startsWith', 'endsWith', 'split', 'trim'],
  ...[
    'trimEnd',
    'trimStart',
    'toLowerCase',
    'toUpperCase',
    'padStart',
    'padEnd',
    'repeat',
    'match',
  ],
  ...['matchAll', 'replace', 'replaceAll', 'substr', 'substring', 'exec', 'test', 'toFixed'],
  ...['getUint8', 'getUint16', 'getUint32', 'getBigUint64', 'setUint8', 'setUint16', 'setUint32'],
  ...['setBigUint64', 'from', 'of', 'isArray', 'isView', 'fromCharCode', 'fromCodePoint'],
  // Maps, sets and what walks through them.
  ...['get', 'set', 'has', 'add', 'delete', 'clear', 'keys', 'values', 'entries', 'next'],
  // Objects, functions, numbers, promises.
  ...['assign', 'create', 'defineProperty', 'defineProperties', 'freeze', 'fromEntries', 'hasOwn'],
  ...['getOwnPropertyDescriptor', 'getOwnPropertyDescriptors', 'getOwnPropertyNames'],
  ...['getOwnPropertySymbols', 'getPrototypeOf', 'setPrototypeOf', 'hasOwnProperty', 'ownKeys'],
  ...['deleteProperty', 'construct', 'is', 'call', 'apply', 'bind', 'toString', 'valueOf', 'deref'],
  ...['isInteger', 'isSafeInteger', 'isFinite', 'isNaN', 'parseInt', 'parseFloat'],
  ...['abs', 'ceil', 'clz32', 'floor', 'imul', 'log', 'max', 'min', 'pow', 'round', 'sin', 'trunc'],
  ...['then', 'catch', 'finally', 'all', 'race', 'resolve', 'reject', 'parse', 'stringify'],
  ...['getTime', 'toISOString', 'captureStackTrace', 'encode', 'encodeInto', 'decode', 'canParse'],
  // The document and its events.
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'preventDefault'],
  ...['stopImmediatePropagation', 'createElement', 'append', 'remove', 'replaceChildren'],
  ...['replaceWith', 'insertAdjacentHTML', 'querySelector', 'querySelectorAll', 'closest'],
  ...['getAttribute', 'setAttribute', 'observe', 'parseFromString', 'escape', 'click', 'focus'],
]

/** Called on `this` and `super` too: only the browser has them there. */
export const METHODS_OF_THE_BROWSER: ReadonlySet<string> = new Set([
  'addEventListener',
  'dispatchEvent',
  'removeEventListener',
])

/** Globals that no run replaces. */
export const GLOBALS: readonly string[] = [
  ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'DataView', 'Error', 'Function', 'JSON', 'Map'],
  ...['Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp', 'Set'],
  ...['String', 'Symbol', 'SyntaxError', 'TypeError', 'Uint8Array', 'Uint16Array', 'Uint32Array'],
  ...['Int32Array', 'WeakMap', 'WeakRef', 'WeakSet', 'decodeURIComponent', 'encodeURIComponent'],
  ...['isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['AbortSignal', 'Blob', 'CSS', 'CloseEvent', 'DOMException', 'DOMParser', 'DataTransfer'],
  ...['Element', 'ErrorEvent', 'Event', 'EventTarget', 'File', 'HTMLElement', 'HTMLIFrameElement'],
  ...['HTMLImageElement', 'HTMLInputElement', 'HTMLLinkElement', 'HTMLScriptElement'],
  ...['HTMLSelectElement', 'HTMLTextAreaElement', 'InputEvent', 'MessageChannel', 'MessageEvent'],
  ...['MessagePort', 'MutationObserver', 'Node', 'ShadowRoot', 'Text', 'TextDecoder'],
  ...['TextEncoder', 'URL', 'URLSearchParams', 'queueMicrotask'],
]
