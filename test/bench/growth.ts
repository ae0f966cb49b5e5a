/** How long questions take that nobody asked before; asked again with more rows, the ratio tells what growth costs. */
import { ask, median } from './hot.ts'

const SAMPLES = 15
/** Pages of different sizes are different answers, so that none is kept already. */
const LEAST_LIMIT = 10
/** Of plans: conditions that most rows meet, and that differ each time. */
const FIRST_NUMBER = 60

type Body = { data: { id: string }[]; links: { next: string | null } }

/** What looks at every row, where all else finds a few by an index: to be counted takes its time, if little. */
export const COUNTED: ReadonlySet<string> = new Set(['facets of six', 'groups by three', 'page of few scattered rows'])

/** Milliseconds, by what is asked: the median of some that differ a little. */
export type Times = ReadonlyMap<string, number>

async function timed(address: string): Promise<{ milliseconds: number; body: Body }> {
  const began = performance.now()
  const { status, body } = await ask('', address, {})
  const milliseconds = performance.now() - began
  if (status !== 200) throw new Error(`${address} answers ${status}: ${body.toString().slice(0, 200)}`)
  return { milliseconds, body: JSON.parse(body.toString()) as Body }
}

export async function newQuestions(origin: string): Promise<Times> {
  const list = `${origin}/v1/commitments`
  const times = new Map<string, number>()
  const sample = async (what: string, work: (at: number) => Promise<number>) => {
    const taken: number[] = []
    for (let at = 0; at < SAMPLES; at++) taken.push(await work(at))
    // The first one counts the rows, which is done once for a release.
    times.set(what, median(taken.slice(1)))
  }
  const page = (query: string) => async (at: number) =>
    (await timed(`${list}?${query}&limit=${LEAST_LIMIT + at}`)).milliseconds
  const { body } = await timed(`${list}?country=MX&sort=-id&limit=${SAMPLES}`)
  await sample('item', async at => (await timed(`${list}/${body.data[at]?.id}`)).milliseconds)
  await sample('filtered page', page('country=MX'))
  await sample('page of few scattered rows', page('impact=transformative'))
  await sample('page in the order of titles', page('sort=title'))
  await sample('page of a common word', page('q=the'))
  const counted = (path: string) => async (at: number) =>
    (await timed(`${list}${path}&plannumber=..${FIRST_NUMBER + at}&limit=1`)).milliseconds
  for (const again of ['', ', asked again']) {
    await sample(`facets of six${again}`, counted('?facet=country,year,theme,completion,specificity,starred'))
    await sample(
      `groups by three${again}`,
      counted('/aggregate?group=country,specificity,completion&measure=count,share')
    )
  }
  let next: string | null = `${list}?limit=${LEAST_LIMIT}`
  await sample('keyset page', async () => {
    const { milliseconds, body: found } = await timed(next ?? list)
    next = found.links.next
    return milliseconds
  })
  return times
}
