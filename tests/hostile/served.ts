/** Somebody at another address, who does nothing wrong while the lab server is abused. */
import type { Socket } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { Client } from '../../lab-server/testing/lab-server.ts'
import type { Abuse } from './lab-abuses.ts'

/** Resolves once every connection of the abuse is there or was refused. It goes on until the test ends. */
export async function carryOut(abuse: Abuse, port: number): Promise<void> {
  const sockets = abuse(port)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  await Promise.all(sockets.map(settled))
}

function settled(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (!socket.connecting) resolve()
    socket.once('connect', () => resolve())
    socket.once('close', () => resolve())
  })
}

/** A file, a scenario and the wiretap answer. */
export async function isServed(address: string): Promise<void> {
  expect((await fetch(`http://${address}/`)).status).toBe(200)
  const client = new Client(`ws://${address}/lab/echo`)
  expect(await client.next()).toBe('open')
  client.socket.send('still here')
  expect(await client.next()).toBe('message still here')
  client.socket.close()
  const token = Math.random().toString(16).slice(2).padEnd(32, 'f').slice(0, 32)
  const reader = new Client(`ws://${address}/wiretap/${token}`)
  expect(await reader.next()).toBe('open')
  reader.socket.close()
}

/** What the server holds for all clients, as it says itself. */
export async function heldBytes(address: string): Promise<number> {
  const health: unknown = await (await fetch(`http://${address}/lab/health`)).json()
  const connections: unknown = Reflect.get(Object(health), 'connections')
  return Number(Reflect.get(Object(connections), 'heldBytes'))
}
