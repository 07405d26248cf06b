export default {
  label: 'What this program lacks',
  socket: '`{name}` isn’t defined here. Open one first?',
  text: '`{name}` isn’t defined here. Give it a text first?',
  event: '`{name}` exists only in a handler. Put these lines into one?',
  insert: 'Insert',
  inserted: 'Added around your lines, which are as they were. Run again.',
  undo: 'Take it out',
  vue: 'This is a Vue component in one file. Vue’s compiler makes JavaScript of it before a browser runs it, and there’s none here. Keep what is in <script>, without “export default”, and call its functions yourself.',
  reason: {
    curlyQuotes:
      '{place} has a curly quotation mark, {what}. Replace it with a straight one: \' or ".',
    invisible:
      '{place} has an invisible character, {what}, that came along when the text was copied. Delete the line and type it again.',
    httpHead:
      '{place} is part of an HTTP message: “{what}”. The browser writes it for you when your program calls new WebSocket(url).',
    signature:
      '{place} is a signature from a manual: “{what}”. Square brackets and ? mark what may be left out; write the call with values of your own.',
    typescript:
      '{place} is TypeScript: “{what}”. Types are taken out before the program runs, but this can’t be: remove it, or write it as JavaScript.',
    fence: '{place} is Markdown: {what}. Keep the lines between the fences.',
    command:
      '{place} is a command for a terminal: “{what}”. There’s nothing to install or to start here; take the line out.',
    dynamicImport:
      '{place} imports {what} while it runs. There’s no such file here: put its code into this file.',
    require:
      '{place} calls require, and client.js runs in a browser, which has none. WebSocket is there already; for {what}, server.js can call require.',
    undeclared:
      '{place} uses {what}, and nothing here defines it. If the page you copied from defines it in another block, paste that block above this one.',
  },
} as const
