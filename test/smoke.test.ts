import t from 'tap'
import { start } from './helper.ts'

t.test('members are served', async t => {
  const { get, json } = await start(t)
  t.equal((await json('/v1/members')).meta.total, 91)
  t.equal((await get('/v1/members.csv')).body.split('\r\n').length, 93)
})
