// Expected: prints still here
document.documentElement.remove()
console.log('still here')
