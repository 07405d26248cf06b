// Expected: prints still here
document.open()
document.write('<p>hello</p>')
document.close()
setTimeout(() => console.log('still here'), 10)
