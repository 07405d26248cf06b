import { expect, it } from 'vitest'
import { misnamedHandler } from './misnamed-handler.ts'

const run = () => undefined

it.each([
  [{ onOpen: run }, 'open', 'onOpen'],
  [{ onMessage: run, onOpen: run }, 'open', 'onOpen'],
  [{ on_close: run }, 'close', 'on_close'],
  [{ message: run }, 'message', 'message'],
  [{ oncolse: run }, 'close', 'oncolse'],
  [{ onmesage: run }, 'message', 'onmesage'],
  [{ onerrror: run }, 'error', 'onerrror'],
  [{ onopem: run }, 'open', 'onopem'],
  [{ onopenn: run, onOpen: run }, 'open', 'onOpen'],
])('finds a function that was set in place of the handler: %o', (socket, type, name) => {
  expect(misnamedHandler(socket, type)).toBe(name)
})

it.each([
  [{}, 'open'],
  [{ onMessage: run }, 'open'],
  [{ onOpen: 'run' }, 'open'],
  [{ opened: run }, 'open'],
  [{ onopened: run }, 'open'],
  [{ colse: run, onclone: run, onlcsoe: run }, 'open'],
  [{ onlcsoe: run }, 'close'],
  [{ [`on${'_'.repeat(40)}open`]: run }, 'open'],
])('finds nothing else: %o', (socket, type) => {
  expect(misnamedHandler(socket, type)).toBeUndefined()
})

it('runs no code of the program', () => {
  const socket = {
    get onOpen(): never {
      throw new Error('was read')
    },
  }
  expect(misnamedHandler(socket, 'open')).toBeUndefined()
})
