// Expected: prints cut here, 1100008 characters
console.log(Symbol('x'.repeat(1_100_000)))
