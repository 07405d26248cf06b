// Expected: error #<Object>
throw new (class extends Error {
  get name() {
    throw 1
  }
  get message() {
    throw 2
  }
})()
