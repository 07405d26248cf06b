// Expected: prints still here
const { proxy, revoke } = Proxy.revocable(() => 1, {})
revoke()
console.log(proxy, [proxy], { proxy })
console.log('still here')
