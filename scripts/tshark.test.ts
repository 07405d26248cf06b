import { describe, expect, it } from 'vitest'
import { resolveTshark, type Machine } from './tshark.mjs'

function machine(changes: Partial<Machine> & { readonly installed?: readonly string[] } = {}) {
  const installed = new Set(changes.installed ?? [])
  const said: string[] = []
  return {
    said,
    environment: {},
    isRoot: true,
    isDebian: true,
    starts: (program: string) => installed.has(program),
    installWithApt: () => {
      installed.add('tshark')
      return true
    },
    say: (line: string) => void said.push(line),
    ...changes,
  }
}

describe('resolveTshark', () => {
  it('takes the one that is named, and no other in its place', () => {
    const environment = { UPGRADE101_TSHARK: '/opt/tshark' }
    expect(resolveTshark(machine({ environment, installed: ['/opt/tshark', 'tshark'] }))).toBe(
      '/opt/tshark',
    )
    expect(() => resolveTshark(machine({ environment, installed: ['tshark'] }))).toThrow(
      'UPGRADE101_TSHARK names "/opt/tshark"',
    )
  })

  it('takes the installed one, and installs nothing', () => {
    const installWithApt = () => {
      throw new Error('installed')
    }
    expect(resolveTshark(machine({ installed: ['tshark'], installWithApt }))).toBe('tshark')
  })

  it('installs it as root on Debian, and says so', () => {
    const debian = machine()
    expect(resolveTshark(debian)).toBe('tshark')
    expect(debian.said.join()).toContain('apt-get install -y --no-install-recommends tshark')
  })

  it.each([{ isRoot: false }, { isDebian: false }, { installWithApt: () => false }])(
    'fails with what to do where it cannot be had: %o',
    (changes) => {
      expect(() => resolveTshark(machine(changes))).toThrow('UPGRADE101_TSHARK=/path/to/tshark')
    },
  )
})
