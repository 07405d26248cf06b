/** Programs that use npm's `redis`: what each prints has to be the same in the page and on Node. */

const TWO_CLIENTS = `
import { createClient } from 'redis'
const url = process.env.REDIS_URL
const client = createClient({ url })
client.on('error', (error) => console.log('error', error.message))
const other = client.duplicate()
other.on('error', (error) => console.log('error of other', error.message))
await client.connect()
await other.connect()
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const tried = async (what, run) => {
  try { console.log(what, await run()) }
  catch (error) { console.log(what, error.constructor.name, error.name, error.message) }
}
`

const END = `
await wait(50)
if (client.isOpen) await client.close()
if (other.isOpen) other.destroy()
`

const withTwo = (program: string) => `${TWO_CLIENTS}\n${program}\n${END}`

/** By what they show. */
export const REDIS_PROGRAMS: Readonly<Record<string, string>> = {
  'how many a message went to': withTwo(`
    console.log(await client.publish('tea', 'nobody'))
    console.log(await other.subscribe('tea', (text, channel) => console.log(channel, text)))
    console.log(await client.publish('tea', 'one'), await client.publish('milk', 'none'))
    await other.subscribe('tea', (text) => console.log('too', text))
    const count = await client.publish('tea', 'two')
    await wait(20)
    console.log(count)`),

  'one order for every subscriber': withTwo(`
    // Which of two connections is served first is open.
    const heard = { client: [], other: [] }
    await client.subscribe('tea', (text) => heard.client.push(text))
    await other.subscribe('tea', (text) => heard.other.push(text))
    await client.publish('tea', 'a')
    await other.publish('tea', 'b')
    const counts = await Promise.all([1, 2, 3].map((n) => client.publish('tea', String(n))))
    await wait(20)
    console.log(counts, JSON.stringify(heard))`),

  'its own message, before the answer to publish': withTwo(`
    await client.subscribe('tea', (text) => console.log('heard', text))
    console.log('went to', await client.publish('tea', 'me'))`),

  'several listeners of one channel, and none twice': withTwo(`
    const first = (text) => console.log('first', text)
    await other.subscribe('tea', first)
    await other.subscribe('tea', first)
    await other.subscribe('tea', (text) => console.log('second', text))
    const both = await client.publish('tea', 'x')
    await wait(20)
    console.log(both)
    await other.unsubscribe('tea', first)
    const count = await client.publish('tea', 'y')
    await wait(20)
    console.log(count)
    await other.unsubscribe('tea')
    console.log(await client.publish('tea', 'z'))`),

  'a list of channels, and all of them given up': withTwo(`
    await other.subscribe(['tea', 'milk'], (text, channel) => console.log(channel, text))
    await client.publish('milk', 'x')
    await client.publish('tea', 'y')
    await wait(20)
    await other.unsubscribe()
    console.log(await client.publish('milk', 'x'), await client.publish('tea', 'y'))`),

  'patterns, after the channel itself': withTwo(`
    // Which of two patterns comes first is open.
    const heard = []
    const hear = (what) => (text, channel) => heard.push([what, channel, text].join(' '))
    await other.pSubscribe('room:*', hear('pattern'))
    await other.pSubscribe('room:[ab]?', hear('narrow'))
    await other.subscribe('room:a1', hear('channel'))
    const three = await client.publish('room:a1', 'x')
    await wait(20)
    const counts = [await client.publish('room:c', 'y'), await client.publish('roomy', 'z')]
    await wait(20)
    console.log(three, counts, heard[0], heard.slice(1).sort().join())
    await other.pUnsubscribe('room:*')
    console.log(await client.publish('room:c', 'y'))`),

  'bytes for a listener that asks for them': withTwo(`
    await other.subscribe('tea', (text) => console.log(text), true)
    await client.publish('tea', Buffer.from('bytes'))`),

  'what is no text': withTwo(`
    await tried('number', () => client.publish('tea', 5))
    await tried('object', () => client.publish('tea', { a: 1 }))
    await tried('nothing', () => client.publish('tea'))
    await tried('key', () => client.get(undefined))
    await tried('member', () => client.sAdd('s', 5))`),

  'a client that is subscribed goes on, in RESP3': withTwo(`
    await client.subscribe('tea', () => undefined)
    await tried('get', () => client.get('nothing'))
    await tried('publish', () => client.publish('milk', 'x'))
    await tried('ping', () => client.ping())`),

  'a client that is subscribed does not, in RESP2': withTwo(`
    const old = createClient({ url, RESP: 2 })
    old.on('error', (error) => console.log(error.message))
    await old.connect()
    await old.subscribe('tea', (text) => console.log('heard', text))
    await tried('get', () => old.get('nothing'))
    await tried('publish', () => old.publish('tea', 'x'))
    const count = await client.publish('tea', 'y')
    await wait(20)
    console.log(count)
    await old.unsubscribe('tea')
    await tried('get', () => old.get('nothing'))
    await old.close()`),

  'a listener that throws': withTwo(`
    await other.subscribe('tea', (text) => { throw new Error('no ' + text) })
    await client.publish('tea', 'milk')
    await wait(20)
    await client.publish('tea', 'sugar')`),

  'a client that is not connected, or not any more': `
    import { createClient } from 'redis'
    const client = createClient({ url: process.env.REDIS_URL })
    for (const name of ['connect', 'ready', 'end'])
      client.on(name, () => console.log(name))
    const tried = async (what, run) => {
      try { console.log(what, await run()) }
      catch (error) { console.log(what, error.constructor.name, error.name, error.message) }
    }
    console.log(client.isOpen, client.isReady)
    await tried('get', () => client.get('x'))
    const connecting = client.connect()
    console.log(client.isOpen, client.isReady)
    const early = client.set('early', 'yes')
    console.log((await connecting) === client, client.isReady, await early)
    await tried('connect', () => client.connect())
    const last = client.get('early')
    const closed = client.close()
    await tried('late', () => client.get('early'))
    console.log(await last, await closed, client.isOpen)
    await tried('get', () => client.get('x'))
    await tried('close', () => client.close())
    client.destroy()
    await client.connect()
    const cut = client.get('early').catch((error) => console.log(error.message))
    client.destroy()
    await cut
    console.log(client.isOpen)`,

  'subscribed before it is connected': `
    import { createClient } from 'redis'
    const client = createClient({ url: process.env.REDIS_URL })
    client.subscribe('tea', (text) => console.log(text)).then(() => console.log('subscribed'))
    await client.connect()
    console.log(await client.publish('tea', 'x'))
    await client.close()`,

  'quit and its answer': withTwo(`
    console.log(await client.quit(), client.isOpen)`),

  'texts and counters': withTwo(`
    console.log(await client.set('k', 'v'), await client.get('k'), await client.get('none'))
    console.log(await client.incr('n'), await client.incr('n'), await client.decr('n'))
    console.log(await client.incrBy('n', 40), await client.get('n'))
    console.log(await client.set('k', 5), await client.get('k'))
    await client.set('word', 'tea')
    await tried('incr', () => client.incr('word'))
    console.log(await client.exists('k'), await client.del('k'), await client.exists('k'))
    console.log(await client.del(['n', 'none']))`),

  'a time to live': withTwo(`
    console.log(await client.set('k', 'v', { EX: 10 }), await client.ttl('k'))
    console.log(await client.set('k', 'w', { NX: true }), await client.get('k'))
    console.log(await client.set('k', 'w', { expiration: { type: 'PX', value: 30 } }))
    console.log(await client.ttl('none'), await client.expire('none', 5))
    await wait(60)
    console.log(await client.get('k'), await client.set('k', 'x', { condition: 'NX' }))
    console.log(await client.ttl('k'), await client.expire('k', 100), await client.ttl('k'))`),

  lists: withTwo(`
    console.log(await client.lPush('l', '1'), await client.rPush('l', ['2', '3']))
    console.log(await client.lRange('l', 0, -1), await client.lRange('l', -2, 9))
    console.log(await client.lTrim('l', -2, -1), await client.lRange('l', 0, -1))
    console.log(await client.lLen('l'), await client.lPop('l'), await client.rPop('l'))
    console.log(await client.exists('l'), await client.lPop('l'), await client.lRange('l', 0, 5))
    await client.lPush('l', ['a', 'b'])
    console.log(await client.lRange('l', 0, -1))
    await tried('get', () => client.get('l'))`),

  sets: withTwo(`
    console.log(await client.sAdd('s', ['x', 'y']), await client.sAdd('s', 'x'))
    console.log((await client.sMembers('s')).sort(), await client.sCard('s'))
    console.log(await client.sIsMember('s', 'x'), await client.sIsMember('s', 'z'))
    console.log(await client.sRem('s', 'x'), await client.sRem('s', ['x', 'y']))
    console.log(await client.exists('s'), await client.sMembers('s'))`),

  hashes: withTwo(`
    console.log(await client.hSet('h', 'a', '1'), await client.hSet('h', { b: '2', a: '3' }))
    console.log(await client.hGet('h', 'a'), await client.hGet('h', 'c'), await client.hLen('h'))
    console.log(JSON.stringify(await client.hGetAll('h')), JSON.stringify(await client.hGetAll('no')))
    console.log(await client.hDel('h', ['a', 'b']), await client.exists('h'))`),

  'a command by its name': withTwo(`
    console.log(await client.sendCommand(['SET', 'k', 'v']), await client.sendCommand(['GET', 'k']))
    await tried('few', () => client.sendCommand(['SET', 'k']))`),

  'a broker that is not there, and nobody listens for errors': `
    import { createClient } from 'redis'
    process.on('uncaughtException', (error) => {
      console.log(error.message)
      process.exit()
    })
    await createClient({ url: 'redis://localhost:6399' }).connect()`,

  'a broker that is not there': `
    import { createClient } from 'redis'
    const client = createClient({ url: 'redis://localhost:6399' })
    let errors = 0
    client.on('error', (error) => {
      console.log(error.code, error.message)
      errors += 1
      if (errors === 3) client.destroy()
    })
    client.on('reconnecting', () => console.log('again'))
    client.connect().catch((error) => console.log('rejected', error.message))`,

  'a URL of something else': `
    import { createClient } from 'redis'
    try { createClient({ url: 'http://localhost:6379' }) }
    catch (error) { console.log(error.constructor.name, error.message) }`,
}
