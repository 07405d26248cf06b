// Expected: prints 2 3 4
setTimeout('console.log([new Function("return 2")(), eval("3"), 4].join(" "))', 1)
