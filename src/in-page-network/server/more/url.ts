/** `node:url` and `node:querystring`: Node's own, as unenv has them, with the browser's `URL`. */
import nodeQuerystring from 'unenv/node/querystring'
import nodeUrl from 'unenv/node/url'

export const querystring: object = { ...nodeQuerystring }
export const url: object = { ...nodeUrl, URL, URLSearchParams }
