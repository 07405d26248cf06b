// Expected: prints cut here, 1100000 characters
console.log(Object.defineProperty(() => 1, 'name', { value: 'x'.repeat(1_100_000) }))
