import { expect, test } from 'vitest'
import { createNetwork } from './network.js'
import server from './server.js?raw'

var URL_OF_CHAT = 'ws://localhost:8080/'

function scene(trouble, more) {
  var network = createNetwork(
    Object.assign(
      {
        clock: 'virtual',
        servers: { 'localhost:8080': server },
        interventions: trouble,
      },
      more,
    ),
  )
  var world = Object.assign({}, network.clientGlobals)
  world.WebSocket = network.WebSocket
  network.chat = createChat(URL_OF_CHAT, world)
  return network
}

test('late answer', function () {
  var stall = { kind: 'stallServer', time: 90, duration: 3000 }
  var one = scene([stall])
  var said
  return one.clock
    .runUntil(100)
    .then(function () {
      said = one.chat.say('x')
      return one.clock.runUntil(3500)
    })
    .then(function () {
      expect(said.state).toEqual('answered')
    })
})

test('lost answer', function () {
  var drop = { kind: 'dropFrame', time: 100, side: 'server' }
  var one = scene([drop])
  var said
  return one.clock
    .runUntil(100)
    .then(function () {
      said = one.chat.say('x')
      return one.clock.runUntil(11000)
    })
    .then(function () {
      expect(said.state).toEqual('failed')
    })
})

test('cut in mid-message', function () {
  var half = { kind: 'cut', within: 'message', how: 'fin' }
  half.time = 100
  half.side = 'server'
  var one = scene([half])
  return one.clock
    .runUntil(100)
    .then(function () {
      one.chat.say('x')
      return one.clock.runUntil(60000)
    })
    .then(function () {
      expect(one.chat.shown.join()).toBe('x')
    })
})

test('a minute', function () {
  var one = scene([], { conditions: { idleTimeout: 26000 } })
  return one.clock.runUntil(120000).then(function () {
    expect(one.chat.losses).toBe(0)
  })
})
