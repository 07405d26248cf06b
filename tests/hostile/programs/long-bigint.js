// Expected: prints cut here, 90001 characters
console.log(10n ** 90_000n)
