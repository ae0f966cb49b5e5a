/** Feeds of a question, as a feed reader takes them, and its bundle, as people unpack it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execute, must, type Reader } from './reading-programs.ts'

const FEED = `
import sys, feedparser
feed = feedparser.parse(sys.argv[1])
assert not feed.bozo, feed.bozo_exception
assert feed.feed.title and feed.feed.id and feed.feed.updated_parsed
for entry in feed.entries: assert entry.id and entry.title and entry.link and entry.updated_parsed and entry.content[0].value
print(len(feed.entries), len({entry.id for entry in feed.entries}))
`
const QUESTION = 'v1/commitments'
const FILTERS = 'country=GE&limit=50'

export const FEED_READER: Reader = {
  name: 'feedparser',
  probe: ['/usr/bin/python3', '-c', 'import feedparser'],
  read: async (run, { origin, dir }) => {
    const told = (await (await fetch(`${origin}/${QUESTION}.feed.json?${FILTERS}`)).json()) as { items: unknown[] }
    must(told.items.length > 0, 'the question has no entries')
    const counts: string[] = []
    for (const address of [`${QUESTION}.atom?${FILTERS}`, 'v1/releases.atom']) {
      const file = join(dir, 'feed.atom')
      await writeFile(file, await (await fetch(`${origin}/${address}`)).text())
      const [entries = 0, ids] = (await run('-c', FEED, file)).trim().split(' ').map(Number)
      must(entries > 0 && entries === ids, `${address}: ${entries} entries with ${ids} ids`)
      counts.push(`${entries}`)
    }
    must(counts[0] === `${told.items.length}`, `Atom has ${counts[0]} entries, JSON Feed ${told.items.length}`)
    return `Atom of a question and of releases: ${counts.join(', ')} entries`
  }
}

export const ZIP_TOOL: Reader = {
  name: 'Info-ZIP',
  probe: ['unzip', '-v'],
  read: async (run, { origin, dir }) => {
    const file = join(dir, 'bundle.zip')
    const out = join(dir, 'bundle')
    const answer = await fetch(`${origin}/${QUESTION}.zip?country=GE&split=themes`)
    await writeFile(file, Buffer.from(await answer.arrayBuffer()))
    await run('-tq', file)
    await run('-oq', file, '-d', out)
    await execute('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out })
    const data = await (await fetch(`${origin}/${QUESTION}.csv?country=GE&split=themes`)).text()
    must((await run('-p', file, 'data.csv')) === data, 'data.csv is not the export')
    return `unzip and sha256sum of a bundle: ${answer.headers.get('row-count')} rows, the bytes of the export`
  }
}
