// Expected: error ran for 500 ms
const again = () => queueMicrotask(again)
again()
