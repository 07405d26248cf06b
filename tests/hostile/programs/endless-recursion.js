// Expected: error stack
const deeper = () => deeper()
deeper()
