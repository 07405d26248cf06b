/** The course as one HTML file that runs from a disk, from the site that was built. */
import { readFile } from 'node:fs/promises'
import { build } from 'vite'

/**
 * Programs run in frames whose document is a text of this page, and such a document obeys its page's
 * policy besides its own. So scripts within the page may run here; nothing that a reader writes is
 * put into it as HTML. Frames, requests and fonts from elsewhere stay out.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data: blob:',
  'media-src data: blob:',
  'connect-src ws: wss:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * @param {string} root of the sources, with its last slash
 * @returns {Promise<string>}
 */
export async function singleFile(root) {
  const result = await build({ configFile: `${root}scripts/package/single.config.ts` })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const script = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
  const styles = outputs.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  const [code, ...others] = script
  if (code === undefined || others.length > 0) throw new Error('The app is not one script.')
  const icon = Buffer.from(await readFile(`${root}public/favicon.svg`)).toString('base64')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Upgrade 101</title>
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}">
<style>${styles.join('\n').replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<noscript>
<p>Upgrade 101 is a course with running programs, so this file needs JavaScript. Allow scripts for it, or read the lessons where the site is hosted.</p>
<p lang="zh-CN">Upgrade 101 的课程要在浏览器里运行程序，这个文件需要 JavaScript。请允许它运行脚本，或者到网站上阅读课程。</p>
</noscript>
<div id="app"></div>
<script>${withinHtml(code)}</script>
</body>
</html>
`
}

/**
 * Neither of these can be in a program but in a string, a template or a regular expression, where
 * what stands for it means the same.
 *
 * @param {string} code
 */
function withinHtml(code) {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\x21--')
}
