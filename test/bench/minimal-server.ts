/** The floor: Fastify and `postgres` with one route, which answers two statements, and nothing that a service needs beside. */
import Fastify from 'fastify'
import postgres from 'postgres'

const [url = '', connections = '', page = '', total = ''] = process.argv.slice(2)
const sql = postgres(url, { max: Number(connections) })
const app = Fastify()
app.get<{ Querystring: { country: string; not: string } }>('/', async ({ query: { country, not } }) => {
  const [data, counted] = await Promise.all(
    [page, total].map(statement => sql.unsafe(statement, [country, Number(not)], { prepare: true }))
  )
  return { data, meta: { total: counted?.[0]?.total } }
})
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
