/** What attackers send: payloads for every parameter of the document, HTTP that is none, and clients that crawl or leave. */
import { connect } from 'node:net'
import { DOCUMENT } from './contract.ts'
import { send } from './sockets.ts'

type Random = () => number
type Parameter = { name: string; in: string }
type Node = Record<string, unknown>

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T

/** The common places of injection: SQL, paths, markup, templates, shells, formats, numbers, Unicode, prototypes. */
const PAYLOADS: readonly string[] = [
  ...["'", "''", "' or '1'='1", "1' or 1=1 --", '1; select pg_sleep(5)', "'||(select version())||'", '") or ("1"="1'],
  ...["' union select null,null --", "1' and extractvalue(1,1) --", '1/**/or/**/1=1', "'; copy t to program 'id'; --"],
  ...[
    '$$',
    '$1',
    '%27%20or%201=1',
    "E'\\\\x00'",
    "\\'; --",
    '(select 1)',
    'id desc; drop table releases',
    "U&'\\0027'"
  ],
  ...[
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '....//....//',
    '/etc/passwd',
    'file:///etc/passwd',
    '\\\\host\\c$'
  ],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '</title><svg/onload=1>'],
  ...['{{7*7}}', '$\u007b7*7}', '<%= 7*7 %>', '#{7*7}', '`id`', '$(id)', '; id', '| id', '& id', '\n id'],
  ...[
    '%s%s%s%n',
    '%00',
    '\u0000',
    '\u202e',
    '\ufeff',
    '\ud800',
    'ﬀ',
    'İ',
    'a\u0300'.repeat(200),
    '\u{1f3db}'.repeat(50)
  ],
  ...[
    '-1',
    '0',
    '1e309',
    'NaN',
    'Infinity',
    '9'.repeat(400),
    '0x10',
    '1_000',
    '٣',
    '2147483648',
    '-9223372036854775809'
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '__proto__[x]',
    'hasOwnProperty',
    '[]',
    '{}',
    '[object Object]',
    'null',
    '!'
  ],
  ...['true', '!null', '!!', ',', ',,,', '+', '..', '2012..', '..2012', '2014..2012', '!2012..2014', '-'.repeat(100)],
  ...['http://169.254.169.254/', '//evil.example', 'http://localhost:1/', '(a+)+$', '(?:a|a)*b', '*', '?', '\\', '"'],
  ...['"open data', '-', '-"', '"" ""', 'a b '.repeat(50), 'x,'.repeat(99), 'x+'.repeat(99), 'a'.repeat(8000)]
]

const resolve = (node: Node): Node =>
  typeof node.$ref === 'string'
    ? (node.$ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, part) => (at as Node)[part], DOCUMENT) as Node)
    : node

const OPERATIONS = Object.entries(DOCUMENT.paths).map(([path, item]) => ({
  path,
  parameters: [
    ...(((item as Node).parameters as Node[] | undefined) ?? []),
    ...(((item.get as Node | undefined)?.parameters as Node[] | undefined) ?? [])
  ].map(node => resolve(node) as Parameter)
}))

const SUFFIXES = ['', '.csv', '.ndjson', '.xlsx', '.exe', '%00.csv', '/', '//', ';x=1', '.csv.csv']
const ACCEPTS = [undefined, 'text/csv', 'text/html', '*/*', 'text/csv;q=0', ', ,', 'a/b;q=9', '"', 'x'.repeat(3000)]

export type Hostile = { url: string; headers: Record<string, string> }

/** A request with payloads where the document has parameters. */
export function hostileRequest(random: Random): Hostile {
  const { path, parameters } = pick(OPERATIONS, random)
  const value = () => encodeURIComponent(pick(PAYLOADS, random).toWellFormed())
  const place = path.replace(/\{[^}]+\}/g, () => (random() < 0.5 ? value() : pick(SUFFIXES, random)))
  const names = parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name)
  const asked = Array.from({ length: Math.floor(random() * 4) }, () => {
    const name = random() < 0.9 && names.length > 0 ? pick(names, random) : value()
    return `${name}=${value()}${random() < 0.1 ? `&${name}=${value()}` : ''}`
  })
  const accept = pick(ACCEPTS, random)
  return { url: `/v1${place}${asked.length > 0 ? `?${asked.join('&')}` : ''}`, headers: accept ? { accept } : {} }
}

