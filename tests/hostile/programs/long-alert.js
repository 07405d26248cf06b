// Expected: prints cut here, 1.1 million characters
alert('x'.repeat(1_100_000))
