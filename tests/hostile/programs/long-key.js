// Expected: prints still here
console.log({ ['x'.repeat(1_100_000)]: 1 })
console.log('still here')
