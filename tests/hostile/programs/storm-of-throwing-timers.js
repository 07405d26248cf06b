// Expected: ends
for (let index = 0; index < 2000; index += 1)
  setTimeout(() => {
    throw new Error('no ' + index)
  }, 1)