const END = '\r\n\r\n'
/** Bytes that no client sends by mistake. Each must be answered below 500, or not at all. */
export const RAW: readonly string[] = [
  ...['\r\n\r\n', 'GET', 'GET /', `GET / HTTP/9.9${END}`, `GET / HTTP/1.1${END}`, `get / HTTP/1.1\r\nHost: a${END}`],
  ...['\x16\x03\x01\x02\x00\x01\x00', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\x00'.repeat(5000), '{"jsonrpc":"2.0"}\r\n'],
  `GET /v1/members HTTP/1.1\r\nHost: a\r\nHost: b${END}`,
  `GET /v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0${END}`,
  `GET /v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6${END}`,
  `POST /v1/reconcile HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0${END}`,
  `POST /v1/reconcile HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx`,
  `POST /v1/reconcile HTTP/1.1\r\nHost: a\r\nContent-Length: -1${END}`,
  `POST /v1/reconcile HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1${END}x`,
  `GET http://evil.example/v1/members?limit=1 HTTP/1.1\r\nHost: a\r\nConnection: close${END}`,
  `GET //evil.example/%2e%2e/ HTTP/1.1\r\nHost: a\r\nConnection: close${END}`,
  `GET /v1/members?limit=1 HTTP/1.1\r\nHost: "><script>\r\nConnection: close${END}`,
  `GET /v1/members?limit=1 HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\nConnection: close${END}`,
  `GET /v1/members?limit=1 HTTP/1.1\r\nHost: a\r\nX\x00: a${END}`,
  `GET /v1/members?limit=1 HTTP/1.1\r\nHost: a\r\nRange: bytes=0-0,-1,5-\r\nIf-Range: "x\r\nConnection: close${END}`,
  `GET /v1/members?limit=1 HTTP/1.1\r\nHost: a\r\nAccept-Language: ${'en;q=0.1,'.repeat(1500)}\r\nConnection: close${END}`,
  `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example${END}`,
  `TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close${END}`,
  `OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close${END}`,
  `GET /livez HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close${END}`,
  `${`GET /livez HTTP/1.1\r\nHost: a${END}`.repeat(50)}GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close${END}`
]

/** Signs of the inside in a body that do not come from what was sent. */
export const leakIn = (body: string): string | undefined =>
  /syntax error at or near|invalid input syntax for|relation "\w+" does not exist|unterminated quoted string|pg_catalog|node_modules|\bat \S+ \(?\S+\.[tj]s:\d+|PostgresError/.exec(
    body
  )?.[0]

/** Sends bytes and finishes its side; an answer of 500 or more, or a leak, is told. */
export async function sendRaw(port: number, bytes: string): Promise<string | undefined> {
  const answer = await send(port, bytes, Number.POSITIVE_INFINITY, true).catch(() => '')
  const bad = /^HTTP\/1\.1 5\d\d/m.exec(answer)?.[0] ?? leakIn(answer)
  return bad && `${JSON.stringify(bytes.slice(0, 100))}: ${bad}`
}

/** A client that asks and is gone before, within or after its answer, or that never ends its headers. */
export const leave = (port: number, random: Random): Promise<void> =>
  new Promise(resolve => {
    const request = `GET ${pick(['/v1/commitments.csv', '/v1/commitments?q=open', '/explorer/en', '/v1/sources.xlsx'], random)} HTTP/1.1\r\nHost: a\r\n`
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(random() < 0.3 ? request : `${request}\r\n`)
      setTimeout(() => socket.destroy(), random() ** 3 * 200)
    })
    socket
      .resume()
      .on('error', () => {})
      .on('close', () => resolve())
  })
