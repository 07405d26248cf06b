// Expected: prints still here
console.count('x'.repeat(1_100_000))
console.log('still here')
