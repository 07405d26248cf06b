import { describe, expect, it } from 'vitest'
import { isPage, isVueComponent } from './pasted-page.ts'
import { takenApart } from './taken-apart.ts'

const PAGE = `<!DOCTYPE HTML>
<html>
<head>
<script type="text/javascript">
function test() {
  alert('hi')
}
</script>
</head>
<body>
<a href="javascript:test()">run</a>
</body>
</html>
`

describe('a page that was pasted as a program', () => {
  it('is told from JavaScript', () => {
    expect(isPage(PAGE)).toBe(true)
    expect(isPage('\uFEFF\n<!-- a comment -->\n<div>')).toBe(true)
    expect(isPage('<!-- an old way to hide scripts\nalert(1)')).toBe(false)
    expect(isPage('const a = 1 < 2')).toBe(false)
    expect(isPage('')).toBe(false)
  })

  it('is taken apart, with its scripts on the lines on which they were pasted', () => {
    const program = takenApart({ 'client.js': PAGE, 'server.js': 'serve()' })
    const lines = program['client.js'].split('\n')
    expect(lines.map((line) => line.trim()).filter(Boolean)).toEqual([
      'function test() {',
      "alert('hi')",
      '}',
    ])
    expect(lines[5]).toBe("  alert('hi')")
    expect(program['page.html']).toContain('<a href="javascript:test()">run</a>')
    expect(program['page.html']).not.toContain('alert')
    expect(program['server.js']).toBe('serve()')
  })

  it('keeps columns, and the statements of two scripts apart', () => {
    const { 'client.js': scripts } = takenApart({
      'client.js': '<script>a()</script><script>b()</script>',
    })
    expect(scripts).toBe('        a()                ;b()         ')
    expect(() => new Function(scripts)).not.toThrow()
  })

  it('leaves what is data, what is elsewhere and what is a comment in the page', () => {
    const rest =
      '<p><!-- <script>no()</script> --><script src="vue.js"></script>' +
      "<script type='text/template'><b></b></script>"
    const program = takenApart({ 'client.js': `${rest}<script type=module>yes()</script>` })
    expect(program['client.js'].trim()).toBe('yes()')
    expect(program['page.html']).toBe(rest)
  })

  it('a script that is never closed goes on to the end', () => {
    expect(takenApart({ 'client.js': '<p><script>yes()' })['client.js'].trim()).toBe('yes()')
  })

  it('any other program is as it was', () => {
    const program = { 'client.js': "ws.send('<script>')" }
    expect(takenApart(program)).toBe(program)
  })

  it('a component of Vue in one file is no page', () => {
    const component = '<template>\n<p />\n</template>\n<script>\nexport default {}\n</script>\n'
    expect(isVueComponent(component)).toBe(true)
    expect(isVueComponent(PAGE)).toBe(false)
    const program = { 'client.js': component }
    expect(takenApart(program)).toBe(program)
  })
})
