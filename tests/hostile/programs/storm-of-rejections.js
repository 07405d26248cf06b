// Expected: ends
for (let index = 0; index < 5000; index += 1) Promise.reject(new Error('no'))
