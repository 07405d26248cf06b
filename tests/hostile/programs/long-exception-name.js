// Expected: error still an error
throw Object.assign(new Error('still an error'), { name: 'x'.repeat(1_100_000) })
