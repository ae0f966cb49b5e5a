/** The bundle of a question: its rows, what they mean, a chart of them, how to cite them, and digests of all of it, in one zip. */
import { createHash, type Hash } from 'node:crypto'
import { type Entry, zipped } from '../../zip/zip.ts'
import { csvRecord } from './csv-record.ts'
import type { Explained } from './workbook.ts'

export const DATA_FILE = 'data.csv'
const DICTIONARY_FILE = 'dictionary.csv'
const CHART_FILE = 'chart.svg'
const README_FILE = 'README.md'
const DIGESTS_FILE = 'SHA256SUMS'

/** What a zip holds depends on where its chunks end: they end where bytes are counted, not where they arrived. */
const CHUNK_BYTES = 64 * 1024

async function* inEqualChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    bytes += chunk.length
    if (bytes < CHUNK_BYTES) continue
    const all = Buffer.concat(parts)
    let at = 0
    for (; all.length - at >= CHUNK_BYTES; at += CHUNK_BYTES) yield all.subarray(at, at + CHUNK_BYTES)
    parts = [all.subarray(at)]
    bytes = all.length - at
  }
  if (bytes > 0) yield Buffer.concat(parts)
}

const dictionaryOf = ({ dictionary, columns }: Explained): string =>
  [dictionary, ...columns.map(({ name, words }) => [name, ...words])].map(csvRecord).join('')

/** The question in words, what is in the bundle, and what the workbook says of its rows as well. */
function readmeOf({ title, citation, bundle }: Explained): string {
  const { words, question, chart, citations = [] } = bundle
  const files: readonly (readonly [name: string, what: string])[] = [
    [DATA_FILE, words.data],
    [DICTIONARY_FILE, words.dictionary],
    ...(chart ? [[CHART_FILE, `${words.chart} (${chart.title})`] as const] : []),
    ...citations.map(({ file, title: style }) => [file, `${words.citation} (${style})`] as const),
    [DIGESTS_FILE, `${words.digests}${words.colon} \`sha256sum --check ${DIGESTS_FILE}\``]
  ]
  const [first] = citations
  const lines = [
    `# ${question ?? title}`,
    '',
    ...citation.lines.map(([what, value]) => `- ${what}${words.colon} ${value}`),
    ...(first ? ['', `## ${words.cite}`, '', `> ${first.text.trim()}`] : []),
    '',
    `## ${words.files}`,
    '',
    ...files.map(([name, what]) => `- \`${name}\`${words.colon} ${what}`)
  ]
  return `${lines.join('\n')}\n`
}

/** The zip. The same rows of the same release give the same bytes. */
export function packBundle(rows: AsyncIterable<Uint8Array>, explained: Explained): AsyncGenerator<Uint8Array> {
  const digests: [name: string, hash: Hash][] = []
  const digested = (name: string, chunks: Entry['chunks']): Entry => {
    const hash = createHash('sha256')
    digests.push([name, hash])
    const passing = async function* () {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    }
    return { name, chunks: passing() }
  }
  const text = (name: string, content: string) => digested(name, [Buffer.from(content)])
  const { chart, citations = [] } = explained.bundle
  const entries = [
    text(README_FILE, readmeOf(explained)),
    digested(DATA_FILE, inEqualChunks(rows)),
    text(DICTIONARY_FILE, dictionaryOf(explained)),
    ...(chart ? [text(CHART_FILE, chart.svg)] : []),
    ...citations.map(({ file, text: content }) => text(file, `${content.trim()}\n`))
  ]
  // Written when all that it lists has passed.
  const sums = function* () {
    yield Buffer.from(digests.map(([name, hash]) => `${hash.digest('hex')}  ${name}\n`).join(''))
  }
  return zipped([...entries, { name: DIGESTS_FILE, chunks: sums() }], explained.date)
}
