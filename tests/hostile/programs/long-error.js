// Expected: error cut here, 1.1 million characters
throw new Error('x'.repeat(1_100_000))
