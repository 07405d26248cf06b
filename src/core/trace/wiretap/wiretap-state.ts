/** State of the lab server's recording of a run. */
export type WiretapState =
  /** There is no recording: the endpoint is not a lab server, or sockets are not routed to it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'reading' }
  /** No recording could be had from this address. */
  | { readonly kind: 'missing'; readonly url: string }
  /** The reader was cut off; the recording up to then is there. */
  | { readonly kind: 'lost'; readonly url: string }
  /** The lab server's limit was reached: `bytes` octets of a connection were not recorded. */
  | { readonly kind: 'full'; readonly bytes: number }
