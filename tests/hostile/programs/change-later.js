// Expected: fails The program changed Array.prototype[Symbol.iterator]
setTimeout(() => {
  Array.prototype[Symbol.iterator] = null
}, 100)
setTimeout(() => undefined, 1000)
