/** The directives of nginx: those that are simulated, and those that are known and are not. */

export type Context = 'main' | 'events' | 'http' | 'upstream' | 'map' | 'server' | 'location'

export interface Directive {
  readonly contexts: readonly Context[]
  readonly fewest: number
  readonly most: number
  /** The context of its block, where it has one. */
  readonly opens?: Context
  /** May stand in one block twice. */
  readonly isRepeatable?: boolean
}

const PROXYING: readonly Context[] = ['http', 'server', 'location']
const one = { fewest: 1, most: 1 } as const

const SIMULATED: Readonly<Record<string, Directive>> = {
  events: { contexts: ['main'], fewest: 0, most: 0, opens: 'events' },
  http: { contexts: ['main'], fewest: 0, most: 0, opens: 'http' },
  map: { contexts: ['http'], fewest: 2, most: 2, opens: 'map', isRepeatable: true },
  upstream: { contexts: ['http'], ...one, opens: 'upstream', isRepeatable: true },
  server: { contexts: ['http'], fewest: 0, most: 0, opens: 'server' },
  location: {
    contexts: ['server'],
    fewest: 1,
    most: 2,
    opens: 'location',
    isRepeatable: true,
  },
  listen: { contexts: ['server'], fewest: 1, most: Infinity, isRepeatable: true },
  server_name: { contexts: ['server'], fewest: 1, most: Infinity, isRepeatable: true },
  ip_hash: { contexts: ['upstream'], fewest: 0, most: 0 },
  least_conn: { contexts: ['upstream'], fewest: 0, most: 0 },
  hash: { contexts: ['upstream'], fewest: 1, most: 2 },
  proxy_pass: { contexts: ['location'], ...one },
  proxy_http_version: { contexts: PROXYING, ...one },
  proxy_set_header: { contexts: PROXYING, fewest: 2, most: 2, isRepeatable: true },
  proxy_read_timeout: { contexts: PROXYING, ...one },
  proxy_send_timeout: { contexts: PROXYING, ...one },
  proxy_connect_timeout: { contexts: PROXYING, ...one },
}

/** `server` of an upstream is not the block of the same name. */
const UPSTREAM_SERVER: Directive = {
  contexts: ['upstream'],
  fewest: 1,
  most: Infinity,
  isRepeatable: true,
}

/** Names, and beginnings of names, of what nginx knows. */
const KNOWN = new Set(
  `absolute_redirect access_log add_header aio alias allow auth_basic auth_basic_user_file
  auth_request auth_request_set autoindex charset chunked_transfer_encoding default_type deny
  directio env error_log error_page etag expires geo http2 http3 if if_modified_since
  ignore_invalid_headers include index internal keepalive keepalive_disable keepalive_requests
  keepalive_time keepalive_timeout large_client_header_buffers log_format log_not_found
  merge_slashes msie_padding multi_accept open_file_cache pcre_jit pid port_in_redirect
  postpone_output random real_ip_header real_ip_recursive recursive_error_pages
  reset_timedout_connection return rewrite root satisfy send_timeout sendfile
  sendfile_max_chunk server_name_in_redirect server_tokens set set_real_ip_from split_clients
  sticky sub_filter tcp_nodelay tcp_nopush try_files types types_hash_max_size
  underscores_in_headers use user worker_connections worker_processes worker_rlimit_nofile zone
  proxy_bind proxy_buffer_size proxy_buffering proxy_buffers proxy_busy_buffers_size
  proxy_force_ranges proxy_hide_header proxy_ignore_client_abort proxy_ignore_headers
  proxy_intercept_errors proxy_limit_rate proxy_max_temp_file_size proxy_method
  proxy_next_upstream proxy_next_upstream_timeout proxy_next_upstream_tries proxy_no_cache
  proxy_pass_header proxy_pass_request_body proxy_pass_request_headers proxy_redirect
  proxy_request_buffering proxy_set_body proxy_socket_keepalive proxy_store
  proxy_temp_file_write_size proxy_temp_path`.split(/\s+/u),
)
const KNOWN_BEGINNINGS =
  /^(?:client_|gzip|lingering_|limit_(?:conn|rate|req|except)|proxy_(?:cache|cookie_|headers_hash|ssl_)|resolver|ssl_|variables_hash|server_names_hash|map_hash)/u

export type Knowledge =
  | { readonly kind: 'simulated'; readonly directive: Directive }
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }

export function knowledgeOf(name: string, context: Context): Knowledge {
  if (name === 'server' && context === 'upstream')
    return { kind: 'simulated', directive: UPSTREAM_SERVER }
  const directive = Object.hasOwn(SIMULATED, name) ? SIMULATED[name] : undefined
  if (directive !== undefined) return { kind: 'simulated', directive }
  return { kind: KNOWN.has(name) || KNOWN_BEGINNINGS.test(name) ? 'known' : 'unknown' }
}
