/** Puts a program's `page.html` into the sandbox's document. */

const PROGRAM_SCRIPT = /(^|\/)(client|server)\.js$/u

/**
 * Replaces the document's head and body. `client.js`, `server.js` and libraries are left out,
 * because they run separately; other inline scripts run here.
 */
export function putPage(
  document: Document,
  html: string,
  isLibrary: (address: string) => boolean,
): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const script of page.querySelectorAll('script[src]')) {
    const address = script.getAttribute('src') ?? ''
    if (PROGRAM_SCRIPT.test(address) || isLibrary(address)) script.remove()
  }
  document.title = page.title
  copyAttributes(page.documentElement, document.documentElement)
  copyAttributes(page.body, document.body)
  document.head.append(...page.head.childNodes)
  document.body.replaceChildren(...page.body.childNodes)
  // Scripts that DOMParser made never run; copies of them do.
  for (const script of document.querySelectorAll('script')) {
    const copy = document.createElement('script')
    copyAttributes(script, copy)
    copy.textContent = script.textContent
    script.replaceWith(copy)
  }
}

const SCRIPT_URL = /^[\0- ]*javascript:/iu

/**
 * Runs `javascript:` links. Browsers ignore them in a sandboxed document whose origin is opaque, and
 * many pages of tutorials begin with one.
 */
export function runScriptLinks(document: Document): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return
    const href = event.target.closest('a[href]')?.getAttribute('href') ?? ''
    if (!SCRIPT_URL.test(href)) return
    event.preventDefault()
    const script = document.createElement('script')
    script.textContent = `${decoded(href.replace(SCRIPT_URL, ''))}\n//# sourceURL=page.html`
    document.head.append(script)
    script.remove()
  })
}

/** The code of a URL; as it is where it is no valid percent-encoding, such as `100%`. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

/**
 * Calls `refused` with the URL of each script, style sheet or picture that the page names and that
 * is not loaded: the sandbox's policy lets in nothing from elsewhere.
 */
export function watchRefusedFiles(document: Document, refused: (url: string) => void): void {
  const told = new Set<string>()
  const tell = (url: string) => {
    if (url === '' || told.has(url)) return
    told.add(url)
    refused(url)
  }
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (/^https?:/iu.test(blockedURI)) tell(blockedURI)
  })
  const onError = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement || target instanceof HTMLImageElement) tell(target.src)
    else if (target instanceof HTMLLinkElement) tell(target.href)
  }
  // Errors of elements do not bubble.
  document.addEventListener('error', onError, { capture: true })
}

/**
 * Makes `document.write` append to the page, as it does while a page loads, and `document.open` empty
 * it. This document loaded before the program began, so the browser's own would replace it, and take
 * every listener of the document and the window with it: ours too.
 */
export function replaceDocumentWrite(document: Document): void {
  const { Document } = globalThis
  const write = (...texts: unknown[]): void => {
    const text = texts.map(String).join('')
    if (document.body === null) document.documentElement.append(document.createElement('body'))
    document.body.insertAdjacentHTML('beforeend', text)
  }
  const methods = {
    write,
    writeln: (...texts: unknown[]) => write(...texts, '\n'),
    open: () => {
      document.head.replaceChildren()
      document.body.replaceChildren()
      return document
    },
    close: () => undefined,
  }
  // On the prototype too: a program may call them from there.
  for (const holder of [document, Document.prototype])
    for (const [name, value] of Object.entries(methods))
      Object.defineProperty(holder, name, { value, writable: true, configurable: true })
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) to.setAttribute(name, value)
}
