// Expected: prints still here
top.close()
console.log('still here')
