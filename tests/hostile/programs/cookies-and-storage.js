// Expected: prints refused 3
let refused = 0
for (const read of [() => localStorage, () => document.cookie, () => parent.document])
  try {
    read()
  } catch {
    refused += 1
  }
console.log('refused ' + refused)
