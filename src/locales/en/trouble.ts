/** What a page says while it cannot run, by cause. It is written into each page, and needs no script of the app. */
export default {
  disk: 'You opened this page from a disk. Browsers load no scripts from there, so you can read it, but nothing runs. Serve its folder, for example with “python3 -m http.server”, and open the address that prints. In a copy of the sources, npm start does it; npm run package -- --single makes one file that runs from a disk.',
  frame:
    'This page is in a frame that is sandboxed without allow-same-origin. There it can’t load its scripts, so you can read it, but nothing runs. Open it in a tab of its own:',
  type: 'The host sends this site’s scripts as {detail}, and the browser refuses to run them. You can read the page, but nothing runs. If it’s your host: let it send .js files as text/javascript.',
  policy:
    'A header of the host forbids this page’s scripts: {detail}. You can read the page, but nothing runs. If it’s your host: take that header off this site, which brings its own policy.',
  offline: 'The browser is offline, so part of this page couldn’t be loaded.',
  outdated: 'Part of this page could not be loaded: the site may have been updated meanwhile.',
  failed:
    'A script of this page failed, so part of it may not work. The browser says: {detail}. If reloading doesn’t help, please report this sentence.',
  blocked:
    'No script of this page ran: they are off in this browser, or a header of the host, Content-Security-Policy, forbids them. You can read the page, but nothing runs. Turn scripts on. If it’s your host: take that header off this site, which brings its own policy.',
  open: 'Open this page',
  reload: 'Reload the page',
} as const
